// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Fixtures of this module, and the contract files that may stand beside the project. */
public final class TestFiles {

  private TestFiles() {}

  /** Returns a fixture of this module. */
  public static String fixture(String name) {
    try (InputStream in = TestFiles.class.getResourceAsStream("/tiktok/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture named " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a contract file's text; skips the test when the contracts are not there. */
  public static String contract(String name) {
    try {
      return Files.readString(contracts().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folder of the contracts; skips the test when it is not there. */
  public static Path contracts() {
    Path folder = find(Path.of("").toAbsolutePath());
    Assumptions.assumeTrue(
        folder != null, "skipped: no shared/contracts/tiktok beside the project's directory");
    if (folder == null) {
      throw new IllegalStateException("unreachable");
    }
    return folder;
  }

  private static @org.jspecify.annotations.Nullable Path find(Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/contracts/tiktok");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
