// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many seeded worlds; after each, what the router says is compared with what truly happened. {@code
 * -Dmodel.worlds=N} runs more of them, {@code -Dmodel.seed=S} replays one.
 */
class RandomWorldsTest {

  private static final int WORLDS = 2_000;

  /** The stories of more broken promises would hide the first. */
  private static final int TOLD = 3;

  private static final String REPLAY =
      "mvn test -pl mcf-connector-core -Dtest=RandomWorldsTest -Dmodel.seed=";

  private final WorldFigures figures = new WorldFigures();
  private final List<Long> broken = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  @Test
  void anyWorld_keepsEveryPromise() {
    Long one = Long.getLong("model.seed");
    LongStream seeds =
        one == null
            ? LongStream.range(0, Integer.getInteger("model.worlds", WORLDS))
            : LongStream.of(one);
    seeds.forEach(this::live);
    System.out.println(figures);
    assertThat(violations).withFailMessage(this::story).isEmpty();
  }

  private void live(long seed) {
    List<String> found = new RandomWorld(seed, figures).run();
    if (!found.isEmpty()) {
      broken.add(seed);
      violations.addAll(found);
    }
  }

  private String story() {
    return String.join("\n\n", violations.subList(0, Math.min(TOLD, violations.size())))
        + "\n\n"
        + violations.size()
        + " promises were broken in the worlds "
        + broken
        + ". To replay the first: "
        + REPLAY
        + broken.get(0);
  }
}
