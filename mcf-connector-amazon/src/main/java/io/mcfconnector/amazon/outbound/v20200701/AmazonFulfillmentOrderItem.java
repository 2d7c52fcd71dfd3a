// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * One line of a fulfillment order ({@code FulfillmentOrderItem}).
 *
 * @param sellerSku the MSKU
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param quantity units asked for
 * @param cancelledQuantity units cancelled
 * @param unfulfillableQuantity units that cannot be shipped
 * @param estimatedShipDate estimate
 * @param estimatedArrivalDate estimate
 */
public record AmazonFulfillmentOrderItem(
    @Nullable String sellerSku,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable Integer quantity,
    @Nullable Integer cancelledQuantity,
    @Nullable Integer unfulfillableQuantity,
    @Nullable String estimatedShipDate,
    @Nullable String estimatedArrivalDate) {}
