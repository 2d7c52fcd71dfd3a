// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The default policy against what tools of the field do, in markets that hurt. Prints the table of
 * {@code docs/inventory.md}.
 */
class StockPolicyTableIT {

  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final int BUFFER = 20;
  private static final List<Integer> LAG_MINUTES = List.of(0, 5, 15);
  private static final List<Double> OTHERS_PER_SECOND = List.of(0.5, 2.0, 5.0);

  /**
   * One market under all policies.
   *
   * @param others whether somebody else sells from the pool
   */
  private record Row(String market, boolean others, StockReport ours, List<StockReport> field) {

    /** Returns whether a policy oversold less and left less unsold. */
    boolean isBeatenBy(StockReport other) {
      return other.oversold() < ours.oversold() && other.unsold() < ours.unsold();
    }
  }

  private static final List<Row> TABLE = new ArrayList<>();

  @BeforeAll
  static void runAll() {
    long begun = System.nanoTime();
    System.out.printf(Locale.ROOT, "%-38s %s%n", "market", StockReport.header());
    for (int lag : LAG_MINUTES) {
      run("quiet shop", lag, false, quietShop());
    }
    for (int lag : LAG_MINUTES) {
      run("viral SKUs", lag, false, viralSkus());
    }
    for (int lag : LAG_MINUTES) {
      run("five shops", lag, false, fiveShops());
    }
    for (double perSecond : OTHERS_PER_SECOND) {
      for (int lag : LAG_MINUTES) {
        run("Amazon sells " + perSecond + "/s", lag, true, amazonSells(perSecond));
      }
    }
    System.out.printf(
        Locale.ROOT, "%d runs in %.0f s%n", 3 * TABLE.size(), (System.nanoTime() - begun) / 1e9);
  }

  private static void run(
      String name, int lagMinutes, boolean others, StockSimulation.Builder builder) {
    String market = String.format(Locale.ROOT, "%s, count %d min old", name, lagMinutes);
    StockSimulation simulation = builder.countLag(Duration.ofMinutes(lagMinutes)).build();
    Row row =
        new Row(
            market,
            others,
            simulation.run("default", router -> router),
            List.of(simulation.runCopying(EVERY, 0), simulation.runCopying(EVERY, BUFFER)));
    print(market, row.ours);
    row.field.forEach(report -> print("", report));
    TABLE.add(row);
  }

  private static void print(String market, StockReport report) {
    System.out.printf(Locale.ROOT, "%-38s %s%n", market, report.row());
  }

  /** Forty orders a day over five SKUs, of which two days' demand is more than there is. */
  private static StockSimulation.Builder quietShop() {
    StockSimulation.Builder market = StockSimulation.builder().seed(11).trading(Duration.ofDays(2));
    for (int i = 1; i <= 5; i++) {
      market.units("QUIET-" + i, 10).buyers("quiet", "QUIET-" + i, 8 / 86_400.0);
    }
    return market;
  }

  /** 600 orders a minute on two SKUs with 3,000 units, and an echo that goes on. */
  private static StockSimulation.Builder viralSkus() {
    StockSimulation.Builder market =
        StockSimulation.builder().seed(12).trading(Duration.ofHours(1));
    for (String sku : List.of("VIRAL-1", "VIRAL-2")) {
      market
          .units(sku, 1_500)
          .buyers("live", sku, 0.1)
          .burst("live", sku, 5, Duration.ofMinutes(5), Duration.ofMinutes(8));
    }
    return market;
  }

  /** One large shop, two medium and two small ones empty the pool in an hour and a half. */
  private static StockSimulation.Builder fiveShops() {
    return StockSimulation.builder()
        .seed(13)
        .trading(Duration.ofHours(2))
        .units("SHARED", 1_800)
        .buyers("shop-1", "SHARED", 0.12)
        .buyers("shop-2", "SHARED", 0.06)
        .buyers("shop-3", "SHARED", 0.06)
        .buyers("shop-4", "SHARED", 0.03)
        .buyers("shop-5", "SHARED", 0.03);
  }

  /** A pool that is empty before the two hours are over, and a live stream in the first. */
  private static StockSimulation.Builder amazonSells(double perSecond) {
    double tikTokPerSecond = 0.25;
    int units = (int) ((perSecond + tikTokPerSecond) * Duration.ofMinutes(90).toSeconds()) + 600;
    return StockSimulation.builder()
        .seed(14)
        .trading(Duration.ofHours(2))
        .units("BOTH", units)
        .otherSales("BOTH", perSecond)
        .buyers("shop-1", "BOTH", tikTokPerSecond)
        .burst("shop-1", "BOTH", 2, Duration.ofMinutes(40), Duration.ofMinutes(5));
  }

  @Test
  void copying_inEveryMarketWithABurstOrSeveralShops_oversells() {
    assertThat(TABLE)
        .filteredOn(row -> !row.market.startsWith("quiet"))
        .allSatisfy(row -> assertThat(row.field.get(0).oversold()).isPositive());
  }

  @Test
  void defaultPolicy_noOtherSellerOnThePool_oversellsNothing() {
    assertThat(TABLE)
        .filteredOn(row -> !row.others)
        .allSatisfy(row -> assertThat(row.ours.oversold()).as(row.market).isZero());
  }

  @Test
  void defaultPolicy_otherSellersOnThePool_noPolicyIsBetterInBoth() {
    assertThat(TABLE)
        .filteredOn(Row::others)
        .allSatisfy(row -> assertThat(row.field).as(row.market).noneMatch(row::isBeatenBy));
  }

  @Test
  void defaultPolicy_always_leavesNoOrderWaitingThatCouldShip() {
    assertThat(TABLE).allSatisfy(row -> assertThat(row.ours.waiting()).as(row.market).isZero());
  }
}
