// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {

  /** What the docs list, the simulator answers, and the other way round. */
  @Test
  void operations_ofTheDocs_areThoseOfTheSimulator() throws IOException {
    List<String> listed =
        Files.readAllLines(docs()).stream()
            .filter(line -> line.matches("\\| `\\w+` \\| (GET|POST|PUT|DELETE) .*"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Route.values()).map(Route::operation).toList());
  }

  private static Path docs() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("docs/tiktok.md"))) {
        return at.resolve("docs/tiktok.md");
      }
    }
    throw new IllegalStateException("no docs/tiktok.md above the module");
  }
}
