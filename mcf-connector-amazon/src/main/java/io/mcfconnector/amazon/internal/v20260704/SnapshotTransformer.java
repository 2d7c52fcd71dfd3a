// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20260704;

import static io.mcfconnector.amazon.internal.Wire.checked;

import io.mcfconnector.amazon.internal.AddressTransformer;
import io.mcfconnector.amazon.internal.PackageContents;
import io.mcfconnector.amazon.internal.Wire;
import io.mcfconnector.amazon.outbound.v20260704.AmazonFulfillmentOrder;
import io.mcfconnector.amazon.outbound.v20260704.AmazonPackage;
import io.mcfconnector.amazon.outbound.v20260704.AmazonShipment;
import io.mcfconnector.amazon.outbound.v20260704.AmazonTracking;
import io.mcfconnector.amazon.outbound.v20260704.Amount;
import io.mcfconnector.amazon.outbound.v20260704.CarrierTracking;
import io.mcfconnector.amazon.outbound.v20260704.OrderDestination;
import io.mcfconnector.amazon.outbound.v20260704.OrderLineItem;
import io.mcfconnector.amazon.outbound.v20260704.ShipmentItem;
import io.mcfconnector.amazon.outbound.v20260704.Tracking;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order of 2026-07-04 as our model sees it; the address stays behind. */
final class SnapshotTransformer {

  private SnapshotTransformer() {}

  static FulfillmentSnapshot toSnapshot(FulfillmentOrderId id, AmazonFulfillmentOrder order) {
    String status = order.status() == null ? "" : order.status();
    OrderDestination destination = order.destination();
    return new FulfillmentSnapshot(
        id,
        status(status),
        status,
        AddressTransformer.fingerprint(destination == null ? null : destination.deliveryAddress()),
        Wire.list(order.lineItems()).stream().map(SnapshotTransformer::item).toList(),
        Wire.list(order.shipments()).stream().map(SnapshotTransformer::shipment).toList());
  }

  private static FulfillmentSnapshot.Item item(OrderLineItem item) {
    String sku = checked(checked(checked(item.product()).productIdentifier()).amazonSku());
    return new FulfillmentSnapshot.Item(
        checked(item.lineItemId()),
        Msku.of(sku),
        units(item.amount()),
        units(item.cancelledAmount()),
        units(item.unfulfillableAmount()));
  }

  private static Shipment shipment(AmazonShipment shipment) {
    Shipment.Status status = shipmentStatus(checked(shipment.status()));
    List<AmazonPackage> parcels = Wire.list(shipment.packages());
    PackageContents contents = contents(Wire.list(shipment.items()), parcels);
    return new Shipment(
        checked(shipment.amazonShipmentId()),
        status,
        parcels.stream().map(parcel -> parcel(parcel, status, contents)).toList());
  }

  /** Items name their package, or packages name their items, or neither. */
  private static PackageContents contents(List<ShipmentItem> items, List<AmazonPackage> parcels) {
    Map<String, String> packageOfItem = new HashMap<>();
    for (AmazonPackage parcel : parcels) {
      Wire.list(parcel.shipmentItemIds())
          .forEach(itemId -> packageOfItem.put(itemId, checked(parcel.packageId())));
    }
    PackageContents contents =
        new PackageContents(parcels.stream().map(parcel -> checked(parcel.packageId())).toList());
    for (ShipmentItem item : items) {
      String packageId =
          item.packageId() == null ? packageOfItem.get(item.shipmentItemId()) : item.packageId();
      contents.add(packageId, checked(item.lineItemId()), units(item.amount()));
    }
    return contents;
  }

  private static ShipmentPackage parcel(
      AmazonPackage parcel, Shipment.Status shipment, PackageContents contents) {
    String id = checked(parcel.packageId());
    Tracking tracking = parcel.tracking();
    CarrierTracking carrier = tracking == null ? null : tracking.carrier();
    AmazonTracking amazon = tracking == null ? null : tracking.amazon();
    return new ShipmentPackage(
        id,
        carrier == null ? null : Wire.carrier(carrier.carrierCode()),
        carrier == null ? null : Wire.trackingNumber(carrier.trackingNumber()),
        amazon == null ? null : Wire.trackingNumber(amazon.trackingNumber()),
        packageStatus(parcel.status(), shipment),
        contents.of(id));
  }

  private static FulfillmentStatus status(String status) {
    return switch (status) {
      case "PROCESSING" -> FulfillmentStatus.IN_PROGRESS;
      case "COMPLETE" -> FulfillmentStatus.COMPLETE;
      case "COMPLETE_PARTIAL" -> FulfillmentStatus.PARTIAL;
      case "CANCELLED" -> FulfillmentStatus.CANCELLED;
      case "UNFULFILLABLE" -> FulfillmentStatus.UNFULFILLABLE;
      case "INVALID" -> FulfillmentStatus.INVALID;
      default -> FulfillmentStatus.UNKNOWN;
    };
  }

  private static Shipment.Status shipmentStatus(String status) {
    return switch (status) {
      case "PROCESSING" -> Shipment.Status.PENDING;
      case "SHIPPED" -> Shipment.Status.SHIPPED;
      case "CANCELLED" -> Shipment.Status.CANCELLED;
      default -> Shipment.Status.UNKNOWN;
    };
  }

  private static PackageStatus packageStatus(@Nullable String status, Shipment.Status shipment) {
    if (status == null) {
      return switch (shipment) {
        case PENDING -> PackageStatus.PENDING;
        case SHIPPED -> PackageStatus.SHIPPED;
        case CANCELLED, UNKNOWN -> PackageStatus.UNKNOWN;
      };
    }
    return switch (status) {
      case "PROCESSING" -> PackageStatus.PENDING;
      case "IN_TRANSIT", "DELAYED", "OUT_FOR_DELIVERY" -> PackageStatus.SHIPPED;
      case "DELIVERED" -> PackageStatus.DELIVERED;
      case "UNDELIVERABLE", "EXPIRED" -> PackageStatus.UNDELIVERABLE;
      default -> PackageStatus.UNKNOWN;
    };
  }

  private static int units(@Nullable Amount amount) {
    return amount == null ? 0 : amount.units();
  }
}
