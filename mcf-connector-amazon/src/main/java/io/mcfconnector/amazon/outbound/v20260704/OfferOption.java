// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * When a product would arrive ({@code OfferOption}).
 *
 * @param expiryTime until when the offer holds
 * @param fulfillmentConfiguration how
 */
public record OfferOption(
    @Nullable String expiryTime,
    @Nullable OfferOptionFulfillmentConfiguration fulfillmentConfiguration) {}
