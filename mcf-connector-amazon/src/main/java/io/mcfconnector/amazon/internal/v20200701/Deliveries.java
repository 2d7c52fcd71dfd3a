// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20200701;

import io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way of shipped parcels to the buyer, of which an order of 2020-07-01 tells nothing. */
final class Deliveries {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private Deliveries() {}

  /** Returns the order with the status of each shipped parcel, asked for one by one. */
  static FulfillmentSnapshot complete(FulfillmentSnapshot order, FulfillmentOutboundApi api) {
    return new FulfillmentSnapshot(
        order.id(),
        order.status(),
        order.rawStatus(),
        order.destination(),
        order.items(),
        order.shipments().stream()
            .map(
                shipment ->
                    new Shipment(
                        shipment.id(),
                        shipment.status(),
                        shipment.packages().stream().map(parcel -> complete(parcel, api)).toList()))
            .toList());
  }

  private static ShipmentPackage complete(ShipmentPackage parcel, FulfillmentOutboundApi api) {
    if (parcel.status() != PackageStatus.SHIPPED || !NUMBER.matcher(parcel.id()).matches()) {
      return parcel;
    }
    String status = api.getPackageTrackingDetails(Integer.parseInt(parcel.id())).currentStatus();
    return new ShipmentPackage(
        parcel.id(),
        parcel.carrier(),
        parcel.carrierNumber(),
        parcel.networkNumber(),
        status(status),
        parcel.contents());
  }

  /** Amazon sends words that its model lacks: they say no more than that it was shipped. */
  private static PackageStatus status(@Nullable String status) {
    return switch (status == null ? "" : status) {
      case "DELIVERED" -> PackageStatus.DELIVERED;
      case "UNDELIVERABLE", "RETURNING", "RETURNED", "RETURN_RECEIVED_IN_FC" ->
          PackageStatus.UNDELIVERABLE;
      default -> PackageStatus.SHIPPED;
    };
  }
}
