// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** One run of a market: its time, pools, shops and people, and what became of them. */
final class Market {

  private static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

  /** Every policy has published its first figures by then. */
  private static final Duration UNTIL_OPENING = Duration.ofMinutes(20);

  /** The turn of every order has come by then, if it ever comes. */
  private static final Duration LAST_TURN = Duration.ofHours(3);

  private static final Duration STEP = Duration.ofMinutes(5);

  private final MarketPlan plan;
  private final MarketTime time;
  private final Map<Msku, Pool> pools = new LinkedHashMap<>();
  private final Map<ShopId, Shopfront> shops = new LinkedHashMap<>();
  private final PoolNetwork network;
  private final AllKnowing allKnowing;

  Market(MarketPlan plan) {
    this.plan = plan;
    // People come from chances of their own, so that the same come whatever a policy does.
    SplittableRandom people = new SplittableRandom(plan.seed());
    SplittableRandom platforms = people.split();
    time = new MarketTime(START, platforms.split());
    plan.units().forEach((msku, units) -> pools.put(msku, new Pool(units, plan.countLag())));
    network = new PoolNetwork(pools, time);
    allKnowing = new AllKnowing(plan.units());
    for (Arrivals arrivals : plan.arrivals()) {
      if (arrivals.shop() != null) {
        int number = shops.size() + 1;
        shops
            .computeIfAbsent(arrivals.shop(), id -> new Shopfront(id, number, platforms.split()))
            .list(arrivals.msku());
      }
      come(arrivals, people.split(), START.plus(UNTIL_OPENING).plus(arrivals.from()));
    }
  }

  MarketTime time() {
    return time;
  }

  PoolNetwork network() {
    return network;
  }

  List<Shopfront> shops() {
    return List.copyOf(shops.values());
  }

  Set<Msku> mskus() {
    return pools.keySet();
  }

  /** Plans the next one to come after a moment. */
  private void come(Arrivals arrivals, SplittableRandom chance, Instant after) {
    double seconds = -Math.log(1 - chance.nextDouble()) / arrivals.perSecond();
    Instant next = after.plusNanos((long) (seconds * 1e9));
    Duration until = arrivals.until();
    if (until == null || next.isBefore(START.plus(UNTIL_OPENING).plus(until))) {
      time.at(
          next,
          now -> {
            arrive(arrivals, now);
            come(arrivals, chance, now);
          });
    }
  }

  private void arrive(Arrivals arrivals, Instant now) {
    Shopfront shop = shops.get(arrivals.shop());
    if (shop == null) {
      pool(arrivals.msku()).take(1, now);
      allKnowing.takeElsewhere(arrivals.msku());
    } else {
      boolean sold = shop.buy(arrivals.msku(), now);
      time.at(now.plus(Sale.HOLD), end -> allKnowing.endHold(arrivals.msku(), sold));
    }
  }

  /** Runs from before the opening until every order is decided, or could have been. */
  void run() {
    Duration lastHold = UNTIL_OPENING.plus(plan.trading()).plus(Sale.HOLD);
    time.runFor(lastHold);
    Instant end = START.plus(lastHold).plus(LAST_TURN);
    while (network.decided() < sold() && time.now().isBefore(end)) {
      time.runFor(STEP);
    }
  }

  StockReport report(String policy) {
    int oversold = 0;
    int unsold = 0;
    int waiting = 0;
    for (Msku msku : mskus()) {
      int sold = shops.values().stream().mapToInt(shop -> shop.sold(msku)).sum();
      int open = sold - network.placed(msku);
      int lacking = Math.max(0, open - pool(msku).units());
      oversold += lacking;
      waiting += open - lacking;
      unsold += allKnowing.unsold(msku, sold - lacking);
    }
    int writes = shops.values().stream().mapToInt(Shopfront::writes).sum();
    return new StockReport(policy, sold(), oversold, unsold, waiting, writes);
  }

  private int sold() {
    return shops.values().stream().mapToInt(Shopfront::sold).sum();
  }

  private Pool pool(Msku msku) {
    Pool pool = pools.get(msku);
    if (pool == null) {
      throw new IllegalStateException("no pool of " + msku);
    }
    return pool;
  }
}
