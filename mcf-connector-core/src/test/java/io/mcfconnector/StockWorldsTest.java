// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many seeded worlds in which shops draw on one stock. {@code -Dmodel.worlds=N} runs more of them,
 * {@code -Dmodel.seed=S} replays one.
 */
class StockWorldsTest {

  private static final int WORLDS = 2_000;
  private static final int TOLD = 10;

  @Test
  void anyWorld_oversellsNothingAndLeaksNothing() {
    WorldFigures figures = new WorldFigures();
    List<String> violations = new ArrayList<>();
    Long one = Long.getLong("model.seed");
    LongStream seeds =
        one == null
            ? LongStream.range(0, Integer.getInteger("model.worlds", WORLDS))
            : LongStream.of(one);
    seeds.forEach(seed -> violations.addAll(new StockWorld(seed, figures).run()));
    System.out.println(figures);
    assertThat(violations)
        .withFailMessage(
            () ->
                violations.size()
                    + " worlds broke a promise. To replay one: mvn test -pl mcf-connector-core"
                    + " -Dtest=StockWorldsTest -Dmodel.seed=<seed>\n"
                    + String.join("\n", violations.subList(0, Math.min(TOLD, violations.size()))))
        .isEmpty();
  }
}
