// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places orders as tools do that know nothing of stock: when the hold is over, oldest first. */
final class PlainPlacer {

  /** As often as the router polls unless told otherwise. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final PoolNetwork network;
  private final List<Shopfront> shops;
  private final MarketTime time;
  private final Map<Shopfront, Integer> tried = new HashMap<>();
  private TaskScheduler.@Nullable Handle handle;

  PlainPlacer(PoolNetwork network, List<Shopfront> shops, MarketTime time) {
    this.network = network;
    this.shops = shops;
    this.time = time;
  }

  void start() {
    handle = time.scheduler().schedule("place", INTERVAL, this::placeNext);
  }

  /** Places one order, so that other tasks have their turns between two. */
  private void placeNext() {
    Optional<Shopfront> shop =
        shops.stream()
            .filter(this::isDue)
            .min(Comparator.comparing(this::next, Comparator.comparing(Sale::at)));
    if (shop.isEmpty()) {
      return;
    }
    try {
      network.create(next(shop.get()).fulfillmentOrder());
    } catch (ApiException refusal) {
      // The network counts it; there is nothing else to do with an order that the pool cannot
      // serve.
    }
    tried.merge(shop.get(), 1, Integer::sum);
    if (handle != null && shops.stream().anyMatch(this::isDue)) {
      handle.wake();
    }
  }

  private boolean isDue(Shopfront shop) {
    return tried.getOrDefault(shop, 0) < shop.sold() && !next(shop).isHeld(time.now());
  }

  private Sale next(Shopfront shop) {
    return shop.sale(tried.getOrDefault(shop, 0));
  }
}
