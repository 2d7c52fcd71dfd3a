// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar as a process of its own, against simulators in this one, in real time. */
class LiveIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-07-04, false",
    "2026-07-04, true",
    "2020-07-01, false",
    "2020-07-01, true",
  })
  void live_oncePerVersionAndSignature_routesAndConfirms(String version, boolean signed)
      throws Exception {
    try (LiveWorld world = signed ? LiveWorld.signedIn(folder) : LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      env.put("AMAZON_OUTBOUND_VERSION", version);
      if (signed) {
        env.put("AMAZON_AWS_ACCESS_KEY", LiveWorld.ACCESS_KEY);
        env.put("AMAZON_AWS_SECRET_KEY", LiveWorld.SECRET_KEY);
      }
      List<SimulatedOrder> orders = List.of(addOrder(world));

      try (LiveProcess live = world.start(env, "live", "--once")) {
        assertThat(live.exitCode()).as(live.output()).isZero();
        assertThat(live.output()).contains("\"state\": \"SHIPPED\"");
      }

      world.assertExactlyOnce(orders);
      SellingPartnerSimulator amazon = world.amazon();
      assertThat(amazon.orders().get(0).version()).isEqualTo(version);
      assertThat(amazon.exchanges("getInventorySummaries")).isNotEmpty();
      boolean sawSignature =
          amazon.exchanges().stream()
              .anyMatch(exchange -> exchange.request().header("authorization") != null);
      assertThat(sawSignature).isEqualTo(signed);
    }
  }

  @Test
  void live_againWithoutMemory_adoptsWhatAmazonHas() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      SellingPartnerSimulator amazon = world.amazon();
      amazon.script(OrderScript.normal().amazonNumberAfter(Duration.ofHours(1)));
      addOrder(world);
      runOnce(world, world.environment());
      forgetEverything();

      String again = runOnce(world, world.environment());

      assertThat(again).contains("\"state\": \"PLACED\"", "found TTS-");
      assertThat(amazon.orders()).hasSize(1);
      assertThat(amazon.duplicateCreates()).hasSize(1);
    }
  }

  @Test
  void live_debugLogging_showsCallsButNoSecrets() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      env.put("LOG_LEVEL", "debug");

      String output = runOnce(world, env);

      assertThat(output)
          .contains("io.mcfconnector.http - searchOrders 200")
          .doesNotContain(world.tiktok().appSecret(), world.tiktok().accessToken())
          .doesNotContain(world.tiktok().refreshToken())
          .doesNotContain(world.amazon().clientSecret(), world.amazon().refreshToken())
          .doesNotContain(Files.readString(folder.resolve("mcf-connector.db.key")).strip());
    }
  }

  @Test
  void live_terminated_stopsCleanly() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      SimulatedOrder order = addOrder(world);
      try (LiveProcess live = world.start(world.environment(), "live")) {
        assertThat(live.awaitLine("to=SHIPPED")).contains(order.id());

        live.terminate();

        live.exitCode();
        assertThat(live.output())
            .contains("State is kept in " + folder.toRealPath().resolve("mcf-connector.db"))
            .contains("Stopped.");
      }
    }
  }

  @Test
  void live_withWebhookPort_routesWhatTikTokTellsOfBetweenPolls() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      env.put("ORDER_POLL_INTERVAL", "PT2H");
      env.put("WEBHOOK_PORT", Integer.toString(freePort()));
      try (LiveProcess live = world.start(env, "live")) {
        String url = "http://127.0.0.1:" + env.get("WEBHOOK_PORT") + "/webhooks/tiktok";
        assertThat(live.awaitLine("Webhooks are taken")).contains(url);
        world.sendWebhooksTo(url);
        SimulatedOrder order = addOrder(world);

        assertThat(world.tiktok().sendWebhooks()).isEqualTo(1);

        assertThat(live.awaitLine("to=SHIPPED")).contains(order.id());
        assertThat(live.output()).contains("NoticeFollowed");
        live.terminate();
        live.exitCode();
        assertThat(live.output()).contains("Stopped.");
      }
    }
  }

  @Test
  void live_webhookPortThatIsNone_isRefusedWithTheOtherProblems() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      env.put("WEBHOOK_PORT", "webhooks");
      env.put("ORDER_POLL_INTERVAL", "soon");

      assertThat(run(world, env, 2, "live")).contains("WEBHOOK_PORT", "ORDER_POLL_INTERVAL");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void commands_afterLive_printWithoutCredentials() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      SimulatedOrder masked = SampleOrders.seeded(5).maskedAddress();
      world.tiktok().add(masked);
      runOnce(world, world.environment());
      Map<String, String> env = Map.of("TIKTOK_SHOP_ID", world.tiktok().shopId());

      assertThat(run(world, env, 0, "status", "--json")).contains("\"state\": \"REVIEW\"");
      assertThat(run(world, env, 0, "reviews"))
          .contains("ADDRESS_MASKED", masked.id(), "TRY_AGAIN", "1 order waits");
      assertThat(run(world, env, 0, "explain", masked.id())).contains(" is REVIEW", "assess");
      assertThat(run(world, env, 1, "explain", "578199999999999999")).contains("never saw it");
      assertThat(world.amazon().orders()).isEmpty();
    }
  }

  @Test
  void commands_beforeLive_sayThatThereIsNoDatabase() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = Map.of("TIKTOK_SHOP_ID", world.tiktok().shopId());

      assertThat(run(world, env, 1, "status")).contains("no database", "mcf-connector.db");

      assertThat(folder.resolve("mcf-connector.db")).doesNotExist();
    }
  }

  private static SimulatedOrder addOrder(LiveWorld world) {
    SimulatedOrder order = SampleOrders.seeded(3).plain();
    world.tiktok().add(order);
    return order;
  }

  private static String runOnce(LiveWorld world, Map<String, String> env) throws Exception {
    return run(world, env, 0, "live", "--once");
  }

  private static String run(LiveWorld world, Map<String, String> env, int exitCode, String... args)
      throws Exception {
    try (LiveProcess process = world.start(env, args)) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(exitCode);
      return process.output();
    }
  }

  private void forgetEverything() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().contains(".db")).toList()) {
        Files.delete(file);
      }
    }
  }
}
