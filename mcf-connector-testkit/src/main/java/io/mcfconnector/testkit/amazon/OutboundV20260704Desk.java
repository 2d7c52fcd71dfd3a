// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fulfillment Outbound, version 2026-07-04. */
final class OutboundV20260704Desk {

  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final Map<String, String> SPEEDS =
      Map.of(
          "STANDARD", "Standard",
          "EXPEDITED", "Expedited",
          "PRIORITY", "Priority",
          "SCHEDULED", "ScheduledDelivery");
  private static final Set<String> COUNTRIES_WITH_PRIORITY = Set.of("CA", "IN", "MX");
  private static final Map<String, String> ACTIONS = Map.of("SHIP", "Ship", "HOLD", "Hold");
  private static final Map<String, String> POLICIES =
      Map.of(
          "FILL_OR_KILL", "FillOrKill",
          "FILL_ALL", "FillAll",
          "FILL_ALL_AVAILABLE", "FillAllAvailable");
  private static final Set<String> SHIPMENTS = Set.of("INCLUDE", "EXCLUDE");

  private final FulfillmentWorld world;
  private final Marketplace marketplace;
  private final DraftRules rules;
  private final Pages pages;
  private final boolean createsAtOnce;
  private final OrderViewV20260704 view;

  OutboundV20260704Desk(
      FulfillmentWorld world, Marketplace marketplace, int pageSize, boolean createsAtOnce) {
    this.world = world;
    this.marketplace = marketplace;
    this.rules = new DraftRules(marketplace);
    this.pages = new Pages(pageSize, Duration.ofHours(1));
    this.createsAtOnce = createsAtOnce;
    this.view = new OrderViewV20260704(marketplace.country());
  }

  Reply create(JsonObject body) {
    SimulatedOrder order = world.create(draft(body));
    return createsAtOnce && order.isVisible(world.now())
        ? Wire.reply(200, Wire.object("order", view.of(order, true)))
        : Wire.reply(
            202, Wire.object("orderId", order.draft.id(), "status", OrderStatus.RECEIVED.v2026()));
  }

  Reply get(String id, Incoming request) {
    return Wire.reply(200, Wire.object("order", view.of(order(id), withShipments(request))));
  }

  Reply list(Incoming request) {
    boolean shipments = withShipments(request);
    String updatedAfter = request.query().getOrDefault("updatedAfter", "");
    String arguments = updatedAfter + " " + shipments;
    String token = request.query().getOrDefault("pageToken", "");
    Pages.Page page =
        token.isEmpty()
            ? pages.first(changedIds(updatedAfter), arguments, world.now())
            : pages.next(token, arguments, world.now());
    String next = page.nextToken();
    return Wire.reply(
        200,
        Wire.object(
            "orders",
            page.keys().stream().map(id -> view.of(order(id), shipments)).toList(),
            "pagination",
            next == null ? null : Wire.object("nextToken", next)));
  }

  /** Only the action can be changed. */
  Reply update(String id, JsonObject body) {
    SimulatedOrder order = order(id);
    JsonObject configuration = body.object("fulfillmentConfiguration");
    String action = choice(configuration, "action", "", ACTIONS);
    if (action.isEmpty()) {
      throw configuration.invalid("action");
    }
    world.update(order, order.draft.withAction(action));
    return Wire.reply(202, Map.of());
  }

  /** Accepts always; whether it was in time shows the order. */
  Reply cancel(String id) {
    SimulatedOrder order = order(id);
    if (order.status().isCancellable()) {
      world.cancel(order);
    }
    return Wire.reply(202, Map.of());
  }

  Reply preview(JsonObject body) {
    rules.address(body.object("destination").object("deliveryAddress"));
    checkOrigin(body);
    body.textOrNull("channel", DraftRules.LONGEST_ID);
    boolean fees = !body.flag("excludeEstimatedFees");
    String tier = tier(body.objectOrNull("fulfillmentConfiguration"));
    Map<String, Integer> asked = new LinkedHashMap<>();
    List<JsonObject> items = body.objects("lineItems");
    for (JsonObject item : items) {
      asked.merge(sku(item), units(item), Integer::sum);
    }
    if (items.isEmpty()) {
      throw body.invalid("lineItems");
    }
    return Wire.reply(200, new PreviewV20260704(world).of(tier, asked, fees));
  }

