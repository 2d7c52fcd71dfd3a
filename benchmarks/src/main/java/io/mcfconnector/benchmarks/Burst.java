// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.http.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * 600 orders are free to go at once, and Amazon takes two a second and thirty at once. In virtual
 * time, so the figure is exact.
 */
final class Burst {

  private static final int ORDERS = 600;
  private static final double PER_SECOND = 2;
  private static final int AT_ONCE = 30;
  private static final double MOST = 1.03;

  private Burst() {}

  static List<Row> run() {
    VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-23T12:00:00Z"));
    try (Platforms platforms =
            new Platforms(
                time.clock(), 0, 1, account -> account.quota("createOrder", PER_SECOND, AT_ONCE));
        Node node =
            new Node(
                time, time.pause(), platforms.settings(), new InMemoryOrderStore(), event -> {})) {
      platforms.sell(ORDERS, Platforms.FREE);
      node.router().start();
      time.runFor(Duration.ofMinutes(8));
      List<Exchange> creates = platforms.amazon().exchanges("createOrder");
      int placed = platforms.amazon().orders().size();
      if (placed != ORDERS) {
        throw new IllegalStateException(placed + " orders were placed instead of " + ORDERS);
      }
      long refused =
          platforms
              .exchanges()
              .map(Exchange::reply)
              .filter(reply -> reply != null && reply.status() == 429)
              .count();
      Instant first = creates.get(0).at();
      Instant last = creates.get(creates.size() - 1).at();
      double seconds = Duration.between(first, last).toMillis() / 1e3;
      return List.of(
          Row.atMost(
              "600 orders at once, until the last is placed",
              seconds,
              (ORDERS - AT_ONCE) / PER_SECOND,
              "s",
              MOST),
          Row.plain("429s in it", Long.toString(refused)).withTarget("none", refused == 0));
    }
  }
}
