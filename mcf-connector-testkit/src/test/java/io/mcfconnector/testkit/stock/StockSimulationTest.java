// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.spi.RoutingPolicy;
import io.mcfconnector.spi.StockPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Markets whose figures follow from a few lines of arithmetic. Copies come 20 min before the
 * opening, 5 min before it, and 10, 25, 40, 55 and 70 min after it; what is sold in the first
 * minute is placed soon after the first hour.
 */
class StockSimulationTest {

  private static final Duration EVERY = Duration.ofMinutes(15);

  private static StockSimulation.Builder crowd(Duration trading) {
    // Three buyers a second: a hundred units last for half a minute.
    return StockSimulation.builder()
        .units("FBA-MUG", 100)
        .buyers("live", "FBA-MUG", 3)
        .trading(trading);
  }

  @Test
  void copying_untilTheSecondCopy_sellsThePoolOnce() {
    StockReport report = crowd(Duration.ofMinutes(8)).build().runCopying(EVERY, 0);
    // The figure is written before the opening, and once more when it has fallen to 0.
    assertThat(report).isEqualTo(new StockReport("copy every 15 min", 100, 0, 0, 0, 2));
  }

  @Test
  void copying_whileOrdersAreHeld_sellsThePoolTwice() {
    StockReport report = crowd(Duration.ofMinutes(20)).build().runCopying(EVERY, 0);
    assertThat(report).isEqualTo(new StockReport("copy every 15 min", 200, 100, 0, 0, 4));
  }

  @Test
  void copying_lessABuffer_leavesTheBufferUnsold() {
    StockReport report = crowd(Duration.ofMinutes(8)).build().runCopying(EVERY, 20);
    assertThat(report).isEqualTo(new StockReport("copy less 20 every 15 min", 80, 0, 20, 0, 2));
  }

  @Test
  void copying_toTwoShops_sellsThePoolInEach() {
    StockReport report =
        crowd(Duration.ofMinutes(8)).buyers("second", "FBA-MUG", 3).build().runCopying(EVERY, 0);
    assertThat(report).isEqualTo(new StockReport("copy every 15 min", 200, 100, 0, 0, 4));
  }

  @Test
  void copying_unitsTakenElsewhere_areOfferedForAsLongAsTheCountLags() {
    // The pool is gone a minute after the opening. The buyers come after the copy that follows.
    StockSimulation.Builder market =
        StockSimulation.builder()
            .units("FBA-MUG", 100)
            .otherSales("FBA-MUG", 2)
            .burst("live", "FBA-MUG", 3, Duration.ofMinutes(12), Duration.ofMinutes(5));
    assertThat(market.build().runCopying(EVERY, 0).sold()).isZero();
    StockReport late = market.countLag(Duration.ofMinutes(30)).build().runCopying(EVERY, 0);
    assertThat(late).isEqualTo(new StockReport("copy every 15 min", 100, 100, 0, 0, 3));
  }

  @Test
  void unsold_unitsThatOthersTakeDuringTheHold_areNotMissed() {
    // Others empty the pool in the hour in which the orders of the buyers would be held.
    StockReport report =
        StockSimulation.builder()
            .units("FBA-MUG", 100)
            .otherSales("FBA-MUG", 2)
            .buyers("live", "FBA-MUG", 3)
            .trading(Duration.ofMinutes(8))
            .build()
            .runCopying(EVERY, 100);
    assertThat(report).isEqualTo(new StockReport("copy less 100 every 15 min", 0, 0, 0, 0, 0));
  }

  @Test
  void unsold_buyersTurnedAway_areCountedOnlyAsFarAsThereWereUnits() {
    StockSimulation few =
        StockSimulation.builder()
            .units("FBA-MUG", 10_000)
            .burst("live", "FBA-MUG", 3, Duration.ZERO, Duration.ofMinutes(1))
            .build();
    int wanted = few.runCopying(EVERY, 0).sold();
    assertThat(wanted).isBetween(120, 240);
    assertThat(few.runCopying(EVERY, 10_000).unsold()).isEqualTo(wanted);
  }

  @Test
  void router_ownPolicy_isRunForReal() {
    StockSimulation market = crowd(Duration.ofMinutes(8)).build();
    StockReport nothing =
        market.run("keeps all", router -> router.stockPolicy(StockPolicy.fixed(100)));
    assertThat(nothing).isEqualTo(new StockReport("keeps all", 0, 0, 100, 0, 0));
    StockReport most = market.run("keeps 10", router -> router.stockPolicy(StockPolicy.fixed(10)));
    assertThat(most.sold()).isPositive();
    assertThat(most.writes()).isPositive();
    // An all-knowing policy sells the hundred units.
    assertThat(most.sold() - most.oversold() + most.unsold()).isEqualTo(100);
  }

  @Test
  void router_ordersItGivesToAPerson_wait() {
    StockReport report =
        crowd(Duration.ofMinutes(10))
            .build()
            .run(
                "reviews all",
                router -> router.routingPolicy(order -> RoutingPolicy.Choice.review("by hand")));
    assertThat(report.sold()).isPositive();
    assertThat(report.waiting()).isEqualTo(report.sold() - report.oversold());
  }

  @Test
  void router_brokenPolicy_endsTheRun() {
    StockSimulation market = crowd(Duration.ofMinutes(1)).build();
    assertThatThrownBy(
            () ->
                market.run(
                    "broken",
                    router ->
                        router.shippingSpeed(
                            order -> {
                              throw new IllegalStateException("broken on purpose");
                            })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("failed in the simulation");
  }

  @Test
  void run_sameSeed_givesTheSameFigures() {
    StockSimulation market =
        crowd(Duration.ofMinutes(20)).units("FBA-TEA", 50).buyers("two", "FBA-TEA", 0.1).build();
    assertThat(market.runCopying(EVERY, 0)).isEqualTo(market.runCopying(EVERY, 0));
    assertThat(market.run("a", router -> router)).isEqualTo(market.run("a", router -> router));
  }

  @Test
  void run_otherSeed_bringsOtherPeople() {
    StockSimulation.Builder market = crowd(Duration.ofMinutes(1)).units("FBA-MUG", 10_000);
    StockReport one = market.seed(1).build().runCopying(EVERY, 0);
    assertThat(market.seed(2).build().runCopying(EVERY, 0)).isNotEqualTo(one);
  }

  @Test
  void row_always_standsUnderItsHeader() {
    StockReport report = new StockReport("copy every 15 min", 200, 100, 7, 1, 2);
    assertThat(StockReport.header())
        .isEqualTo("policy                           sold oversold   unsold  waiting   writes");
    assertThat(report.row())
        .isEqualTo("copy every 15 min                 200      100        7        1        2");
  }

  @Test
  void build_wrongOptions_areListedTogether() {
    StockSimulation.Builder market =
        StockSimulation.builder()
            .countLag(Duration.ofMinutes(-1))
            .trading(Duration.ZERO)
            .units("FBA-MUG", -1)
            .otherSales("FBA-TEA", Double.NaN)
            .burst("live", "FBA-MUG", 1, Duration.ZERO, Duration.ZERO);
    assertThatThrownBy(market::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("countLag")
        .hasMessageContaining("trading")
        .hasMessageContaining("units of FBA-MUG must not be negative")
        .hasMessageContaining("perSecond")
        .hasMessageContaining("burst")
        .hasMessageContaining("units of FBA-TEA are required");
    assertThatThrownBy(() -> StockSimulation.builder().build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("at least one");
    StockSimulation fine = crowd(Duration.ofMinutes(1)).build();
    assertThatThrownBy(() -> fine.runCopying(Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fine.runCopying(EVERY, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
