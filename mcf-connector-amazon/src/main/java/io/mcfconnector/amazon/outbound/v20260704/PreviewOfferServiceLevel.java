// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The speed of an offer and its times ({@code PreviewOfferServiceLevel}).
 *
 * @param serviceTier the speed
 * @param deliveryInterval when it would arrive
 * @param shipInterval when it would leave
 */
public record PreviewOfferServiceLevel(
    @Nullable String serviceTier,
    @Nullable TimeInterval deliveryInterval,
    @Nullable TimeInterval shipInterval) {}
