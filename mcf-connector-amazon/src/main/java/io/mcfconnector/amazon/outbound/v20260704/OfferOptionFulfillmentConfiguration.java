// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How an offer is fulfilled ({@code OfferOptionFulfillmentConfiguration}).
 *
 * @param serviceLevel its speed
 */
public record OfferOptionFulfillmentConfiguration(@Nullable OfferServiceLevel serviceLevel) {}
