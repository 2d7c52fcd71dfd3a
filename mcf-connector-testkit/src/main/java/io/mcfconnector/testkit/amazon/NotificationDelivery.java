// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * How well notifications travel. Not thread-safe; the simulator that has it uses it by one thread
 * at a time.
 */
public final class NotificationDelivery {

  private static final int ALL = 100;

  private final Random random;
  private final int percent;
  private final List<String> late = new ArrayList<>();

  private NotificationDelivery(int percent, long seed) {
    this.percent = percent;
    this.random = new Random(seed);
  }

  /** Returns a delivery that brings each notification once and in order. */
  public static NotificationDelivery reliable() {
    return new NotificationDelivery(0, 0);
  }

  /**
   * Returns a delivery that loses notifications, brings them twice, or brings them after those that
   * follow; the same way each time for one seed.
   *
   * @param percent how many of a hundred are lost; of the others so many are doubled, and so many
   *     late
   */
  public static NotificationDelivery unreliable(int percent, long seed) {
    if (percent < 0 || percent > ALL) {
      throw new IllegalArgumentException("percent: not from 0 to 100");
    }
    return new NotificationDelivery(percent, seed);
  }

  void deliver(String notification, Consumer<String> sink) {
    if (happens()) {
      return;
    }
    boolean doubled = happens();
    boolean held = happens();
    if (!held || doubled) {
      sink.accept(notification);
    }
    List<String> overtaken = List.copyOf(late);
    late.clear();
    if (held) {
      late.add(notification);
    } else if (doubled) {
      sink.accept(notification);
    }
    overtaken.forEach(sink);
  }

  private boolean happens() {
    return random.nextInt(ALL) < percent;
  }
}
