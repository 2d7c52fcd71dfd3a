// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot.ShipmentPackage;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * How an order ended, in the words of the scenario table.
 *
 * @param tiktok its status and the units under each kind of number
 * @param amazon each fulfillment order with its units
 * @param router the state, in review with its code, and what it answered to the seller
 * @param story the decisions that matter, in their order
 */
record ScenarioOutcome(String tiktok, String amazon, String router, String story) {

  /** Said of every order that goes its way, so not worth a word in the table. */
  private static final Set<String> EVERYDAY =
      Set.of("assess/eligible", "place/intent", "place/accepted", "track/parcels");

  static ScenarioOutcome of(SimulatedWorld world, String id, List<String> answers) {
    OrderId order = OrderId.of(id);
    RoutingRecord record = world.router().status(order).orElseThrow();
    ReviewNote review = record.review();
    return new ScenarioOutcome(
        tiktok(world.tiktok().order(id)),
        ordersOf(world, id).stream().map(ScenarioOutcome::amazon).collect(Collectors.joining("; ")),
        record.state()
            + (review == null ? "" : " " + review.code())
            + answers.stream().map(answer -> ", answered " + answer).collect(Collectors.joining()),
        story(world.router().explain(order).orElseThrow().decisions()));
  }

  static List<FulfillmentOrderSnapshot> ordersOf(SimulatedWorld world, String id) {
    return world.amazon().orders().stream()
        .filter(order -> order.id().equals("TTS-" + id) || order.id().startsWith("TTS-" + id + "-"))
        .toList();
  }

  private static String tiktok(OrderSnapshot order) {
    Map<String, List<OrderSnapshot.Unit>> packages = new LinkedHashMap<>();
    int open = 0;
    int cancelled = 0;
    for (OrderSnapshot.Unit unit : order.units()) {
      if (unit.cancelled()) {
        cancelled++;
      } else if (unit.packageId() == null) {
        open++;
      } else {
        packages.computeIfAbsent(unit.packageId(), key -> new ArrayList<>()).add(unit);
      }
    }
    List<String> parts = new ArrayList<>();
    packages
        .values()
        .forEach(
            units ->
                parts.add(
                    kind(String.valueOf(units.get(0).trackingNumber())) + count(units.size())));
    parts.sort(null);
    if (open > 0 && parts.size() + cancelled > 0) {
      parts.add("open" + count(open));
    }
    if (cancelled > 0 && cancelled < order.units().size()) {
      parts.add("cancelled" + count(cancelled));
    }
    return order.status() + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static String kind(String number) {
    return number.startsWith("1Z") ? "1Z" : number.replaceAll("[^A-Z].*", "");
  }

  private static String count(int units) {
    return " × " + units;
  }

  private static String amazon(FulfillmentOrderSnapshot order) {
    Map<String, Integer> units = new TreeMap<>();
    int shipped =
        order.packages().stream()
            .filter(ShipmentPackage::shipped)
            .flatMap(parcel -> parcel.contents().stream())
            .mapToInt(FulfillmentOrderSnapshot.Content::units)
            .sum();
    units.put("shipped", shipped);
    units.put("cancelled", sum(order, FulfillmentOrderSnapshot.Item::cancelledUnits));
    units.put("not found", sum(order, FulfillmentOrderSnapshot.Item::unfulfillableUnits));
    return order.status()
        + ": "
        + units.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }

  private static int sum(
      FulfillmentOrderSnapshot order, ToIntFunction<FulfillmentOrderSnapshot.Item> units) {
    return order.items().stream().mapToInt(units).sum();
  }

  private static String story(List<Decision> decisions) {
    List<String> rules = new ArrayList<>();
    for (Decision decision : decisions) {
      String rule = decision.stage() + "/" + decision.rule();
      boolean again = !rules.isEmpty() && Objects.equals(rules.get(rules.size() - 1), rule);
      if (!EVERYDAY.contains(rule) && !again) {
        rules.add(rule);
      }
    }
    return String.join(", ", rules);
  }

  /** Returns the cells of the table. */
  List<String> cells() {
    return List.of(tiktok, amazon.isEmpty() ? "–" : amazon, router, story.isEmpty() ? "–" : story);
  }
}
