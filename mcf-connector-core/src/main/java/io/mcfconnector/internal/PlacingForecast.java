// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * When each waiting order will be placed, if only holds and the network's quota keep it waiting:
 * what {@link ShopTurns} will do, played through. Without a known quota, an order is expected to be
 * placed as soon as it is free.
 */
final class PlacingForecast {

  private static final double NANOS = 1e9;

  private static final Comparator<Waiter> IN_TURN =
      Comparator.comparing(
              (Waiter waiter) -> waiter.order.deadline(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparingInt(Waiter::round)
          .thenComparing(Waiter::free);

  /** An order that will be free, and which of its shop's orders with that deadline it is. */
  private record Waiter(WaitingOrder order, Instant free, int round) {}

  private record Group(ShopId shop, @Nullable Instant deadline) {}

  private final Map<OrderId, Instant> expected = new HashMap<>();
  private @Nullable Instant last;

  private PlacingForecast() {}

  /** Plays the placing of these orders through; those without a known end of their hold stay. */
  static PlacingForecast of(
      Collection<WaitingOrder> orders, Optional<CallAllowance> allowance, Instant now) {
    PlacingForecast forecast = new PlacingForecast();
    Deque<Waiter> coming = inOrderOfTime(orders);
    if (allowance.isPresent()) {
      forecast.play(coming, new Bucket(allowance.get(), now));
    } else {
      coming.forEach(waiter -> forecast.expect(waiter, waiter.free));
    }
    return forecast;
  }

  /** Returns when an order is expected to be placed; {@code null} when that cannot be known. */
  @Nullable Instant of(WaitingOrder order) {
    return expected.get(order.orderId());
  }

  /** Returns when the last of the orders is expected to be placed; {@code null} without any. */
  @Nullable Instant last() {
    return last;
  }

  private static Deque<Waiter> inOrderOfTime(Collection<WaitingOrder> orders) {
    List<WaitingOrder> timed =
        orders.stream()
            .filter(order -> order.free() != null)
            .sorted(Comparator.comparing(PlacingForecast::freeAt))
            .toList();
    Map<Group, Integer> rounds = new HashMap<>();
    List<Waiter> waiters = new ArrayList<>(timed.size());
    for (WaitingOrder order : timed) {
      int round = rounds.merge(new Group(order.shop(), order.deadline()), 1, Integer::sum);
      waiters.add(new Waiter(order, freeAt(order), round));
    }
    return new ArrayDeque<>(waiters);
  }

  private static Instant freeAt(WaitingOrder order) {
    return Objects.requireNonNull(order.free());
  }

  private void play(Deque<Waiter> coming, Bucket bucket) {
    PriorityQueue<Waiter> queue = new PriorityQueue<>(IN_TURN);
    while (!coming.isEmpty() || !queue.isEmpty()) {
      if (queue.isEmpty()) {
        bucket.waitUntil(coming.element().free);
      }
      // Whoever becomes free while the others wait for a permit competes for it.
      bucket.waitForPermit();
      while (!coming.isEmpty() && !coming.element().free.isAfter(bucket.at)) {
        queue.add(coming.remove());
      }
      Waiter next = queue.poll();
      if (next != null) {
        bucket.take();
        expect(next, bucket.at);
      }
    }
  }

  private void expect(Waiter waiter, Instant at) {
    expected.put(waiter.order.orderId(), at);
    last = last == null || at.isAfter(last) ? at : last;
  }

  /** The network's bucket in the time to come. */
  private static final class Bucket {
    private final double perSecond;
    private final double most;
    private double permits;
    private Instant at;

    private Bucket(CallAllowance allowance, Instant now) {
      this.perSecond = allowance.permitsPerSecond();
      this.most = allowance.burst();
      this.permits = allowance.permits();
      this.at = now;
    }

    private void waitUntil(Instant time) {
      if (time.isAfter(at)) {
        double seconds = Duration.between(at, time).toNanos() / NANOS;
        permits = Math.min(most, permits + seconds * perSecond);
        at = time;
      }
    }

    private void waitForPermit() {
      if (permits < 1) {
        at = at.plusNanos((long) Math.ceil((1 - permits) / perSecond * NANOS));
        permits = 1;
      }
    }

    private void take() {
      permits--;
    }
  }
}
