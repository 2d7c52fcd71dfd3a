// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.NotificationDelivery;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.time.Pause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How soon a number is at TikTok after Amazon told of it, in real time and over real HTTP. {@code
 * -Dlatency.orders=N} takes more orders.
 */
@Timeout(300)
class TrackingLatencyIT {

  private static final int ORDERS = Integer.getInteger("latency.orders", 12);

  /** By then all are placed: the first thirty at once, the others two a second. */
  private static final Duration FIRST_LEAVES = Duration.ofSeconds(8 + Math.max(0, ORDERS - 30) / 2);

  /** Half of what TikTok may be told in a second: a queue for its quota is not what is measured. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private static final Pattern SHIPMENT_OF =
      Pattern.compile("\"EventType\":\"Shipment\".*\"SellerFulfillmentOrderId\":\"TTS-(\\d+)\"");

  private final Clock clock = Clock.systemUTC();
  private final Map<String, Instant> sent = new ConcurrentHashMap<>();
  private final Map<String, Duration> latency = new ConcurrentHashMap<>();
  private final CountDownLatch confirmed = new CountDownLatch(ORDERS);

  @Test
  void message_ofAShipment_bringsItsNumberToTikTokWithinTwoSeconds() throws Exception {
    ScheduledExecutorService outbox = Executors.newSingleThreadScheduledExecutor();
    ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();
    try (ElasticMq server = new ElasticMq()) {
      URI queue = server.create("orders");
      try (World world =
              new World(
                  clock,
                  Pause.sleeping(),
                  TaskScheduler.inProcess(),
                  this::onEvent,
                  text -> {
                    note(text);
                    outbox.execute(() -> server.send(queue, text));
                  },
                  NotificationDelivery.reliable());
          SqsNotifications consumer =
              SqsNotifications.builder(queue)
                  .seller(world.amazon.sellerId(), world.router::accept)
                  .endpoint(server.endpoint())
                  .region("us-east-1")
                  .awsKeys(ElasticMq.KEYS)
                  .receiveWait(Duration.ofSeconds(1))
                  .build()) {
        world.subscribe();
        SampleOrders samples = SampleOrders.seeded(8);
        for (int i = 0; i < ORDERS; i++) {
          String id = Long.toString(579_000_000_000_000_000L + i);
          Duration leaves = FIRST_LEAVES.plus(BETWEEN.multipliedBy(i));
          world.amazon.scriptFor(
              "TTS-" + id,
              OrderScript.normal()
                  .planningAfter(Duration.ofSeconds(1))
                  .amazonNumberAfter(leaves)
                  .processingAfter(leaves)
                  .shippedAfter(leaves));
          world.tiktok.add(
              SimulatedOrder.builder(id, samples.recipient())
                  .units(SampleCatalogue.BOARD_LARGE, 1)
                  .age(Duration.ofHours(3))
                  .build());
        }
        world.router.start();
        consumer.start();
        // Nothing happens in a simulator while nobody looks.
        var unused = looker.scheduleAtFixedRate(world.amazon::orders, 0, 20, TimeUnit.MILLISECONDS);

        assertThat(confirmed.await(240, TimeUnit.SECONDS)).isTrue();
        looker.shutdown();
        assertThat(looker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        outbox.shutdown();
        assertThat(outbox.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      }
    }

    List<Duration> sorted = latency.values().stream().sorted().toList();
    Duration p99 = sorted.get(sorted.size() * 99 / 100);
    System.out.printf(
        "SQS message -> number at TikTok n=%d p50=%d ms p99=%d ms max=%d ms%n",
        sorted.size(),
        sorted.get(sorted.size() / 2).toMillis(),
        p99.toMillis(),
        sorted.get(sorted.size() - 1).toMillis());
    assertThat(p99).isLessThan(Duration.ofSeconds(2));
  }

  private void note(String text) {
    Matcher shipment = SHIPMENT_OF.matcher(text);
    if (shipment.find()) {
      sent.putIfAbsent(shipment.group(1), clock.instant());
    }
  }

  private void onEvent(RouterEvent event) {
    if (event instanceof RouterEvent.ShipmentConfirmed shipped) {
      String order = shipped.orderId().value();
      latency.put(order, Duration.between(sent.get(order), clock.instant()));
      confirmed.countDown();
    }
  }
}
