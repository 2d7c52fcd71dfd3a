// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Times as columns hold them: microseconds since the epoch. What is stored is rounded up and what
 * it is compared with is rounded down, so that nothing is due, or over, too early.
 */
final class Micros {

  /** Later than every time. */
  static final long NEVER = Long.MAX_VALUE;

  private static final Instant LATEST = Instant.EPOCH.plus(NEVER - 1, ChronoUnit.MICROS);
  private static final Instant EARLIEST = Instant.EPOCH.minus(NEVER - 1, ChronoUnit.MICROS);

  private Micros() {}

  static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long roundedUp(Instant time) {
    long down = roundedDown(time);
    boolean whole = time.equals(time.truncatedTo(ChronoUnit.MICROS));
    return whole || down >= NEVER - 1 ? down : down + 1;
  }

  static long roundedDown(Instant time) {
    if (time.isAfter(LATEST)) {
      return NEVER - 1;
    }
    if (time.isBefore(EARLIEST)) {
      return -NEVER;
    }
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }
}
