// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as version 2026-07-04 shows it. */
final class OrderViewV20260704 {

  private static final Map<String, String> TIERS =
      Map.of(
          "Standard", "STANDARD",
          "Expedited", "EXPEDITED",
          "Priority", "PRIORITY",
          "ScheduledDelivery", "SCHEDULED");
  private static final Map<String, String> POLICIES =
      Map.of(
          "FillOrKill", "FILL_OR_KILL",
          "FillAll", "FILL_ALL",
          "FillAllAvailable", "FILL_ALL_AVAILABLE");

  private final String originCountry;

  OrderViewV20260704(String originCountry) {
    this.originCountry = originCountry;
  }

  Map<String, Object> of(SimulatedOrder order, boolean withShipments) {
    OrderDraft draft = order.draft;
    return Wire.object(
        "orderId",
        draft.id(),
        "channel",
        draft.channel(),
        "receiveTime",
        Wire.time(order.receivedAt),
        "status",
        order.status().v2026(),
        "statusUpdateTime",
        Wire.time(order.statusUpdatedAt()),
        "fulfillmentConfiguration",
        configuration(draft),
        "origin",
        Wire.object("countryCode", originCountry),
        "destination",
        Wire.object("deliveryAddress", draft.destination()),
        "lineItems",
        draft.lines().stream().map(line -> lineItem(order, line)).toList(),
        "shipments",
        withShipments
            ? order.shipments.stream().map(shipment -> shipment(shipment, draft)).toList()
            : null);
  }

  private static Map<String, Object> configuration(OrderDraft draft) {
    return Wire.object(
        "serviceLevel",
        Wire.object("serviceTiers", List.of(tier(draft))),
        "action",
        draft.action().toUpperCase(Locale.ROOT),
        "policy",
        POLICIES.get(draft.policy()),
        "services",
        draft.services().isEmpty() ? null : draft.services());
  }

  private static String tier(OrderDraft draft) {
    return TIERS.getOrDefault(draft.speed(), "STANDARD");
  }

  private static Map<String, Object> lineItem(SimulatedOrder order, OrderDraft.Line line) {
    return Wire.object(
        "lineItemId",
        line.id(),
        "product",
        Wire.object("productIdentifier", identifier(line)),
        "amount",
        eaches(line.units()),
        "cancelledAmount",
        eaches(order.cancelled(line)),
        "unfulfillableAmount",
        eaches(order.unfulfillable(line)));
  }

  private static Map<String, Object> identifier(OrderDraft.Line line) {
    return Wire.object("amazonSku", line.sku());
  }

  /** Amazon writes a decimal although units are whole. */
  private static Map<String, Object> eaches(int units) {
    return Wire.object("unit", "EACHES", "value", units + ".0");
  }

  private static Map<String, Object> shipment(SimulatedShipment shipment, OrderDraft draft) {
    boolean cancelled = shipment.status.isCancelled();
    return Wire.object(
        "amazonShipmentId",
        shipment.id,
        "amazonFacility",
        Wire.object("facilityId", shipment.facility),
        "status",
        shipment.status.v2026(),
        "shipTime",
        cancelled ? null : Wire.time(shipment.shipsAt()),
        "deliveryTime",
        cancelled ? null : Wire.time(shipment.arrivesAt()),
        "items",
        shipment.packages.stream()
            .flatMap(parcel -> parcel.contents.stream().map(it -> shipmentItem(parcel, it)))
            .toList(),
        "packages",
        cancelled
            ? null
            : shipment.packages.stream().map(OrderViewV20260704::shipmentPackage).toList(),
        "serviceLevel",
        Wire.object("serviceTier", tier(draft)));
  }

  private static Map<String, Object> shipmentItem(
      SimulatedPackage parcel, SimulatedPackage.Content content) {
    return Wire.object(
        "shipmentItemId",
        content.itemId(),
        "productIdentifier",
        identifier(content.line()),
        "lineItemId",
        content.line().id(),
        "amount",
        eaches(content.units()),
        "packageId",
        parcel.id);
  }

  private static Map<String, Object> shipmentPackage(SimulatedPackage parcel) {
    return Wire.object(
        "packageId",
        parcel.id,
        "deliveryTime",
        Wire.time(parcel.arrivesAt),
        "status",
        parcel.v2026Status(),
        "shipmentItemIds",
        parcel.contents.stream().map(SimulatedPackage.Content::itemId).toList(),
        "tracking",
        tracking(parcel));
  }

  private static @Nullable Map<String, Object> tracking(SimulatedPackage parcel) {
    Map<String, Object> tracking =
        Wire.object(
            "carrier",
            parcel.trackingNumber == null
                ? null
                : Wire.object(
                    "carrierCode", parcel.carrierCode, "trackingNumber", parcel.trackingNumber),
            "amazon",
            parcel.amazonTrackingNumber == null
                ? null
                : Wire.object("trackingNumber", parcel.amazonTrackingNumber),
            "dropOffLocation",
            parcel.delivered ? Wire.object("type", "FRONT_DOOR") : null);
    return tracking.isEmpty() ? null : tracking;
  }
}
