// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Units of one line in a shipment ({@code FulfillmentShipmentItem}).
 *
 * @param sellerSku the MSKU
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param quantity units
 * @param packageNumber the parcel they are in; a number on the wire; absent until known
 */
public record FulfillmentShipmentItem(
    @Nullable String sellerSku,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable Integer quantity,
    @Nullable String packageNumber) {}