  private OrderDraft draft(JsonObject body) {
    String id = rules.orderId(body, "orderId");
    checkOrigin(body);
    JsonObject configuration = body.objectOrNull("fulfillmentConfiguration");
    JsonObject services = configuration == null ? null : configuration.objectOrNull("services");
    String tier = tier(configuration);
    return new OrderDraft(
        id,
        OrderDraft.V2026,
        body.textOrNull("channel", DraftRules.LONGEST_ID),
        marketplace.id(),
        id,
        world.now(),
        "-",
        SPEEDS.getOrDefault(tier, "Standard"),
        choice(configuration, "action", "SHIP", ACTIONS),
        choice(configuration, "policy", "FILL_OR_KILL", POLICIES),
        rules.address(body.object("destination").object("deliveryAddress")),
        lines(body),
        List.of(),
        services == null ? Map.of() : services.members());
  }

  private static String choice(
      @Nullable JsonObject configuration,
      String name,
      String otherwise,
      Map<String, String> words) {
    String word =
        configuration == null ? otherwise : configuration.oneOf(name, otherwise, words.keySet());
    return words.getOrDefault(word, "");
  }

  private String tier(@Nullable JsonObject configuration) {
    JsonObject level = configuration == null ? null : configuration.objectOrNull("serviceLevel");
    List<String> tiers = level == null ? List.of() : level.texts("serviceTiers");
    if (level == null || tiers.isEmpty()) {
      return "STANDARD";
    }
    String tier = tiers.get(0);
    boolean offered =
        switch (tier) {
          case "PRIORITY" -> COUNTRIES_WITH_PRIORITY.contains(marketplace.country());
          case "SCHEDULED" -> marketplace.country().equals("JP");
          default -> SPEEDS.containsKey(tier);
        };
    if (!offered) {
      throw level.invalid("serviceTiers");
    }
    return tier;
  }

  private void checkOrigin(JsonObject body) {
    JsonObject origin = body.objectOrNull("origin");
    if (origin != null && !origin.text("countryCode", 2).equals(marketplace.country())) {
      throw origin.invalid("countryCode");
    }
  }

  private List<OrderDraft.Line> lines(JsonObject body) {
    List<OrderDraft.Line> lines = new ArrayList<>();
    for (JsonObject item : body.objects("lineItems")) {
      lines.add(new OrderDraft.Line(item.text("lineItemId", NO_LIMIT), sku(item), units(item)));
    }
    rules.checkLines(lines, "LineItems");
    return lines;
  }

  private String sku(JsonObject item) {
    return rules.sku(item.object("product").object("productIdentifier"), "amazonSku");
  }

  private static int units(JsonObject item) {
    JsonObject amount = item.object("amount");
    amount.oneOf("unit", "EACHES", Set.of("EACHES"));
    return amount.decimalCount("value");
  }

  private static boolean withShipments(Incoming request) {
    String shipments = request.query().getOrDefault("shipments", "INCLUDE");
    if (!SHIPMENTS.contains(shipments)) {
      throw Refusal.invalidValue(shipments, "Shipments");
    }
    return shipments.equals("INCLUDE");
  }

  private List<String> changedIds(String updatedAfter) {
    Instant since = updatedAfter.isEmpty() ? Instant.EPOCH : JsonObject.isoTime(updatedAfter);
    return world.updatedSince(since).stream().map(order -> order.draft.id()).toList();
  }

  private SimulatedOrder order(String id) {
    if (id.length() > DraftRules.LONGEST_ID) {
      throw Refusal.invalidValue(id, "OrderId");
    }
    return world.read(id);
  }
}
