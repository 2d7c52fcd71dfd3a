// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void live_emptyEnvironment_namesEveryMissingVariable() {
    assertThat(run(Map.of(), "live")).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .contains("TIKTOK_APP_KEY", "TIKTOK_APP_SECRET", "TIKTOK_REFRESH_TOKEN", "TIKTOK_SHOP_ID")
        .contains("AMAZON_CLIENT_ID", "AMAZON_CLIENT_SECRET", "AMAZON_REFRESH_TOKEN")
        .contains("SKU_MAPPING_FILE");
    assertThat(out.size()).isZero();
  }

  @Test
  void live_malformedValues_areAllNamedWithoutSecrets(@TempDir Path folder) {
    Map<String, String> env =
        Map.of(
            "TIKTOK_APP_SECRET", "canary-secret",
            "AMAZON_OUTBOUND_VERSION", "2019-01-01",
            "AMAZON_AWS_ACCESS_KEY", "canary-key",
            "ORDER_POLL_INTERVAL", "often",
            "TRACKING_SYNC_INTERVAL", "PT0S",
            "LOG_LEVEL", "loud",
            "MCF_STORE_URL", "jdbc:mysql://canary",
            "SKU_MAPPING_FILE", folder.resolve("absent.csv").toString());

    assertThat(run(env, "live", "--once")).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .contains("AMAZON_OUTBOUND_VERSION", "AMAZON_AWS_SECRET_KEY")
        .contains("ORDER_POLL_INTERVAL", "TRACKING_SYNC_INTERVAL", "LOG_LEVEL", "absent.csv")
        .contains("MCF_STORE_URL")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "reviews"})
  void look_malformedValues_areAllNamed(String command) {
    assertThat(run(Map.of("MCF_STORE_URL", "canary", "LOG_LEVEL", "loud"), command)).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .contains("TIKTOK_SHOP_ID", "MCF_STORE_URL", "LOG_LEVEL")
        .doesNotContain("canary", "AMAZON");
  }

  @Test
  void run_unknownCommand_printsUsage() {
    assertThat(run(Map.of(), "dance")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Usage:");
  }

  @Test
  void run_help_printsUsage() {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("Usage:", "live [--once]", "explain ORDER", "repair ORDER KIND");
  }

  @Test
  void run_surplusArguments_printUsage() {
    assertThat(run(Map.of(), "live", "--twice")).isEqualTo(2);
    assertThat(run(Map.of(), "explain")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("explain ORDER");
  }

  private int run(Map<String, String> env, String... args) {
    return Main.run(
        List.of(args), env, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
