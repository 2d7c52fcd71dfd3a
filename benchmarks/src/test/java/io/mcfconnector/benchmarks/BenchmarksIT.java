// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each part of the table in small, so that what it measures works. Figures of time prove nothing.
 */
class BenchmarksIT {

  @Test
  void life_busyShop_costsFewCalls() {
    CallsPerOrder.Figure figure = CallsPerOrder.measure(CallsPerOrder.NEWEST);

    // The target is 3.0; what little is over it depends on the orders, which another seed changes.
    assertThat(figure.calls()).isBetween(figure.needed(), 3.1);
    assertThat(figure.needed()).isBetween(2.0, 2.1);
  }

  @Test
  void burst_600Orders_holdsItsTargets() {
    assertThat(Burst.run()).allSatisfy(row -> assertThat(row.met()).isTrue());
  }

  @Test
  void routed_fewOrders_comeThroughInEveryStore() throws Exception {
    List<Row> rows = Routed.run(30);

    assertThat(rows).extracting(Row::what).contains("orders routed, in memory");
    if ("1".equals(System.getenv("MCF_REQUIRE_POSTGRES"))) {
      assertThat(rows).hasSize(6);
    }
  }

  @Test
  void day_anHour_leavesTheHeapFlat() throws Exception {
    assertThat(Day.run(2, 40, 60)).allSatisfy(row -> assertThat(row.met()).isTrue());
  }

  @Test
  void growth_fewShopsAndSkus_isDrawn(@TempDir Path folder) throws Exception {
    Series shops = Growth.shops(List.of(1, 3));
    Series skus = Growth.skus(List.of(10, 1_000));

    Plot.write(List.of(shops, skus), folder.resolve("growth"));

    assertThat(shops.costs()).hasSize(2).allMatch(cost -> cost > 0);
    assertThat(skus.costs()).hasSize(2).allMatch(cost -> cost > 0);
    assertThat(Files.readString(folder.resolve("growth.svg"))).contains("<svg", "</svg>");
  }

  @Test
  void startUp_router_polls() throws Exception {
    assertThat(StartUp.run()).hasSize(1);
  }
}
