// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dispatch from one fulfillment center ({@code FulfillmentShipment}).
 *
 * @param amazonShipmentId Amazon's id
 * @param fulfillmentCenterId where it leaves from
 * @param fulfillmentShipmentStatus {@code PENDING}, {@code SHIPPED} or one of the cancelled words
 * @param shippingDate estimate while pending, fact once shipped
 * @param estimatedArrivalDate estimate
 * @param items what is in it
 * @param packages its parcels; absent until known
 * @param shippingNotes remarks of Amazon
 */
public record FulfillmentShipment(
    @Nullable String amazonShipmentId,
    @Nullable String fulfillmentCenterId,
    @Nullable String fulfillmentShipmentStatus,
    @Nullable String shippingDate,
    @Nullable String estimatedArrivalDate,
    @Json(name = "fulfillmentShipmentItem") @Nullable List<FulfillmentShipmentItem> items,
    @Json(name = "fulfillmentShipmentPackage") @Nullable List<FulfillmentShipmentPackage> packages,
    @Nullable List<String> shippingNotes) {}
