// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.store.InMemoryOrderStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A market in virtual time in which buyers of several shops, and everyone who buys elsewhere, draw
 * on one pool of units at the network. It runs a real router with the policy of the host's choice
 * and tells what it sold, oversold and left unsold.
 *
 * <ul>
 *   <li>A buyer wants one unit and gets it when the listing shows one at that moment, which lowers
 *       the figure by one. A written figure replaces it. Listings begin at 0, 20 minutes before the
 *       opening.
 *   <li>An order takes nothing from the pool until it is placed. The shop holds it for an hour,
 *       without address; its search shows it up to 30 s late.
 *   <li>Whoever buys elsewhere, at Amazon or through another channel, takes a unit from the pool at
 *       once, as long as there is one, from the opening until the end of the run.
 *   <li>The network's count shows the pool as it was some time ago. It refuses an order for which
 *       the pool has too few units.
 *   <li>Each call takes 0.2 to 1.2 s, in which people go on. Duties run one after the other.
 * </ul>
 *
 * <p>The same people come in every run, whatever the policy; the same seed gives the same people.
 * Immutable and thread-safe.
 */
public final class StockSimulation {

  private final MarketPlan plan;

  private StockSimulation(MarketPlan plan) {
    this.plan = plan;
  }

  /** Starts a market without units and people. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Runs the market with a router that keeps the stock.
   *
   * @param policy names the run in its report
   * @param options sets the router's policy; shops, network, store, scheduler, mapping and clock
   *     are the market's
   * @throws IllegalStateException when a duty or step of the router failed, which nothing in the
   *     market gives reason for; the cause tells why
   */
  public StockReport run(String policy, UnaryOperator<OrderRouterBuilder> options) {
    Market market = new Market(plan);
    FirstFailure failure = new FirstFailure();
    OrderRouterBuilder builder = options.apply(OrderRouter.builder());
    market.shops().forEach(shop -> builder.salesChannel(new ShopChannel(shop, market.time())));
    try (OrderRouter router =
        builder
            .fulfillmentNetwork(market.network())
            .store(new InMemoryOrderStore())
            .scheduler(market.time().scheduler())
            .skuMapper(SkuMapper.identity())
            .clock(market.time().clock())
            .listener(failure::look)
            .build()) {
      router.start();
      market.run();
    }
    failure.report();
    return market.report(policy);
  }

  /**
   * Runs the market with what most tools do: the network's count, less a buffer, is copied to every
   * shop on a timer. Figures that are shown already are not written. Orders are placed when their
   * hold is over, with a look once a minute, whatever the pool has.
   *
   * @param interval time between two copies
   * @param buffer units of each SKU that are never shown
   */
  public StockReport runCopying(Duration interval, int buffer) {
    if (interval.isNegative() || interval.isZero() || buffer < 0) {
      throw new IllegalArgumentException(
          "interval must be longer than zero and buffer not negative, but they are "
              + interval
              + " and "
              + buffer);
    }
    Market market = new Market(plan);
    List<ShopChannel> shops =
        market.shops().stream().map(shop -> new ShopChannel(shop, market.time())).toList();
    Runnable copier = new StockCopier(market.network(), shops, market.mskus(), buffer);
    market.time().scheduler().schedule("copy", interval, copier);
    new PlainPlacer(market.network(), market.shops(), market.time()).start();
    market.run();
    String every = " every " + interval.toMinutes() + " min";
    return market.report(buffer == 0 ? "copy" + every : "copy less " + buffer + every);
  }

  /** Figures of a run in which the router failed would be figures of that failure. */
  private static final class FirstFailure {
    private @Nullable RuntimeException first;

    void look(RouterEvent event) {
      if (first == null && event instanceof RouterEvent.DutyFailed failed) {
        first = failed.problem();
      } else if (first == null && event instanceof RouterEvent.StepFailed failed) {
        first = failed.problem();
      }
    }

