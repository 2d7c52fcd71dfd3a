// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the platforms' published contracts, which lie beside the project and not in it. */
public final class Contracts {

  private Contracts() {}

  /** Returns a file; skips the test when the contracts are not there. */
  public static Path file(String name) {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.isDirectory(directory.resolve("shared/contracts"))) {
      directory = directory.getParent();
    }
    assumeTrue(directory != null, "no directory shared/contracts above or beside the project");
    return directory.resolve("shared/contracts").resolve(name);
  }
}
