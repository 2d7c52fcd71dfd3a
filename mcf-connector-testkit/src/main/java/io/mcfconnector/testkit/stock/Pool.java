// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** The units of one SKU at the network, and what its count says of them, which is older. */
final class Pool {

  private record Level(Instant since, int units) {}

  private final Duration countLag;
  // What the count may still show; the first is what it showed last.
  private final Deque<Level> levels = new ArrayDeque<>();
  private int units;

  Pool(int units, Duration countLag) {
    this.units = units;
    this.countLag = countLag;
    levels.add(new Level(Instant.MIN, units));
  }

  int units() {
    return units;
  }

  /** Takes units when there are enough; returns whether there were. */
  boolean take(int wanted, Instant now) {
    if (wanted > units) {
      return false;
    }
    units -= wanted;
    levels.add(new Level(now, units));
    return true;
  }

  /** Returns the units as they were when the lag began. Times must not go back. */
  int counted(Instant now) {
    Instant seen = now.minus(countLag);
    Level first = levels.removeFirst();
    while (!levels.isEmpty() && !levels.getFirst().since.isAfter(seen)) {
      first = levels.removeFirst();
    }
    levels.addFirst(Objects.requireNonNull(first));
    return first.units;
  }
}
