// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** What is going to happen in a world, in the order of its times, and the chance behind it. */
final class WorldAgenda {

  private record Event(Instant at, int number, Runnable happening) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
  private final MutableClock clock;
  private final Random random;
  private int planned;

  WorldAgenda(MutableClock clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  Instant now() {
    return clock.instant();
  }

  void after(Duration time, Runnable happening) {
    events.add(new Event(now().plus(time), planned++, happening));
  }

  /** Returns when the next thing happens. */
  Instant next() {
    Event first = events.peek();
    return first == null ? Instant.MAX : first.at;
  }

  /** Lets everything happen that is due now. */
  void run() {
    for (Event first = events.peek();
        first != null && !first.at.isAfter(now());
        first = events.peek()) {
      events.remove();
      first.happening.run();
    }
  }

  /** Returns whether something happens that happens in so many of a hundred cases. */
  boolean chance(int ofHundred) {
    return random.nextInt(100) < ofHundred;
  }

  int number(int below) {
    return random.nextInt(below);
  }

  Duration minutes(int from, int to) {
    return Duration.ofSeconds(60L * from + random.nextInt(60 * (to - from) + 1));
  }

  Duration hours(int from, int to) {
    return minutes(60 * from, 60 * to);
  }
}
