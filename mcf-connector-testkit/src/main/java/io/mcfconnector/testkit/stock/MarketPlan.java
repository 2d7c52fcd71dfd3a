// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.model.Msku;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a market is made of.
 *
 * @param seed decides who comes when, and how long calls take
 * @param countLag the age of the network's count
 * @param trading how long buyers come
 * @param units the pool at the start
 * @param arrivals who comes
 */
record MarketPlan(
    long seed,
    Duration countLag,
    Duration trading,
    Map<Msku, Integer> units,
    List<Arrivals> arrivals) {

  MarketPlan {
    // Runs must not depend on the order of a hash.
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    arrivals = List.copyOf(arrivals);
  }
}
