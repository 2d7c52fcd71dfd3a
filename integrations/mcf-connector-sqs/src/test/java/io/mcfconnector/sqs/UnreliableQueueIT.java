// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.amazon.NotificationDelivery;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages that are lost, doubled or late change nothing but the time at which things happen. */
@Timeout(400)
class UnreliableQueueIT {

  private static final int ORDERS = 60;
  private static final Duration BETWEEN = Duration.ofMinutes(5);
  private static final Duration TRADE = Duration.ofHours(12);
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final int BAD = 30;

  /** What a run of trade has led to, and how. */
  private static final class Run {
    private final Map<String, String> results = new TreeMap<>();
    private final List<RouterEvent.NoticeFollowed> followed = new ArrayList<>();
    private int sent;
    private int handled;
  }

  @Test
  void trade_withAThirdLostDoubledAndLate_endsAsWithPollingAlone() {
    Run polling = trade(false);
    Run told = trade(true);

    System.out.printf(
        "results equal to polling alone: %d orders, %d messages taken, %d notices looked up%n",
        ORDERS, told.handled, told.followed.size());
    assertThat(polling.followed).isEmpty();
    assertThat(told.followed).hasSizeGreaterThan(ORDERS);
    assertThat(told.handled).isGreaterThan(told.followed.size());
    assertThat(polling.results).hasSize(ORDERS + 1);
    assertThat(told.results).isEqualTo(polling.results);
  }

  private static Run trade(boolean push) {
    Run run = new Run();
    VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-09-01T12:00:00Z"));
    Deque<String> outbox = new ArrayDeque<>();
    try (ElasticMq server = new ElasticMq();
        World world =
            new World(
                time.clock(),
                time.pause(),
                time.scheduler(),
                event -> {
                  if (event instanceof RouterEvent.NoticeFollowed notice) {
                    run.followed.add(notice);
                  }
                },
                outbox::add,
                NotificationDelivery.unreliable(BAD, 24))) {
      URI url = server.create("orders");
      SqsQueue queue =
          new SqsQueue(
              url,
              null,
              "us-east-1",
              ElasticMq.KEYS,
              server.endpoint(),
              Duration.ofSeconds(1),
              Duration.ofMinutes(1));
      MessageDesk desk =
          new MessageDesk(
              queue,
              new NotificationReader(Set.of(world.amazon.marketplaceId()), time.clock()),
              Map.of(
                  world.amazon.sellerId(),
                  notice -> {
                    run.handled++;
                    world.router.accept(notice);
                  }),
              new Reports(
                  event -> {
                    throw new AssertionError(event.toString());
                  },
                  url.toString(),
                  time.clock()),
              time.clock(),
              () -> false);
      if (push) {
        world.subscribe();
      }
      world.amazon.script(OrderScript.normal().shippedAfter(Duration.ofHours(2)));
      world.amazon.scriptWhen(
          order -> order.units() > 1,
          OrderScript.normal().splitInto(2, Duration.ofHours(2), Duration.ofHours(1)));
      world.router.start();
      List<SimulatedOrder> orders = orders();
      Instant next = time.clock().instant();
      Instant end = next.plus(TRADE);
      while (time.clock().instant().isBefore(end)) {
        if (!orders.isEmpty() && !time.clock().instant().isBefore(next)) {
          world.tiktok.add(orders.remove(0));
          next = next.plus(BETWEEN);
        }
        time.runFor(TICK);
        // Nothing happens in a simulator while nobody looks.
        world.amazon.orders();
        run.sent += outbox.size();
        outbox.forEach(text -> server.send(url, text));
        outbox.clear();
        while (run.handled < run.sent) {
          assertThat(desk.takeBatch()).isTrue();
        }
      }
      queue.close();
      note(world, run);
    }
    return run;
  }

  private static List<SimulatedOrder> orders() {
    SampleOrders samples = SampleOrders.seeded(24);
    List<SimulatedOrder> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      orders.add(
          SimulatedOrder.builder(Long.toString(579_000_000_000_000_000L + i), samples.recipient())
              .units(SampleCatalogue.BOARD_LARGE, 1 + i % 3)
              .build());
    }
    return orders;
  }

  private static void note(World world, Run run) {
    for (OrderSnapshot order : world.tiktok.orders()) {
      RoutingState state = world.router.status(OrderId.of(order.id())).orElseThrow().state();
      assertThat(state).isEqualTo(RoutingState.SHIPPED);
      run.results.put(
          order.id(),
          state
              + " "
              + order.units().stream()
                  .map(
                      unit ->
                          unit.lineItemId()
                              + "="
                              + unit.trackingNumber()
                              + "/"
                              + unit.shippingProviderId())
                  .sorted()
                  .collect(Collectors.joining(" ")));
    }
    // What is shown depends on when it was looked at last; that nothing was oversold does not.
    int oversold = world.tiktok.stock(SampleCatalogue.BOARD_LARGE).oversold();
    run.results.put("oversold", String.valueOf(oversold));
  }
}
