// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionsTest {

  @Test
  void resource_holdsEachRegionOnceInFourColumns() {
    Set<String> seen = new HashSet<>();
    for (String line : Regions.lines()) {
      List<String> cells = List.of(line.split("\t", -1));

      assertThat(cells).as(line).hasSize(4);
      assertThat(cells.get(0)).as(line).isIn("US", "CA");
      assertThat(cells.get(1)).as(line).matches("[A-Z]{2}");
      assertThat(cells.get(2)).as(line).matches("[A-Z0-9|()\\[\\]?!\\\\d-]+");
      assertThat(cells.get(3)).as(line).isEqualTo(cells.get(3).strip()).isNotEmpty();
      assertThat(seen.add(cells.get(0) + cells.get(1))).as(line).isTrue();
    }
  }

  @Test
  void resource_holdsAllRegionsOfBothCountries() {
    List<String> lines = Regions.lines();

    // 50 states, the District of Columbia, 8 territories and 3 for military mail.
    assertThat(lines).filteredOn(line -> line.startsWith("US\t")).hasSize(62);
    assertThat(lines).filteredOn(line -> line.startsWith("CA\t")).hasSize(13);
  }

  @Test
  void resource_namesItsSourceLicenseAndDate() {
    assertThat(Regions.header())
        .anyMatch(line -> line.contains("Source:"))
        .anyMatch(line -> line.contains("Apache-2.0"))
        .anyMatch(line -> line.matches("# Taken on [0-9]{4}-[0-9]{2}-[0-9]{2}\\."));
  }

  @Test
  void contains_anyZipPrefix_isInOneStateButForKnownExceptions() {
    Regions us = Objects.requireNonNull(Regions.of("US"));
    List<String> codes =
        Regions.lines().stream()
            .filter(line -> line.startsWith("US\t"))
            .map(line -> line.split("\t", -1)[1])
            .toList();
    Set<String> shared = new HashSet<>();
    for (int prefix = 0; prefix <= 999; prefix++) {
      for (String rest : List.of("01", "14", "44", "90")) {
        String zip = "%03d%s".formatted(prefix, rest);
        if (codes.stream().filter(code -> us.contains(code, zip)).count() > 1) {
          shared.add(zip);
        }
      }
    }

    // Austin's 733 lies inside Oklahoma's 73, and Alta's 83414 inside Idaho's 834.
    assertThat(shared).containsExactlyInAnyOrder("73301", "73344", "83414");
  }
}
