// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar as a process of its own, against simulators in this one, in real time. */
class LiveIT {

  private static final String ACCESS_KEY = "AKIDEXAMPLE";
  private static final String SECRET_KEY = "simulated-secret-key";

  @TempDir private Path folder;

  private final Clock clock = Clock.systemUTC();
  private final TikTokShopSimulator tiktok = TikTokShopSimulator.builder(clock).start();
  private @Nullable SellingPartnerSimulator amazon;

  @AfterEach
  void stopSimulators() {
    tiktok.close();
    if (amazon != null) {
      amazon.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-04, false",
    "2026-07-04, true",
    "2020-07-01, false",
    "2020-07-01, true",
  })
  void live_oncePerVersionAndSignature_routesAndConfirms(String version, boolean signed)
      throws Exception {
    SellingPartnerSimulator simulator = startAmazon(signed);
    SimulatedOrder order = addOrder();

    Finished finished = finish(start(environment(simulator, version, signed), "live", "--once"));

    assertThat(finished.exitCode).as(finished.output).isZero();
    assertThat(finished.output).contains("\"state\": \"SHIPPED\"");
    assertThat(simulator.orders()).hasSize(1);
    assertThat(simulator.orders().get(0).version()).isEqualTo(version);
    assertThat(tiktok.order(order.id()).fullyShipped()).isTrue();
    assertThat(simulator.exchanges("getInventorySummaries")).isNotEmpty();
    boolean sawSignature =
        simulator.exchanges().stream()
            .anyMatch(exchange -> exchange.request().header("authorization") != null);
    assertThat(sawSignature).isEqualTo(signed);
  }

  @Test
  void live_againWithoutMemory_adoptsWhatAmazonHas() throws Exception {
    SellingPartnerSimulator simulator = startAmazon(false);
    simulator.script(OrderScript.normal().amazonNumberAfter(Duration.ofHours(1)));
    addOrder();
    Map<String, String> env = environment(simulator, "2026-07-04", false);

    finish(start(env, "live", "--once"));
    Finished again = finish(start(env, "live", "--once"));

    assertThat(again.output).contains("\"state\": \"PLACED\"", "found TTS-");
    assertThat(simulator.orders()).hasSize(1);
    assertThat(simulator.duplicateCreates()).hasSize(1);
  }

  @Test
  void live_debugLogging_showsCallsButNoSecrets() throws Exception {
    SellingPartnerSimulator simulator = startAmazon(false);
    Map<String, String> env = environment(simulator, "2026-07-04", false);
    env.put("LOG_LEVEL", "debug");

    Finished finished = finish(start(env, "live", "--once"));

    assertThat(finished.output)
        .contains("io.mcfconnector.http - searchOrders 200")
        .doesNotContain(tiktok.appSecret(), tiktok.accessToken(), tiktok.refreshToken())
        .doesNotContain(simulator.clientSecret(), simulator.refreshToken());
  }

