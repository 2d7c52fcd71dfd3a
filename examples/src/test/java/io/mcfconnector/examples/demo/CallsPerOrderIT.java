// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an order costs in platform calls over its whole life, in a busy shop: five orders a minute,
 * picked after four hours, shipped after six, delivered three hours later. Once as many orders end
 * as begin, the calls of four hours are those of the orders that began in them. Takes more than a
 * minute, so it runs only when asked for.
 */
@EnabledIfSystemProperty(named = "calls.count", matches = "true")
class CallsPerOrderIT {

  private static final int A_MINUTE = 5;
  private static final int WARM_UP = 10 * 60;
  private static final int COUNTED = 4 * 60;

  private final Map<String, Integer> calls = new TreeMap<>();

  @ParameterizedTest
  @CsvSource({"2026-07-04, 3.0", "2020-07-01, 4.5"})
  void busyShop_wholeLives_costFewCalls(String version, double most) {
    List<SimulatedOrder> orders = SampleOrders.seeded(36).next(A_MINUTE * (WARM_UP + COUNTED));
    try (SimulatedWorld world =
        new SimulatedWorld(
            event -> {},
            Map.of("AMAZON_OUTBOUND_VERSION", version),
            Set.of(),
            shop -> shop.travelTimes(Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(7)),
            router -> router)) {
      world
          .amazon()
          .script(
              OrderScript.normal()
                  .processingAfter(Duration.ofHours(4))
                  .packages(
                      PackageScript.shippedAfter(Duration.ofHours(6))
                          .deliveredAfter(Duration.ofHours(9))));
      world.router().start();
      for (int minute = 0; minute < WARM_UP + COUNTED; minute++) {
        orders.subList(minute * A_MINUTE, (minute + 1) * A_MINUTE).forEach(world.tiktok()::add);
        world.time().runFor(Duration.ofMinutes(1));
        if (minute >= WARM_UP) {
          count("TikTok", world.tiktok().exchanges());
          count("Amazon", world.amazon().exchanges());
        }
        world.tiktok().forgetExchanges();
        world.amazon().forgetExchanges();
      }
      assertThat(world.router().status(OrderId.of(orders.get(0).id())).orElseThrow().state())
          .isEqualTo(RoutingState.DELIVERED);
    }
    int all = calls.values().stream().mapToInt(Integer::intValue).sum();
    double each = (double) all / (A_MINUTE * COUNTED);
    System.out.printf("%s: %.2f calls for an order%n", version, each);
    calls.forEach(
        (operation, times) ->
            System.out.printf(
                "  %-32s %6d %6.2f%n", operation, times, (double) times / (A_MINUTE * COUNTED)));
    assertThat(each).isLessThanOrEqualTo(most);
  }

  private void count(String platform, List<Exchange> exchanges) {
    exchanges.forEach(
        exchange -> calls.merge(platform + " " + exchange.operation(), 1, Integer::sum));
  }
}
