// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The speed of an offer ({@code OfferServiceLevel}).
 *
 * @param serviceTier the speed
 * @param deliveryInterval when it would arrive
 */
public record OfferServiceLevel(
    @Nullable String serviceTier, @Nullable TimeInterval deliveryInterval) {}
