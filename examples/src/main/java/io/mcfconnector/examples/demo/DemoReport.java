// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The demo's result: a line for each order, then the totals. */
final class DemoReport {

  private static final String RULE = "-".repeat(116);

  private final List<Line> lines;
  private final List<String> totals;

  private DemoReport(List<Line> lines, List<String> totals) {
    this.lines = lines;
    this.totals = totals;
  }

  static DemoReport of(SimulatedWorld world, List<DemoOrder> orders, DemoProgress progress) {
    List<Line> lines = new ArrayList<>();
    for (DemoOrder order : orders) {
      RoutingRecord record = world.router().status(order.id()).orElseThrow();
      lines.add(Line.of(order, record, progress));
    }
    return new DemoReport(lines, totals(world, lines));
  }

  boolean isAsExpected() {
    return lines.stream().allMatch(line -> line.state == line.expected);
  }

  void print(PrintStream out) {
    out.println();
    row(out, "order", "kind", "state", "fulfillment order", "tracking", "time taken");
    out.println(RULE);
    for (Line line : lines) {
      row(
          out,
          line.order,
          line.kind,
          line.state,
          line.fulfillmentOrder,
          line.numbers.isEmpty() ? line.note : line.numbers.get(0),
          line.time);
      line.numbers.stream().skip(1).forEach(more -> row(out, "", "", "", "", more, ""));
    }
    out.println(RULE);
    totals.forEach(out::println);
    out.println();
  }

  private static void row(PrintStream out, Object... cells) {
    out.println(String.format("%-18s  %-28s  %-9s  %-22s  %-17s  %s", cells).stripTrailing());
  }

  private static List<String> totals(SimulatedWorld world, List<Line> lines) {
    Map<RoutingState, Long> states =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.state,
                    () -> new EnumMap<>(RoutingState.class),
                    Collectors.counting()));
    List<FulfillmentOrderSnapshot> placed = world.amazon().orders();
    long distinct = placed.stream().map(FulfillmentOrderSnapshot::id).distinct().count();
    int calls = world.amazon().exchanges().size() + world.tiktok().exchanges().size();
    return List.of(
        lines.size() + " orders: " + states,
        placed.size()
            + " fulfillment orders at Amazon for "
            + distinct
            + " ids; creates sent again and refused by Amazon: "
            + world.amazon().duplicateCreates().size(),
        calls + " platform calls over HTTP, polling included",
        Duration.between(SimulatedWorld.START, world.time().clock().instant()).toHours()
            + " hours of virtual time");
  }

  private record Line(
      String order,
      String kind,
      RoutingState state,
      RoutingState expected,
      String fulfillmentOrder,
      List<String> numbers,
      String note,
      String time) {

    private static Line of(DemoOrder order, RoutingRecord record, DemoProgress progress) {
      return new Line(
          order.order().id(),
          order.kind(),
          record.state(),
          order.expected(),
          record.intent() == null ? "" : record.fulfillmentOrderId().value(),
          numbers(record),
          note(record),
          progress.timeTaken(order.id()).map(Line::text).orElse(""));
    }

    private static List<String> numbers(RoutingRecord record) {
      return record.packages().stream()
          .map(TrackedPackage::confirmation)
          .map(TrackedPackage.Confirmation::number)
          .filter(Objects::nonNull)
          .map(Object::toString)
          .toList();
    }

    private static String note(RoutingRecord record) {
      ReviewNote review = record.review();
      if (review != null) {
        return review.code() + ", see below";
      }
      List<Decision> decisions = record.decisions();
      return decisions.isEmpty() ? "" : decisions.get(decisions.size() - 1).outcome();
    }

    private static String text(Duration time) {
      return String.format("%d h %02d min", time.toHours(), time.toMinutesPart());
    }
  }
}
