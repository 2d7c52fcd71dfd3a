// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes a notification of each change that the seller subscribed to. */
final class NotificationSender implements Changes {

  private static final String ORDER_STATUS = "FULFILLMENT_ORDER_STATUS";
  private static final String AVAILABILITY = "FBA_INVENTORY_AVAILABILITY_CHANGES";
  private static final String VERSION = "1.0";

  private final FulfillmentWorld world;
  private final NotificationDesk desk;
  private final String sellerId;
  private final String marketplaceId;
  private final NotificationDelivery delivery;
  private final Consumer<String> sink;
  private int sent;

  NotificationSender(
      FulfillmentWorld world,
      NotificationDesk desk,
      String sellerId,
      String marketplaceId,
      NotificationDelivery delivery,
      Consumer<String> sink) {
    this.world = world;
    this.desk = desk;
    this.sellerId = sellerId;
    this.marketplaceId = marketplaceId;
    this.delivery = delivery;
    this.sink = sink;
  }

  @Override
  public void orderChanged(SimulatedOrder order, Instant at) {
    send(ORDER_STATUS, at, status(order, "Order", at));
  }

  @Override
  public void shipmentChanged(SimulatedOrder order, SimulatedShipment shipment, Instant at) {
    Map<String, Object> event = status(order, "Shipment", at);
    event.put(
        "FulfillmentShipment",
        Wire.object(
            "FulfillmentShipmentStatus",
            words(shipment.status.name()),
            "AmazonShipmentId",
            shipment.id,
            "EstimatedArrivalDateTime",
            shipment.status.isCancelled() ? null : Wire.time(shipment.arrivesAt()),
            "FulfillmentShipmentPackages",
            shipment.packages.stream()
                .map(
                    parcel ->
                        Wire.object(
                            "PackageNumber",
                            parcel.number,
                            "CarrierCode",
                            parcel.carrierCode,
                            "TrackingNumber",
                            parcel.trackingNumber))
                .toList()));
    send(ORDER_STATUS, at, event);
  }

  @Override
  public void stockChanged(String sku, Instant at) {
    Warehouse.Count count = world.warehouse().count(sku, at);
    if (count == null) {
      return;
    }
    Map<String, Object> inventory =
        Wire.object(
            "Fulfillable",
            count.fulfillable(),
            "Unfulfillable",
            0,
            "Researching",
            0,
            "InboundQuantityBreakdown",
            Wire.object("Working", 0, "Shipped", 0, "Receiving", 0),
            "ReservedQuantityBreakdown",
            Wire.object(
                "WarehouseProcessing",
                0,
                "WarehouseTransfer",
                0,
                "PendingCustomerOrder",
                count.reserved()),
            "FutureSupplyBuyable",
            0,
            "PendingCustomerOrderInTransit",
            0);
    send(
        AVAILABILITY,
        at,
        Wire.object(
            "SellerId",
            sellerId,
            "FNSKU",
            InventoryDesk.fnSku(sku),
            "ASIN",
            InventoryDesk.asin(sku),
            "SKU",
            sku,
            "FulfillmentInventoryByMarketplace",
            List.of(
                Wire.object(
                    "MarketplaceId",
                    marketplaceId,
                    "ItemName",
                    sku,
                    "FulfillmentInventory",
                    inventory))));
  }

  private Map<String, Object> status(SimulatedOrder order, String kind, Instant at) {
    return Wire.object(
        "SellerId",
        sellerId,
        "EventType",
        kind,
        "StatusUpdatedDateTime",
        at.toString(),
        "SellerFulfillmentOrderId",
        order.draft.id(),
        "FulfillmentOrderStatus",
        order.status().v2020());
  }

  private void send(String type, Instant at, Map<String, Object> payload) {
    String subscription = desk.subscriptionId(type);
    if (subscription == null) {
      return;
    }
    String id =
        UUID.nameUUIDFromBytes(("notification " + ++sent).getBytes(StandardCharsets.UTF_8))
            .toString();
    boolean nested = type.equals(ORDER_STATUS);
    Map<String, Object> notification =
        Wire.object(
            "NotificationVersion",
            VERSION,
            "NotificationType",
            type,
            "PayloadVersion",
            VERSION,
            "EventTime",
            at.toString(),
            "Payload",
            nested ? Wire.object("FulfillmentOrderStatusNotification", payload) : payload,
            "NotificationMetadata",
            Wire.object(
                "ApplicationId",
                "amzn1.sellerapps.app.simulated",
                "SubscriptionId",
                subscription,
                "PublishTime",
                world.now().toString(),
                // Amazon's samples have such blanks.
                "NotificationId",
                " " + id));
    delivery.deliver(JsonText.of(notification), sink);
  }

  /** Turns {@code CANCELLED_BY_SELLER} into {@code CancelledBySeller}. */
  private static String words(String constant) {
    StringBuilder text = new StringBuilder();
    for (String word : constant.split("_", -1)) {
      text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}
