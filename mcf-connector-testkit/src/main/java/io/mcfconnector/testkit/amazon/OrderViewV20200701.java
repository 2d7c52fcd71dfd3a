// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as version 2020-07-01 shows it. */
final class OrderViewV20200701 {

  Map<String, Object> whole(SimulatedOrder order) {
    return Wire.object(
        "fulfillmentOrder",
        head(order),
        "fulfillmentOrderItems",
        order.draft.lines().stream().map(line -> item(order, line)).toList(),
        "fulfillmentShipments",
        order.shipments.stream().map(OrderViewV20200701::shipment).toList(),
        "returnItems",
        List.copyOf(order.returns),
        "returnAuthorizations",
        List.of());
  }

  Map<String, Object> head(SimulatedOrder order) {
    OrderDraft draft = order.draft;
    return Wire.object(
        "sellerFulfillmentOrderId",
        draft.id(),
        "marketplaceId",
        draft.marketplaceId(),
        "displayableOrderId",
        draft.displayableId(),
        "displayableOrderDate",
        Wire.time(draft.displayableDate()),
        "displayableOrderComment",
        draft.comment(),
        "shippingSpeedCategory",
        draft.speed(),
        "destinationAddress",
        draft.destination(),
        "fulfillmentAction",
        draft.action(),
        "fulfillmentPolicy",
        draft.policy(),
        "receivedDate",
        Wire.time(order.receivedAt),
        "fulfillmentOrderStatus",
        order.status().v2020(),
        "statusUpdatedDate",
        Wire.time(order.statusUpdatedAt()),
        "featureConstraints",
        draft.features());
  }

  private static Map<String, Object> item(SimulatedOrder order, OrderDraft.Line line) {
    SimulatedShipment shipment =
        order.livingShipments().stream()
            .filter(candidate -> holds(candidate, line))
            .findFirst()
            .orElse(null);
    return Wire.object(
        "sellerSku",
        line.sku(),
        "sellerFulfillmentOrderItemId",
        line.id(),
        "quantity",
        line.units(),
        "cancelledQuantity",
        order.cancelled(line),
        "unfulfillableQuantity",
        order.unfulfillable(line),
        "estimatedShipDate",
        shipment == null ? null : Wire.time(shipment.shipsAt()),
        "estimatedArrivalDate",
        shipment == null ? null : Wire.time(shipment.arrivesAt()));
  }

  private static boolean holds(SimulatedShipment shipment, OrderDraft.Line line) {
    return shipment.packages.stream()
        .flatMap(parcel -> parcel.contents.stream())
        .anyMatch(content -> content.line().equals(line));
  }

  private static Map<String, Object> shipment(SimulatedShipment shipment) {
    boolean cancelled = shipment.status.isCancelled();
    return Wire.object(
        "amazonShipmentId",
        shipment.id,
        "fulfillmentCenterId",
        shipment.facility,
        "fulfillmentShipmentStatus",
        shipment.status.name(),
        "shippingDate",
        cancelled ? null : Wire.time(shipment.shipsAt()),
        "estimatedArrivalDate",
        cancelled ? null : Wire.time(shipment.arrivesAt()),
        "fulfillmentShipmentItem",
        shipment.packages.stream()
            .flatMap(parcel -> parcel.contents.stream().map(it -> shipmentItem(parcel, it)))
            .toList(),
        "fulfillmentShipmentPackage",
        cancelled
            ? null
            : shipment.packages.stream().map(OrderViewV20200701::shipmentPackage).toList());
  }

  private static Map<String, Object> shipmentItem(
      SimulatedPackage parcel, SimulatedPackage.Content content) {
    return Wire.object(
        "sellerSku",
        content.line().sku(),
        "sellerFulfillmentOrderItemId",
        content.line().id(),
        "quantity",
        content.units(),
        "packageNumber",
        parcel.number);
  }

  private static Map<String, Object> shipmentPackage(SimulatedPackage parcel) {
    return Wire.object(
        "packageNumber",
        parcel.number,
        "carrierCode",
        parcel.carrierCode,
        "trackingNumber",
        parcel.trackingNumber,
        "amazonFulfillmentTrackingNumber",
        parcel.amazonTrackingNumber,
        "estimatedArrivalDate",
        Wire.time(parcel.arrivesAt),
        "deliveryInformation",
        delivery(parcel));
  }

  private static @Nullable Map<String, Object> delivery(SimulatedPackage parcel) {
    return parcel.delivered
        ? Wire.object("dropOffLocation", Wire.object("type", "FRONT_DOOR"))
        : null;
  }
}
