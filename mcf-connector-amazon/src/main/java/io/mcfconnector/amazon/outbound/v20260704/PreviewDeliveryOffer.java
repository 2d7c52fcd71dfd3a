// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * One speed and its price ({@code PreviewDeliveryOffer}).
 *
 * @param estimatedPrice the price
 * @param fulfillmentConfiguration the speed
 */
public record PreviewDeliveryOffer(
    @Nullable EstimatedPrice estimatedPrice,
    @Nullable PreviewOfferFulfillmentConfiguration fulfillmentConfiguration) {}
