// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Who serves which operation. */
final class Desks {

  private Desks() {}

  static Map<String, Function<Routed, Reply>> of(
      FulfillmentWorld world,
      Marketplace marketplace,
      NotificationDesk notifications,
      int pageSize,
      boolean createsAtOnce) {
    Map<String, Function<Routed, Reply>> desks = new HashMap<>();
    outbound20200701(desks, world, marketplace, pageSize);
    outbound20260704(
        desks, world, new OutboundV20260704Desk(world, marketplace, pageSize, createsAtOnce));
    OfferDesk offers = new OfferDesk(world, marketplace);
    desks.put("deliveryOffers", asked -> offers.offers20200701(asked.body()));
    desks.put("getOffers", asked -> offers.offers20260704(asked.body()));
    InventoryDesk inventory = new InventoryDesk(world, marketplace, pageSize);
    StockroomDesk stockroom = new StockroomDesk(world, marketplace);
    desks.put("getInventorySummaries", asked -> inventory.summaries(asked.request()));
    desks.put("createInventoryItem", asked -> stockroom.create(asked.body()));
    desks.put("addInventory", stockroom::add);
    desks.put("deleteInventoryItem", stockroom::delete);
    notifications(desks, notifications);
    return Map.copyOf(desks);
  }

  private static void outbound20200701(
      Map<String, Function<Routed, Reply>> desks,
      FulfillmentWorld world,
      Marketplace marketplace,
      int pageSize) {
    OutboundV20200701Desk orders = new OutboundV20200701Desk(world, marketplace, pageSize);
    desks.put("createFulfillmentOrder", asked -> orders.create(asked.body()));
    desks.put("getFulfillmentOrder", asked -> orders.get(asked.id()));
    desks.put("listAllFulfillmentOrders", asked -> orders.list(asked.request()));
    desks.put("updateFulfillmentOrder", asked -> orders.update(asked.id(), asked.body()));
    desks.put("cancelFulfillmentOrder", asked -> orders.cancel(asked.id()));
    desks.put("getFulfillmentPreview", asked -> orders.preview(asked.body()));
    desks.put("getPackageTrackingDetails", new TrackingDesk(world)::details);
    FeatureDesk features = new FeatureDesk(world, marketplace, pageSize);
    desks.put("getFeatures", features::all);
    desks.put("getFeatureInventory", features::inventory);
    desks.put("getFeatureSKU", features::sku);
    ReturnDesk returns = new ReturnDesk(world, marketplace);
    desks.put("listReturnReasonCodes", returns::reasons);
    desks.put("createFulfillmentReturn", returns::create);
    desks.put("submitFulfillmentOrderStatusUpdate", new SandboxDesk(world)::moveOrder20200701);
  }

  private static void outbound20260704(
      Map<String, Function<Routed, Reply>> desks,
      FulfillmentWorld world,
      OutboundV20260704Desk orders) {
    SandboxDesk sandbox = new SandboxDesk(world);
    desks.put("createOrder", asked -> orders.create(asked.body()));
    desks.put("getOrder", asked -> orders.get(asked.id(), asked.request()));
    desks.put("listOrders", asked -> orders.list(asked.request()));
    desks.put("updateOrder", asked -> orders.update(asked.id(), asked.body()));
    desks.put("cancelOrder", asked -> orders.cancel(asked.id()));
    desks.put("getOrderPreview", asked -> orders.preview(asked.body()));
    desks.put("updateOrderStatus", sandbox::moveOrder20260704);
    desks.put("updatePackage", sandbox::movePackage);
  }

  private static void notifications(
      Map<String, Function<Routed, Reply>> desks, NotificationDesk desk) {
    desks.put("createDestination", asked -> desk.createDestination(asked.body()));
    desks.put("getDestinations", asked -> desk.destinations());
    desks.put("getDestination", asked -> desk.destination(asked.id()));
    desks.put("deleteDestination", asked -> desk.deleteDestination(asked.id()));
    desks.put("createSubscription", asked -> desk.createSubscription(asked.id(), asked.body()));
    desks.put("getSubscription", desk::subscription);
    desks.put("getSubscriptions", desk::subscriptions);
    desks.put("getSubscriptionById", desk::subscriptionById);
    desks.put("deleteSubscriptionById", desk::deleteSubscription);
    desks.put("sendTestNotification", asked -> desk.test(asked.id(), asked.body()));
  }
}
