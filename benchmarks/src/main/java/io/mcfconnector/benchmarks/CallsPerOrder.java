// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an order costs in platform calls over its whole life, in a busy shop: five orders a minute,
 * picked after four hours, shipped after six, delivered three hours later. Once as many orders end
 * as begin, the calls of some hours are those of the orders that began in them. Exact: the time is
 * virtual, and every call counts, those for stock and tokens too.
 */
final class CallsPerOrder {

  static final String NEWEST = "2026-07-04";

  private static final double MOST = 3.0;
  private static final Pattern NEEDED = Pattern.compile("create\\w*Order|markPackageAsShipped");
  private static final int A_MINUTE = 5;
  private static final Duration WARM_UP = Duration.ofHours(10);

  /** The rarest polls come once in it. */
  private static final Duration COUNTED = Duration.ofHours(4);

  private CallsPerOrder() {}

  /** Returns a row for each version of Amazon's API; the target is for the newest. */
  static List<Row> run() {
    Figure newest = measure(NEWEST);
    return List.of(
        newest.row().withTarget("≤ " + MOST, newest.calls() <= MOST), measure("2020-07-01").row());
  }

  /**
   * What came out.
   *
   * @param calls for an order
   * @param needed of these the create calls and those that bring a number to TikTok
   */
  record Figure(String version, double calls, double needed) {
    Row row() {
      String what = "platform calls of an order, whole life, " + version;
      return Row.compared(what, calls, needed, "calls");
    }
  }

  static Figure measure(String version) {
    double orders = A_MINUTE * COUNTED.toMinutes();
    double all = 0;
    double needed = 0;
    for (Map.Entry<String, Integer> kind : count(version).entrySet()) {
      double each = kind.getValue() / orders;
      System.err.printf(Locale.ROOT, "  %s %-28s %6.2f%n", version, kind.getKey(), each);
      all += each;
      needed += NEEDED.matcher(kind.getKey()).matches() ? each : 0;
    }
    return new Figure(version, all, needed);
  }

  private static Map<String, Integer> count(String version) {
    VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-23T12:00:00Z"));
    try (Platforms platforms =
            new Platforms(
                time.clock(),
                0,
                1,
                account -> account,
                shop ->
                    shop.travelTimes(
                        Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(7)));
        Node node =
            new Node(
                time,
                time.pause(),
                List.of(with(version, platforms.settings().get(0))),
                new InMemoryOrderStore(),
                event -> {})) {
      platforms
          .amazon()
          .script(
              OrderScript.normal()
                  .processingAfter(Duration.ofHours(4))
                  .packages(
                      PackageScript.shippedAfter(Duration.ofHours(6))
                          .deliveredAfter(Duration.ofHours(9))));
      node.router().start();
      String first = platforms.sellMixed(1).get(0);
      pass(time, platforms, WARM_UP, new TreeMap<>());
      Map<String, Integer> calls = new TreeMap<>();
      pass(time, platforms, COUNTED, calls);
      requireDelivered(node, first);
      return calls;
    }
  }

  private static void pass(
      VirtualTime time, Platforms platforms, Duration span, Map<String, Integer> calls) {
    for (long minute = 0; minute < span.toMinutes(); minute++) {
      platforms.sellMixed(A_MINUTE);
      time.runFor(Duration.ofMinutes(1));
      platforms.exchanges().forEach(call -> calls.merge(call.operation(), 1, Integer::sum));
      platforms.forgetExchanges();
    }
  }

  /** Otherwise lives are longer than the warm-up, and the figure is wrong. */
  private static void requireDelivered(Node node, String order) {
    RoutingState state = node.router().status(OrderId.of(order)).orElseThrow().state();
    if (state != RoutingState.DELIVERED) {
      throw new IllegalStateException("the first order is still " + state);
    }
  }

  private static Map<String, String> with(String version, Map<String, String> settings) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put("AMAZON_OUTBOUND_VERSION", version);
    return changed;
  }
}
