// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs; with numbers as small as these its times mean nothing. */
class IdleCycleIT {

  @Test
  void run_fewOrders_printsATable() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    List<IdleCycle.Figure> figures =
        IdleCycle.run(10, 2_000, 2, 20, new PrintStream(out, true, UTF_8));

    assertThat(figures).extracting(IdleCycle.Figure::orders).startsWith(10L, 2_000L);
    assertThat(figures)
        .allSatisfy(
            figure -> {
              assertThat(figure.lookMicros()).isPositive();
              assertThat(figure.cycleMicros()).isGreaterThan(figure.lookMicros());
            });
    assertThat(figures.get(1).bytesPerOrder()).isBetween(200L, 20_000L);
    if ("1".equals(System.getenv("MCF_REQUIRE_POSTGRES"))) {
      assertThat(figures).hasSize(4);
    }
    assertThat(out.toString(UTF_8)).contains("SQLite", "many to few");
  }
}
