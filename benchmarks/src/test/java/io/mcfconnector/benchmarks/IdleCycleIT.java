// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs; with numbers as small as these its times mean nothing. */
class IdleCycleIT {

  @Test
  void measure_fewOrders_comparesTheMostWithTheFewest() throws Exception {
    List<IdleCycle.Figure> figures = IdleCycle.measure(List.of(10L, 2_000L), 2, 20);

    assertThat(figures).extracting(IdleCycle.Figure::orders).startsWith(10L, 2_000L);
    assertThat(figures).allSatisfy(figure -> assertThat(figure.cycleMicros()).isPositive());
    assertThat(figures.get(1).bytesPerOrder()).isBetween(200L, 20_000L);
    if ("1".equals(System.getenv("MCF_REQUIRE_POSTGRES"))) {
      assertThat(figures).hasSize(4);
    }
    assertThat(IdleCycle.rows(figures))
        .extracting(Row::what)
        .startsWith("idle cycle, SQLite, 2,000 finished orders against 10");
  }
}
