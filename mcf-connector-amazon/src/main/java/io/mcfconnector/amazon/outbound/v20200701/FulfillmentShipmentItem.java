// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of one line in a shipment ({@code FulfillmentShipmentItem}).
 *
 * @param sellerSku the MSKU
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param quantity units
 * @param packageNumber the parcel they are in; a number on the wire; absent until known
 * @param serialNumber serial number of the unit
 * @param manufacturerLotCodes the maker's lots
 */
public record FulfillmentShipmentItem(
    @Nullable String sellerSku,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable Integer quantity,
    @Nullable String packageNumber,
    @Nullable String serialNumber,
    @Nullable List<String> manufacturerLotCodes) {}