  @Test
  void live_terminated_stopsCleanly() throws Exception {
    SellingPartnerSimulator simulator = startAmazon(false);
    SimulatedOrder order = addOrder();
    Process process = start(environment(simulator, "2026-07-04", false), "live");
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = output(process)) {
      String line = lines.readLine();
      while (line != null && !line.contains("to=SHIPPED")) {
        output.append(line).append('\n');
        line = lines.readLine();
      }
      assertThat(line).as(output.toString()).contains(order.id());

      process.toHandle().destroy();

      String rest = String.join("\n", lines.lines().toList());
      assertThat(rest).contains("Stopped.");
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void commands_afterReadingTheShop_printJson() throws Exception {
    SellingPartnerSimulator simulator = startAmazon(false);
    SampleOrders samples = SampleOrders.seeded(5);
    SimulatedOrder masked = samples.maskedAddress();
    tiktok.add(masked);
    Map<String, String> env = environment(simulator, "2026-07-04", false);

    assertThat(finish(start(env, "status")).output).contains("\"state\": \"REVIEW\"");
    assertThat(finish(start(env, "reviews")).output)
        .contains("ADDRESS_MASKED", masked.id(), "TRY_AGAIN");
    assertThat(finish(start(env, "explain", masked.id())).output)
        .contains("\"known\": true", "assess");
    assertThat(finish(start(env, "explain", "578199999999999999")).exitCode).isEqualTo(1);
    assertThat(simulator.orders()).isEmpty();
  }

  private SellingPartnerSimulator startAmazon(boolean signed) {
    SellingPartnerSimulator.Builder builder = SellingPartnerSimulator.builder(clock);
    if (signed) {
      builder.awsCredentials(ACCESS_KEY, SECRET_KEY);
    }
    SellingPartnerSimulator started = builder.start();
    started.stock("FBA-MUG-BLUE", 50);
    started.stock("FBA-BOARD-L", 50);
    started.stock("FBA-BOARD-S", 50);
    started.stock("FBA-MUG-WHITE", 50);
    started.script(
        OrderScript.normal()
            .planningAfter(Duration.ZERO)
            .processingAfter(Duration.ZERO)
            .amazonNumberAfter(Duration.ZERO)
            .packages(
                PackageScript.shippedAfter(Duration.ofSeconds(1)).numberAfter(Duration.ZERO)));
    amazon = started;
    return started;
  }

  private SimulatedOrder addOrder() {
    SimulatedOrder order = SampleOrders.seeded(3).plain();
    tiktok.add(order);
    return order;
  }

  private Map<String, String> environment(
      SellingPartnerSimulator simulator, String version, boolean signed) throws IOException {
    Path mapping = folder.resolve("sku-mapping.csv");
    Files.writeString(
        mapping,
        """
        seller_sku,msku,quantity
        HL-MUG-BLU,FBA-MUG-BLUE,1
        HL-MUG-WHT,FBA-MUG-WHITE,1
        HL-BCB-L,FBA-BOARD-L,1
        HL-BCB-S,FBA-BOARD-S,1
        """);
    Map<String, String> env = new HashMap<>();
    env.put("TIKTOK_APP_KEY", tiktok.appKey());
    env.put("TIKTOK_APP_SECRET", tiktok.appSecret());
    env.put("TIKTOK_ACCESS_TOKEN", tiktok.accessToken());
    env.put("TIKTOK_REFRESH_TOKEN", tiktok.refreshToken());
    env.put("TIKTOK_SHOP_ID", tiktok.shopId());
    env.put("TIKTOK_API_BASE_URL", tiktok.url());
    env.put("TIKTOK_AUTH_BASE_URL", tiktok.url());
    env.put("AMAZON_CLIENT_ID", simulator.clientId());
    env.put("AMAZON_CLIENT_SECRET", simulator.clientSecret());
    env.put("AMAZON_REFRESH_TOKEN", simulator.refreshToken());
    env.put("AMAZON_API_BASE_URL", simulator.url());
    env.put("AMAZON_LWA_URL", simulator.lwaUrl());
    env.put("AMAZON_OUTBOUND_VERSION", version);
    env.put("SKU_MAPPING_FILE", mapping.toString());
    env.put("ORDER_POLL_INTERVAL", "PT1S");
    env.put("TRACKING_SYNC_INTERVAL", "PT1S");
    if (signed) {
      env.put("AMAZON_AWS_ACCESS_KEY", ACCESS_KEY);
      env.put("AMAZON_AWS_SECRET_KEY", SECRET_KEY);
    }
    return env;
  }

  private static Process start(Map<String, String> env, String... args) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-jar");
    command.add(Path.of("target", "mcf-connector-examples.jar").toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(env);
    return builder.start();
  }

  private static Finished finish(Process process) throws Exception {
    try (BufferedReader lines = output(process)) {
      String output = String.join("\n", lines.lines().toList());
      return new Finished(process.waitFor(), output);
    }
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  private record Finished(int exitCode, String output) {}
}