    void report() {
      if (first != null) {
        throw new IllegalStateException("the router failed in the simulation", first);
      }
    }
  }

  /** Collects what a market is made of. Not thread-safe. */
  public static final class Builder {
    private static final double MOST_PER_SECOND = 1_000;

    private final Map<Msku, Integer> units = new LinkedHashMap<>();
    private final List<Arrivals> arrivals = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long seed = 1;
    private Duration countLag = Duration.ZERO;
    private Duration trading = Duration.ofHours(1);

    private Builder() {}

    /** Sets what decides who comes when, and how long calls take; 1 unless set. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Sets how old the network's count is; zero unless set. */
    public Builder countLag(Duration lag) {
      this.countLag = lag;
      return this;
    }

    /**
     * Sets how long buyers come; 1 h unless set. The run goes on for the hold of the last order and
     * until all are placed or refused, for at most three hours.
     */
    public Builder trading(Duration trading) {
      this.trading = trading;
      return this;
    }

    /** Sets the units of a SKU in the pool. The shops' seller SKUs are the same texts. */
    public Builder units(String msku, int units) {
      this.units.put(Msku.of(msku), units);
      return this;
    }

    /** Adds buyers of a SKU who come to a shop all the time. */
    public Builder buyers(String shop, String msku, double perSecond) {
      return add(ShopId.of(shop), msku, perSecond, Duration.ZERO, null);
    }

    /**
     * Adds buyers of a SKU who come to a shop for a while, as after a mention in a live stream.
     *
     * @param from when it begins, counted from the opening
     */
    public Builder burst(
        String shop, String msku, double perSecond, Duration from, Duration length) {
      if (from.isNegative() || length.isNegative() || length.isZero()) {
        problems.add("burst must begin after the opening and last, but is " + from + ", " + length);
      }
      return add(ShopId.of(shop), msku, perSecond, from, from.plus(length));
    }

    /** Adds people who buy a SKU elsewhere: at Amazon, or through another channel. */
    public Builder otherSales(String msku, double perSecond) {
      return add(null, msku, perSecond, Duration.ZERO, null);
    }

    private Builder add(
        @Nullable ShopId shop,
        String msku,
        double perSecond,
        Duration from,
        @Nullable Duration until) {
      if (!(perSecond > 0 && perSecond <= MOST_PER_SECOND)) {
        problems.add(
            "perSecond must be above 0 and at most " + MOST_PER_SECOND + ", but is " + perSecond);
      }
      arrivals.add(new Arrivals(shop, Msku.of(msku), perSecond, from, until));
      return this;
    }

    /**
     * Returns the market.
     *
     * @throws ConfigurationException that lists every problem
     */
    public StockSimulation build() {
      List<String> all = new ArrayList<>(problems);
      if (countLag.isNegative()) {
        all.add("countLag must not be negative, but is " + countLag);
      }
      if (trading.isNegative() || trading.isZero()) {
        all.add("trading must be longer than zero, but is " + trading);
      }
      units.forEach(
          (msku, count) -> {
            if (count < 0) {
              all.add("units of " + msku + " must not be negative, but are " + count);
            }
          });
      if (arrivals.stream().allMatch(one -> one.shop() == null)) {
        all.add("buyers or burst is required: at least one");
      }
      for (Arrivals one : arrivals) {
        if (!units.containsKey(one.msku())) {
          all.add("units of " + one.msku() + " are required");
        }
      }
      if (!all.isEmpty()) {
        throw new ConfigurationException(all);
      }
      return new StockSimulation(
          new MarketPlan(
              seed, countLag, trading, units, arrivals.stream().map(this::withinTrading).toList()));
    }

    /** Buyers at the shops come while there is trading; the others never stop. */
    private Arrivals withinTrading(Arrivals one) {
      Duration until = one.until();
      return one.shop() != null && (until == null || until.compareTo(trading) > 0)
          ? new Arrivals(one.shop(), one.msku(), one.perSecond(), one.from(), trading)
          : one;
    }
  }
}
