// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A day of trading with polling alone, in virtual time and over real HTTP. */
class DayOfTradingIT {

  private static final int ORDERS = 300;
  private static final Duration TICK = Duration.ofMinutes(1);

  private final Map<String, Instant> placed = new HashMap<>();
  private final Map<String, Instant> numberShown = new HashMap<>();
  private final List<Duration> detection = new ArrayList<>();
  private final List<Duration> tracking = new ArrayList<>();

  @Test
  void trade_oneDayOfPolling_seesAndTracksInTime() {
    Random random = new Random(24);
    SampleOrders samples = SampleOrders.seeded(24);
    try (SimulatedWorld world = new SimulatedWorld(this::onEvent)) {
      world.amazon().script(OrderScript.normal().shippedAfter(Duration.ofHours(10)));
      world
          .amazon()
          .scriptWhen(
              order -> order.units() > 2,
              OrderScript.normal().splitInto(2, Duration.ofHours(8), Duration.ofHours(5)));
      world.router().start();
      List<SimulatedOrder> orders = samples.next(ORDERS);
      int[] minutes = random.ints(ORDERS, 0, 24 * 60).sorted().toArray();

      int next = 0;
      for (int minute = 0; minute < 48 * 60; minute++) {
        while (next < ORDERS && minutes[next] == minute) {
          SimulatedOrder order = orders.get(next++);
          placed.put(order.id(), world.time().clock().instant());
          world.tiktok().add(order);
        }
        world.time().runFor(TICK);
        noteNumbers(world);
        if (minute % 60 == 0) {
          world.tiktok().forgetExchanges();
          world.amazon().forgetExchanges();
        }
      }

      for (SimulatedOrder order : orders) {
        assertThat(world.router().status(OrderId.of(order.id())).orElseThrow().state())
            .isIn(RoutingState.SHIPPED, RoutingState.DELIVERED);
        assertThat(world.tiktok().order(order.id()).fullyShipped()).isTrue();
      }
      assertThat(world.amazon().orders()).hasSize(ORDERS);
    }

    print("order at TikTok -> seen", detection);
    print("number at Amazon -> at TikTok", tracking);
    assertThat(detection).hasSize(ORDERS).allMatch(time -> time.compareTo(minutes(5)) < 0);
    assertThat(tracking)
        .hasSizeGreaterThanOrEqualTo(ORDERS)
        .allMatch(time -> time.compareTo(Duration.ofHours(4)) < 0);
  }

  private void onEvent(RouterEvent event) {
    if (event instanceof RouterEvent.StateChanged moved && moved.from() == null) {
      detection.add(Duration.between(placed.get(moved.orderId().value()), moved.at()));
    } else if (event instanceof RouterEvent.ShipmentConfirmed confirmed) {
      String number = String.valueOf(confirmed.parcel().confirmation().number());
      // Numbers are looked for once a minute, so one shown and confirmed within a minute is not
      // known.
      Instant shown = numberShown.getOrDefault(number, confirmed.at());
      tracking.add(Duration.between(shown, confirmed.at()));
    }
  }

  private void noteNumbers(SimulatedWorld world) {
    Instant minuteBefore = world.time().clock().instant().minus(TICK);
    for (FulfillmentOrderSnapshot order : world.amazon().orders()) {
      for (FulfillmentOrderSnapshot.ShipmentPackage parcel : order.packages()) {
        if (parcel.amazonTrackingNumber() != null) {
          numberShown.putIfAbsent(parcel.amazonTrackingNumber(), minuteBefore);
        } else if (parcel.trackingNumber() != null) {
          numberShown.putIfAbsent(parcel.trackingNumber(), minuteBefore);
        }
      }
    }
  }

  private static void print(String what, List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    System.out.printf(
        "%-30s n=%d p50=%s p99=%s max=%s%n",
        what,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.get(sorted.size() - 1));
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
