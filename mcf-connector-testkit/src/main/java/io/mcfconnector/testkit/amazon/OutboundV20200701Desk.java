// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fulfillment Outbound, version 2020-07-01. */
final class OutboundV20200701Desk {

  private static final int LONGEST_COMMENT = 750;
  private static final int LONGEST_ITEM_ID = 50;
  private static final Set<String> SPEEDS = Set.of("Standard", "Expedited", "Priority");
  private static final Set<String> JAPANESE_SPEEDS =
      Set.of("Standard", "Expedited", "Priority", "ScheduledDelivery");
  private static final Set<String> ACTIONS = Set.of("Ship", "Hold");
  private static final Set<String> POLICIES = Set.of("FillOrKill", "FillAll", "FillAllAvailable");
  static final List<String> FEATURES =
      List.of(
          "BLANK_BOX",
          "OVERBOX",
          "BLOCK_AMZL",
          "PRIME_ELIGIBILITY",
          "DELIVER_TOGETHER",
          "SIGNATURE_CONFIRMATION",
          "ADULT_SIGNATURE_CONFIRMATION",
          "PACKING_SLIP");
  private static final Set<String> FEATURE_POLICIES = Set.of("Required", "NotRequired");

  private final FulfillmentWorld world;
  private final Marketplace marketplace;
  private final DraftRules rules;
  private final Pages pages;
  private final OrderViewV20200701 view;

  OutboundV20200701Desk(FulfillmentWorld world, Marketplace marketplace, int pageSize) {
    this.world = world;
    this.marketplace = marketplace;
    this.rules = new DraftRules(marketplace);
    this.pages = new Pages(pageSize, Duration.ofHours(1));
    this.view = new OrderViewV20200701();
  }

  Reply create(JsonObject body) {
    checkMarketplace(body);
    world.create(
        new OrderDraft(
            rules.orderId(body, "sellerFulfillmentOrderId"),
            OrderDraft.V2020,
            null,
            marketplace.id(),
            rules.displayableId(body, "displayableOrderId"),
            body.time("displayableOrderDate"),
            body.text("displayableOrderComment", LONGEST_COMMENT),
            speed(body),
            body.oneOf("fulfillmentAction", "Ship", ACTIONS),
            body.oneOf("fulfillmentPolicy", "FillOrKill", POLICIES),
            rules.address(body.object("destinationAddress")),
            lines(body),
            features(body),
            Map.of()));
    return Wire.reply(200, Map.of());
  }

  Reply get(String id) {
    return payload(view.whole(order(id)));
  }

  Reply list(Incoming request) {
    String token = request.query().getOrDefault("nextToken", "");
    Pages.Page page =
        token.isEmpty()
            ? pages.first(changedIds(request), "", world.now())
            : pages.next(token, "", world.now());
    List<Map<String, Object>> orders =
        page.keys().stream().map(id -> view.head(order(id))).toList();
    return payload(Wire.object("fulfillmentOrders", orders, "nextToken", page.nextToken()));
  }

  /** Changes an order on hold; what is not sent stays as it is. */
  Reply update(String id, JsonObject body) {
    SimulatedOrder order = order(id);
    OrderDraft old = order.draft;
    if (body.textOrNull("marketplaceId", Integer.MAX_VALUE) != null) {
      checkMarketplace(body);
    }
    String comment = body.textOrNull("displayableOrderComment", LONGEST_COMMENT);
    JsonObject address = body.objectOrNull("destinationAddress");
    world.update(
        order,
        new OrderDraft(
            old.id(),
            old.version(),
            old.channel(),
            old.marketplaceId(),
            has(body, "displayableOrderId")
                ? rules.displayableId(body, "displayableOrderId")
                : old.displayableId(),
            has(body, "displayableOrderDate")
                ? body.time("displayableOrderDate")
                : old.displayableDate(),
            comment == null ? old.comment() : comment,
            body.oneOf("shippingSpeedCategory", old.speed(), speeds()),
            body.oneOf("fulfillmentAction", old.action(), ACTIONS),
            body.oneOf("fulfillmentPolicy", old.policy(), POLICIES),
            address == null ? old.destination() : rules.address(address),
            updatedLines(old, body),
            has(body, "featureConstraints") ? features(body) : old.features(),
            old.services()));
    return Wire.reply(200, Map.of());
  }

