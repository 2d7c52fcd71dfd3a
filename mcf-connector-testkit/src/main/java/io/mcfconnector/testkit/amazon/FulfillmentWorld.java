// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All fulfillment orders and the stock behind them, as of one moment on the clock. */
final class FulfillmentWorld {

  private final Clock clock;
  private final boolean missingOrdersAs400;
  private final Warehouse warehouse;
  private final Agenda agenda = new Agenda();
  private final Map<String, SimulatedOrder> orders = new LinkedHashMap<>();
  private final Map<String, OrderScript> scriptsById = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<String> duplicateCreates = new ArrayList<>();
  private OrderScript otherwise = OrderScript.normal();
  private Changes changes = Changes.UNHEARD;
  private Instant now;

  private record Rule(Predicate<FulfillmentOrderSnapshot> condition, OrderScript script) {}

  FulfillmentWorld(Clock clock, Duration stockLag, boolean missingOrdersAs400) {
    this.missingOrdersAs400 = missingOrdersAs400;
    this.clock = clock;
    this.warehouse = new Warehouse(stockLag);
    this.now = clock.instant();
  }

  /** Tells of every change from now on. */
  void tell(Changes listener) {
    changes = listener;
    warehouse.tell(listener);
  }

  /** Catches up with the clock. */
  void settle() {
    Instant time = clock.instant();
    if (time.isAfter(now)) {
      now = time;
    }
    agenda.settle(now);
  }

  Instant now() {
    return now;
  }

  Warehouse warehouse() {
    return warehouse;
  }

  void script(OrderScript script) {
    otherwise = script;
  }

  void script(String orderId, OrderScript script) {
    scriptsById.put(orderId, script);
  }

  void script(Predicate<FulfillmentOrderSnapshot> condition, OrderScript script) {
    // The latest rule that fits wins.
    rules.add(0, new Rule(condition, script));
  }

  /** Accepts an order, or refuses it and changes nothing. */
  SimulatedOrder create(OrderDraft draft) {
    SimulatedOrder known = orders.get(draft.id());
    if (known != null) {
      known.createAttempts++;
      duplicateCreates.add(draft.id());
      throw Refusal.invalid(
          "A create request already exists for merchantFulfillmentOrderId " + draft.id());
    }
    for (OrderDraft.Line line : draft.lines()) {
      if (!warehouse.knows(line.sku())) {
        throw Refusal.invalid("the SellerSKU for Item Id: " + line.id() + " is invalid.");
      }
    }
    Map<OrderDraft.Line, Integer> served = served(draft);
    OrderScript script = scriptOf(draft);
    Instant visibleAt = now.plus(script.visibleAfter());
    SimulatedOrder order = new SimulatedOrder(draft, now, visibleAt, agenda);
    order.changes = changes;
    served.forEach(
        (line, units) -> {
          warehouse.take(line.sku(), units, now);
          order.markUnfulfillable(line, line.units() - units);
        });
    orders.put(draft.id(), order);
    changes.orderChanged(order, now);
    OrderLife.begin(order, script, warehouse);
    agenda.settle(now);
    return order;
  }

  /** Has an order that was made some time ago, and has lived by its script since. */
  void plant(OrderDraft draft, Duration age, OrderScript script) {
    Instant receivedAt = now.minus(age);
    SimulatedOrder order =
        new SimulatedOrder(draft, receivedAt, receivedAt.plus(script.visibleAfter()), agenda);
    if (orders.putIfAbsent(draft.id(), order) != null) {
      throw new IllegalArgumentException("there is an order " + draft.id());
    }
    draft.lines().forEach(line -> warehouse.setAside(line.sku(), line.units()));
    OrderLife.begin(order, script, warehouse);
    agenda.settle(now);
  }

  /** Changes an order on hold, or lets it go. */
  void update(SimulatedOrder order, OrderDraft changed) {
    if (!order.draft.isOnHold() || !order.status().isCancellable()) {
      throw Refusal.invalid("The fulfillment order is not on hold.");
    }
    order.change(changed, now);
    if (!changed.isOnHold()) {
      order.start(now);
      OrderLife.begin(order, scriptOf(changed), warehouse);
    }
  }

  /** Returns all orders, oldest first. */
  List<SimulatedOrder> all() {
    return List.copyOf(orders.values());
  }

  void cancel(SimulatedOrder order) {
    OrderLife.acceptCancel(order, warehouse, now);
  }

  @Nullable SimulatedOrder order(String id) {
    return orders.get(id);
  }

  /** Returns the orders that reads see, changed at or after a time, oldest change first. */
  List<SimulatedOrder> updatedSince(Instant since) {
    return orders.values().stream()
        .filter(order -> order.isVisible(now) && !order.statusUpdatedAt().isBefore(since))
        .sorted(Comparator.comparing(SimulatedOrder::statusUpdatedAt))
        .toList();
  }

  /** Returns an order as reads see it. */
  SimulatedOrder read(String id) {
    SimulatedOrder order = orders.get(id);
    if (order != null && order.isVisible(now)) {
      return order;
    }
    throw missingOrdersAs400
        ? Refusal.invalid("Requested order '" + id + "' not found")
        : Refusal.notFound(id);
  }

  List<FulfillmentOrderSnapshot> snapshots() {
    return orders.values().stream().map(SimulatedOrder::snapshot).toList();
  }

  List<String> duplicateCreates() {
    return List.copyOf(duplicateCreates);
  }

  /** Returns which units there are for the lines, in their order. */
  private Map<OrderDraft.Line, Integer> served(OrderDraft draft) {
    Map<String, Integer> left = new LinkedHashMap<>();
    Map<OrderDraft.Line, Integer> served = new LinkedHashMap<>();
    for (OrderDraft.Line line : draft.lines()) {
      int available = left.getOrDefault(line.sku(), warehouse.shippable(line.sku()));
      int units = Math.min(line.units(), available);
      if (units < line.units() && draft.policy().equals("FillOrKill")) {
        throw Refusal.invalid(
            "No inventory available for Items.SellerFulfillmentOrderItemId: " + line.id() + ".");
      }
      left.put(line.sku(), available - units);
      served.put(line, units);
    }
    if (served.values().stream().allMatch(units -> units == 0)) {
      throw Refusal.invalid("Value AllQuantityZero for parameter  is invalid.");
    }
    return served;
  }

  private OrderScript scriptOf(OrderDraft draft) {
    OrderScript byId = scriptsById.get(draft.id());
    if (byId != null) {
      return byId;
    }
    FulfillmentOrderSnapshot order = new SimulatedOrder(draft, now, now, agenda).snapshot();
    return rules.stream()
        .filter(rule -> rule.condition().test(order))
        .findFirst()
        .map(Rule::script)
        .orElse(otherwise);
  }
}
