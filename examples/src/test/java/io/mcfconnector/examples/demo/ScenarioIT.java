// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of the scenario table in {@code docs/how-it-works.md}, over real HTTP and in virtual
 * time: the table says how an order ends at both platforms and what its story tells.
 */
class ScenarioIT {

  private static final Path TABLE = Path.of("..", "docs", "how-it-works.md");
  private static final String HEADING = "## Scenarios";
  private static final int LEAST_ROWS = 40;

  private static final Map<String, ScenarioOutcome> OUTCOMES = new LinkedHashMap<>();

  @BeforeAll
  static void play() {
    OUTCOMES.putAll(Scenarios.play(Scenarios.all()));
  }

  static Stream<String> rows() {
    return Scenarios.all().stream().map(Scenario::id);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void scenario_endsAtBothPlatforms_asTheTableSays(String id) {
    List<String> actual =
        Objects.requireNonNull(OUTCOMES.get(id), id).cells().stream().map(String::strip).toList();
    assertThat(actual)
        .as("row of the table: | " + id + " | … | " + String.join(" | ", actual) + " |")
        .isEqualTo(table().get(id));
  }

  @Test
  void everyRow_hasACase() {
    assertThat(table().keySet())
        .containsExactlyElementsOf(rows().toList())
        .hasSizeGreaterThanOrEqualTo(LEAST_ROWS);
  }

  /** Returns the last four cells of each row by its first. */
  private static Map<String, List<String>> table() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    boolean here = false;
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        here = line.equals(HEADING);
      } else if (here && line.startsWith("| `")) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
          cells.add(cell.strip().replace("`", ""));
        }
        rows.put(cells.get(0), cells.subList(2, cells.size()));
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(TABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
