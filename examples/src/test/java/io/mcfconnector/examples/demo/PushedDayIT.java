// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.WebhookFaults;
import io.mcfconnector.testkit.tiktok.WebhookTarget;
import io.mcfconnector.tiktok.authorization.AppSecret;
import io.mcfconnector.tiktok.webhook.TikTokWebhookHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The same trading, by polling alone, with every message, and with 30 % of the messages lost,
 * doubled and shuffled, in virtual time and over real HTTP: it ends the same.
 */
class PushedDayIT {

  private static final int ORDERS = 120;
  private static final Duration TICK = Duration.ofSeconds(20);
  private static final WebhookFaults POOR = new WebhookFaults(0.3, 0.3, Duration.ofMinutes(20), 11);

  /** What became of an order, at both platforms and in the store. */
  private record Outcome(
      String state, String shopState, int packages, int numbers, Map<String, Integer> sent) {}

  @Test
  void trade_withPoorMessages_endsAsByPollingAlone() {
    Trading polled = new Trading(null);
    Trading pushed = new Trading(WebhookFaults.NONE);
    Trading poor = new Trading(POOR);

    Map<String, Outcome> byPolling = polled.run();
    Map<String, Outcome> byPush = pushed.run();
    Map<String, Outcome> byPoorPush = poor.run();

    polled.print("polling alone");
    pushed.print("every message");
    poor.print("30 % lost, doubled, shuffled");
    assertThat(byPush).isEqualTo(byPolling);
    assertThat(byPoorPush).isEqualTo(byPolling);
    assertThat(byPolling.values()).extracting(Outcome::state).contains("CANCELLED", "SHIPPED");
    assertThat(poor.followed).isPositive().isLessThan(pushed.followed);
    assertThat(pushed.median()).isLessThan(polled.median());
    assertThat(pushed.gaps).isNotEmpty();
  }

  /** One run of it. */
  private static final class Trading {
    private final WebhookFaults faults;
    private final AtomicReference<WebhookTarget> target = new AtomicReference<>();
    private final Random random = new Random(31);
    private final Map<String, Instant> ordered = new HashMap<>();
    private final List<Duration> detection = new ArrayList<>();
    private final Map<String, String> seenAtAmazon = new HashMap<>();
    private final List<Notice> fromAmazon = new ArrayList<>();
    private final List<Duration> gaps = new ArrayList<>();
    private int followed;

    /** {@code faults == null}: no messages at all. */
    private Trading(@Nullable WebhookFaults faults) {
      this.faults = faults == null ? new WebhookFaults(1, 0, Duration.ZERO, 0) : faults;
    }

    private Map<String, Outcome> run() {
      try (SimulatedWorld world =
          new SimulatedWorld(
              this::onEvent,
              Map.of(),
              Set.of(),
              shop ->
                  shop.webhooks(
                          (headers, body) ->
                              Objects.requireNonNull(target.get()).deliver(headers, body))
                      .webhookFaults(faults),
              UnaryOperator.identity())) {
        TikTokWebhookHandler handler =
            TikTokWebhookHandler.builder()
                .appKey(world.tiktok().appKey())
                .appSecret(new AppSecret(world.tiktok().appSecret()))
                .shop(ShopId.of(world.tiktok().shopId()))
                .notices(world.router()::accept)
                .build();
        target.set((headers, body) -> handler.handle(headers, body).status());
        trade(world);
        return outcomes(world);
      }
    }

    private void trade(SimulatedWorld world) {
      world.amazon().script(OrderScript.normal().shippedAfter(Duration.ofHours(10)));
      world
          .amazon()
          .scriptWhen(
              order -> order.units() > 2,
              OrderScript.normal().splitInto(2, Duration.ofHours(8), Duration.ofHours(5)));
      world.router().start();
      List<SimulatedOrder> orders = SampleOrders.seeded(24).next(ORDERS);
      int next = 0;
      for (int tick = 0; tick < 30 * 180; tick++) {
        // An order each six minutes; each tenth is cancelled by its buyer while it is held.
        if (tick % 18 == 0 && next < ORDERS) {
          SimulatedOrder order = orders.get(next++);
          ordered.put(order.id(), world.time().clock().instant());
          world.tiktok().add(order);
        }
        if (tick % 180 == 90 && next > 5) {
          cancel(world, orders.get(next - 3).id());
        }
        world.tiktok().sendWebhooks();
        tellOfAmazon(world);
        world.time().runFor(TICK);
        if (tick % 180 == 0) {
          world.tiktok().forgetExchanges();
          world.amazon().forgetExchanges();
        }
      }
    }

    private static void cancel(SimulatedWorld world, String orderId) {
      if (world.tiktok().order(orderId).status().equals("ON_HOLD")) {
        world.tiktok().cancel(orderId);
      }
    }

    /** Amazon's notifications come with the same faults. */
    private void tellOfAmazon(SimulatedWorld world) {
      Instant now = world.time().clock().instant();
      for (FulfillmentOrderSnapshot order : world.amazon().orders()) {
        String shown = order.status() + order.packages();
        if (!shown.equals(seenAtAmazon.put(order.id(), shown))
            && random.nextDouble() >= faults.lost()) {
          Notice notice =
              new Notice.FulfillmentOrderChanged(
                  order.id() + "/" + shown.hashCode(), FulfillmentOrderId.of(order.id()), now);
          fromAmazon.add(notice);
          if (random.nextDouble() < faults.doubled()) {
            fromAmazon.add(notice);
          }
        }
      }
      Collections.shuffle(fromAmazon, random);
      // Some stay behind when messages are late.
      int late = faults.longestDelay().isZero() ? 0 : fromAmazon.size() / 2;
      while (fromAmazon.size() > late) {
        world.router().accept(fromAmazon.remove(fromAmazon.size() - 1));
      }
    }

    private void onEvent(RouterEvent event) {
      if (event instanceof RouterEvent.NoticeFollowed notice) {
        followed++;
        if (notice.duty() == Duty.INTAKE && !notice.pollGap().isZero()) {
          gaps.add(notice.pollGap());
        }
      } else if (event instanceof RouterEvent.StateChanged moved && moved.from() == null) {
        detection.add(Duration.between(ordered.get(moved.orderId().value()), moved.at()));
      }
    }

    private static Map<String, Outcome> outcomes(SimulatedWorld world) {
      Map<String, Outcome> outcomes = new TreeMap<>();
      for (OrderSnapshot order : world.tiktok().orders()) {
        Map<String, Integer> sent = new TreeMap<>();
        world.amazon().orders().stream()
            .filter(one -> one.id().startsWith("TTS-" + order.id()))
            .forEach(one -> sent.merge(one.id(), 1, Integer::sum));
        outcomes.put(
            order.id(),
            new Outcome(
                world.router().status(OrderId.of(order.id())).orElseThrow().state().name(),
                order.status(),
                (int) order.units().stream().map(OrderSnapshot.Unit::packageId).distinct().count(),
                order.trackingNumbers().size(),
                sent));
      }
      assertThat(outcomes).hasSize(ORDERS);
      return outcomes;
    }

    private Duration median() {
      return median(detection);
    }

    private static Duration median(List<Duration> times) {
      return times.isEmpty()
          ? Duration.ZERO
          : times.stream().sorted().toList().get(times.size() / 2);
    }

    private void print(String what) {
      List<Duration> sorted = detection.stream().sorted().toList();
      System.out.printf(
          "%-30s notices=%d order seen after: p50=%s max=%s; ahead of the poll: n=%d p50=%s%n",
          what, followed, median(), sorted.get(sorted.size() - 1), gaps.size(), median(gaps));
    }
  }
}
