// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.amazon.internal.error.ErrorRule.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ErrorRuleTest {

  private static final Path DOC = Path.of("..", "docs", "errors.md");

  @Test
  void documentation_tableOfAmazon_isThisOne() throws IOException {
    List<String> rows = ErrorRule.ALL.stream().map(ErrorRuleTest::row).toList();

    List<String> documented =
        Files.readAllLines(DOC).stream()
            .filter(line -> line.matches("\\| (API|LOGIN|STRANGER) \\|.*"))
            .toList();

    assertThat(documented).containsExactlyElementsOf(rows);
  }

  @Test
  void everyRule_namesItsSourceAndWhatToDo() {
    assertThat(ErrorRule.ALL)
        .allSatisfy(
            rule -> {
              assertThat(rule.source()).isNotBlank();
              assertThat(rule.detail()).isNotBlank();
            });
  }

  @Test
  void everySpeaker_hasARuleForAnything() {
    for (Speaker speaker : Speaker.values()) {
      for (int status : new int[] {200, 301, 400, 418, 500, 599}) {
        assertThat(ErrorRule.of(speaker, "requestAccessToken", status, "?").kind()).isNotNull();
      }
    }
  }

  private static String row(ErrorRule rule) {
    return "| %s | %s | %s | %s | `%s` | %s | %s |"
        .formatted(
            rule.speaker(),
            cell(rule.statuses()),
            cell(rule.operations()),
            cell(rule.words()),
            rule.kind(),
            rule.reviewCode() == null ? "" : "`" + rule.reviewCode() + "`",
            rule.source());
  }

  /** A bar would end the cell, even between back-ticks. */
  private static String cell(@Nullable Pattern pattern) {
    return pattern == null || pattern.pattern().equals(".*")
        ? "any"
        : "`" + pattern.pattern().replace("|", "\\|") + "`";
  }
}
