// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The speed asked for ({@code OfferFulfillmentConfiguration}).
 *
 * @param serviceLevel the speed
 */
public record OfferFulfillmentConfiguration(@Nullable ServiceLevel serviceLevel) {}
