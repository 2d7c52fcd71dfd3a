// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for another process: looks again and again until a deadline. */
final class Until {

  /** How long a node may take for a step. Long, since a wait ends when its condition holds. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How long nodes may take for all that is left. */
  static final Duration TIME_TO_SETTLE = Duration.ofMinutes(6);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Until() {}

  /** Returns whether the condition held in time. */
  static boolean holds(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    boolean held = condition.getAsBoolean();
    while (!held && System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      held = condition.getAsBoolean();
    }
    return held;
  }
}
