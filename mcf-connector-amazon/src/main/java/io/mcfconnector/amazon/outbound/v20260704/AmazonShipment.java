// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dispatch from one fulfillment center ({@code Shipment}).
 *
 * @param amazonShipmentId Amazon's id
 * @param status {@code PROCESSING}, {@code SHIPPED} or {@code CANCELLED}
 * @param shipTime estimate while processing, fact once shipped
 * @param deliveryTime estimate
 * @param items what is in it
 * @param packages its parcels; absent until known
 * @param amazonFacility where it leaves from
 * @param shippingNotes remarks of Amazon
 * @param serviceLevel its speed
 */
public record AmazonShipment(
    @Nullable String amazonShipmentId,
    @Nullable String status,
    @Nullable String shipTime,
    @Nullable String deliveryTime,
    @Nullable List<ShipmentItem> items,
    @Nullable List<AmazonPackage> packages,
    @Nullable AmazonFacility amazonFacility,
    @Nullable List<String> shippingNotes,
    @Nullable ShipmentServiceLevel serviceLevel) {}
