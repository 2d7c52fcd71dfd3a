// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.model.Msku;
import java.util.HashMap;
import java.util.Map;

/**
 * The same people under a policy that knows the future: it sells a unit exactly when the pool will
 * still have it at the end of the order's hold.
 */
final class AllKnowing {

  private final Map<Msku, Integer> pool;
  private final Map<Msku, Integer> served = new HashMap<>();
  private final Map<Msku, Integer> turnedAway = new HashMap<>();

  AllKnowing(Map<Msku, Integer> pool) {
    this.pool = new HashMap<>(pool);
  }

  /** Somebody elsewhere takes a unit, if there is one. */
  void takeElsewhere(Msku msku) {
    take(msku);
  }

  /**
   * The hold of a buyer's order ends, or would end.
   *
   * @param sold whether the policy under test sold the unit
   */
  void endHold(Msku msku, boolean sold) {
    if (take(msku)) {
      served.merge(msku, 1, Integer::sum);
      turnedAway.merge(msku, sold ? 0 : 1, Integer::sum);
    }
  }

  /** Returns the units that could be sold beyond those that were, and that buyers wanted. */
  int unsold(Msku msku, int served) {
    int beyond = Math.max(0, this.served.getOrDefault(msku, 0) - served);
    return Math.min(beyond, turnedAway.getOrDefault(msku, 0));
  }

  private boolean take(Msku msku) {
    boolean available = pool.getOrDefault(msku, 0) > 0;
    if (available) {
      pool.merge(msku, -1, Integer::sum);
    }
    return available;
  }
}
