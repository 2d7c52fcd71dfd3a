// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of the project holds anything that opens a platform. */
class SecretScanTest {

  private static final Map<String, Pattern> SECRETS =
      new TreeMap<>(
          Map.of(
              "AWS access key", Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
              "Amazon token", Pattern.compile("Atz[ar]\\|[A-Za-z0-9_-]{40,}"),
              "Amazon client secret", Pattern.compile("amzn1\\.oa2-cs\\.v1\\.[0-9a-f]{32,}"),
              "TikTok token", Pattern.compile("\\b(TTP|ROW|GCP)_[A-Za-z0-9_-]{60,}"),
              "private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
              "GitHub token", Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}\\b")));

  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea");

  @Test
  void project_everyFile_isFreeOfSecrets() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    try (Stream<Path> files = Files.walk(root)) {
      List<String> found =
          files
              .filter(file -> isOurs(root.relativize(file)))
              .filter(Files::isRegularFile)
              .flatMap(file -> secretsIn(root.relativize(file).toString(), read(file)))
              .toList();
      assertThat(found).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AKI" + "AIOSFODNN7EXAMPLE", "-----BEGIN RSA" + " PRIVATE KEY-----"})
  void scan_plantedSecret_isFound(String secret) {
    assertThat(secretsIn("planted", "key=" + secret)).hasSize(1);
  }

  private static Stream<String> secretsIn(String name, String text) {
    return SECRETS.entrySet().stream()
        .filter(secret -> secret.getValue().matcher(text).find())
        .map(secret -> name + ": " + secret.getKey());
  }

  private static boolean isOurs(Path path) {
    for (Path part : path) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return ""; // not a text
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