  Reply cancel(String id) {
    SimulatedOrder order = order(id);
    if (!order.status().isCancellable()) {
      throw Refusal.invalid(
          "The fulfillment order cannot be cancelled in status " + order.status().v2020() + ".");
    }
    world.cancel(order);
    return Wire.reply(200, Map.of());
  }

  Reply preview(JsonObject body) {
    checkMarketplace(body);
    rules.address(body.object("address"));
    List<OrderDraft.Line> lines = lines(body);
    features(body);
    List<String> speeds = body.texts("shippingSpeedCategories");
    if (!speeds().containsAll(speeds)) {
      throw body.invalid("shippingSpeedCategories");
    }
    PreviewV20200701 preview = new PreviewV20200701(world, marketplace.id());
    List<Map<String, Object>> previews =
        (speeds.isEmpty() ? List.of("Standard", "Expedited", "Priority") : speeds)
            .stream().map(speed -> preview.of(speed, lines)).toList();
    return payload(Wire.object("fulfillmentPreviews", previews));
  }

  private List<String> changedIds(Incoming request) {
    String start = request.query().getOrDefault("queryStartDate", "");
    Instant since = start.isEmpty() ? Instant.EPOCH : JsonObject.isoTime(start);
    return world.updatedSince(since).stream().map(order -> order.draft.id()).toList();
  }

  private SimulatedOrder order(String id) {
    if (id.length() > DraftRules.LONGEST_ID) {
      throw Refusal.invalidValue(id, "SellerFulfillmentOrderId");
    }
    return world.read(id);
  }

  private void checkMarketplace(JsonObject body) {
    String asked = body.textOrNull("marketplaceId", Integer.MAX_VALUE);
    if (asked == null) {
      // Optional in the model, but this is what such a body met.
      throw Refusal.invalidValue("", "SellerId");
    }
    marketplace.check(asked, "MarketplaceId");
  }

  private String speed(JsonObject body) {
    body.text("shippingSpeedCategory", Integer.MAX_VALUE);
    return body.oneOf("shippingSpeedCategory", "", speeds());
  }

  private Set<String> speeds() {
    return marketplace.country().equals("JP") ? JAPANESE_SPEEDS : SPEEDS;
  }

  private List<OrderDraft.Line> lines(JsonObject body) {
    List<OrderDraft.Line> lines = new ArrayList<>();
    for (JsonObject item : body.objects("items")) {
      String id = item.text("sellerFulfillmentOrderItemId", LONGEST_ITEM_ID);
      String sku = rules.sku(item, "sellerSku");
      lines.add(new OrderDraft.Line(id, sku, item.count("quantity")));
    }
    rules.checkLines(lines, "Items");
    return lines;
  }

  /** This simulator keeps lines as they are: what Amazon lets change is not published. */
  private static List<OrderDraft.Line> updatedLines(OrderDraft old, JsonObject body) {
    for (JsonObject item : body.objects("items")) {
      String id = item.text("sellerFulfillmentOrderItemId", LONGEST_ITEM_ID);
      int units = item.count("quantity");
      boolean same =
          old.lines().stream().anyMatch(line -> line.id().equals(id) && line.units() == units);
      if (!same) {
        throw item.invalid("quantity");
      }
    }
    return old.lines();
  }

  private static boolean has(JsonObject body, String name) {
    return body.members().containsKey(name);
  }

  private List<Map<String, Object>> features(JsonObject body) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (JsonObject feature : body.objects("featureConstraints")) {
      String name = feature.textOrNull("featureName", Integer.MAX_VALUE);
      if (name != null && !FEATURES.contains(name)) {
        throw Refusal.invalid(
            "Feature name " + name + " is invalid. Valid feature names: " + FEATURES);
      }
      if (name != null && !marketplace.country().equals("US")) {
        throw Refusal.invalid("Region does not support feature: " + name);
      }
      feature.oneOf("featureFulfillmentPolicy", "NotRequired", FEATURE_POLICIES);
      features.add(feature.members());
    }
    return features;
  }

  private static Reply payload(Map<String, Object> payload) {
    return Wire.reply(200, Wire.object("payload", payload));
  }
}
