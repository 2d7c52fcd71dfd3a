// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20200701;

import static io.mcfconnector.amazon.internal.Wire.checked;

import io.mcfconnector.amazon.internal.AddressTransformer;
import io.mcfconnector.amazon.internal.PackageContents;
import io.mcfconnector.amazon.internal.Wire;
import io.mcfconnector.amazon.outbound.v20200701.AmazonFulfillmentOrder;
import io.mcfconnector.amazon.outbound.v20200701.AmazonFulfillmentOrderItem;
import io.mcfconnector.amazon.outbound.v20200701.FulfillmentShipment;
import io.mcfconnector.amazon.outbound.v20200701.FulfillmentShipmentItem;
import io.mcfconnector.amazon.outbound.v20200701.FulfillmentShipmentPackage;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentOrderResult;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import java.util.List;

/** An order of 2020-07-01 as our model sees it; the address stays behind. */
final class SnapshotTransformer {

  private SnapshotTransformer() {}

  static FulfillmentSnapshot toSnapshot(GetFulfillmentOrderResult result) {
    AmazonFulfillmentOrder order = checked(result.fulfillmentOrder());
    String status = checked(order.fulfillmentOrderStatus());
    return new FulfillmentSnapshot(
        FulfillmentOrderId.of(checked(order.sellerFulfillmentOrderId())),
        status(status),
        status,
        AddressTransformer.fingerprint(order.destinationAddress()),
        Wire.list(result.fulfillmentOrderItems()).stream().map(SnapshotTransformer::item).toList(),
        Wire.list(result.fulfillmentShipments()).stream()
            .map(SnapshotTransformer::shipment)
            .toList());
  }

  private static FulfillmentSnapshot.Item item(AmazonFulfillmentOrderItem item) {
    return new FulfillmentSnapshot.Item(
        checked(item.sellerFulfillmentOrderItemId()),
        Msku.of(checked(item.sellerSku())),
        Wire.units(item.quantity()),
        Wire.units(item.cancelledQuantity()),
        Wire.units(item.unfulfillableQuantity()));
  }

  private static Shipment shipment(FulfillmentShipment shipment) {
    Shipment.Status status = shipmentStatus(checked(shipment.fulfillmentShipmentStatus()));
    List<FulfillmentShipmentPackage> parcels = Wire.list(shipment.packages());
    PackageContents contents =
        new PackageContents(
            parcels.stream().map(parcel -> checked(parcel.packageNumber())).toList());
    for (FulfillmentShipmentItem item : Wire.list(shipment.items())) {
      contents.add(
          item.packageNumber(),
          checked(item.sellerFulfillmentOrderItemId()),
          Wire.units(item.quantity()));
    }
    return new Shipment(
        checked(shipment.amazonShipmentId()),
        status,
        parcels.stream().map(parcel -> parcel(parcel, packageStatus(status), contents)).toList());
  }

  private static ShipmentPackage parcel(
      FulfillmentShipmentPackage parcel, PackageStatus status, PackageContents contents) {
    String id = checked(parcel.packageNumber());
    return new ShipmentPackage(
        id,
        Wire.carrier(parcel.carrierCode()),
        Wire.trackingNumber(parcel.trackingNumber()),
        Wire.trackingNumber(parcel.amazonFulfillmentTrackingNumber()),
        status,
        contents.of(id));
  }

  private static FulfillmentStatus status(String status) {
    return switch (status) {
      case "New", "Received", "Planning", "Processing" -> FulfillmentStatus.IN_PROGRESS;
      case "Complete" -> FulfillmentStatus.COMPLETE;
      case "CompletePartialled" -> FulfillmentStatus.PARTIAL;
      case "Cancelled" -> FulfillmentStatus.CANCELLED;
      case "Unfulfillable" -> FulfillmentStatus.UNFULFILLABLE;
      case "Invalid" -> FulfillmentStatus.INVALID;
      default -> FulfillmentStatus.UNKNOWN;
    };
  }

  private static Shipment.Status shipmentStatus(String status) {
    return switch (status) {
      case "PENDING" -> Shipment.Status.PENDING;
      case "SHIPPED" -> Shipment.Status.SHIPPED;
      case "CANCELLED_BY_FULFILLER", "CANCELLED_BY_SELLER" -> Shipment.Status.CANCELLED;
      default -> Shipment.Status.UNKNOWN;
    };
  }

  /** This version gives packages no status of their own. */
  private static PackageStatus packageStatus(Shipment.Status status) {
    return switch (status) {
      case PENDING -> PackageStatus.PENDING;
      case SHIPPED -> PackageStatus.SHIPPED;
      case CANCELLED, UNKNOWN -> PackageStatus.UNKNOWN;
    };
  }
}
