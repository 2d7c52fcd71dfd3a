// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.testkit.VirtualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The time of a market: what people do happens at its moment, also while a call to a platform is
 * under way. Used by one thread.
 */
final class MarketTime {

  private static final int SHORTEST_CALL_MILLIS = 200;
  private static final int LONGEST_CALL_MILLIS = 1_200;

  private record Happening(Instant at, long turn, Consumer<Instant> what) {}

  private final PriorityQueue<Happening> agenda =
      new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::turn));
  private final VirtualTime time;
  private final SplittableRandom chance;
  private long planned;

  MarketTime(Instant start, SplittableRandom chance) {
    this.time = VirtualTime.startingAt(start);
    this.chance = chance;
  }

  Clock clock() {
    return time.clock();
  }

  Instant now() {
    return time.clock().instant();
  }

  TaskScheduler scheduler() {
    return time.scheduler();
  }

  /** Plans what happens at a moment; it is handed that moment, for the clock may be later. */
  void at(Instant at, Consumer<Instant> what) {
    agenda.add(new Happening(at, planned++, what));
  }

  /** Lets this time pass, with everything that happens in it. */
  void runFor(Duration length) {
    time.runFor(length);
    catchUp();
  }

  /**
   * Calls a platform. The call takes effect half-way through its time, and people go on all the
   * while.
   */
  <T> T call(Supplier<T> effect) {
    Duration half =
        Duration.ofMillis(chance.nextInt(SHORTEST_CALL_MILLIS, LONGEST_CALL_MILLIS)).dividedBy(2);
    pass(half);
    catchUp();
    T result = effect.get();
    pass(half);
    return result;
  }

  private void pass(Duration length) {
    try {
      time.pause().pause(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulation was interrupted", e);
    }
  }

  private void catchUp() {
    Instant now = now();
    for (Happening next = agenda.peek();
        next != null && !next.at.isAfter(now);
        next = agenda.peek()) {
      agenda.remove();
      next.what.accept(next.at);
    }
  }
}
