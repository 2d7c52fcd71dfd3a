// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the packaged jar on one PostgreSQL. */
class LivePostgresIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void live_twoProcessesAndOneKilled_shipEachOrderOnce() throws Exception {
    try (TestPostgres postgres = TestPostgres.start();
        LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      env.put("MCF_STORE_URL", postgres.url());
      env.put("MCF_DATA_KEY", DataKey.generate().toBase64());
      world.tiktok().expireAccessToken();

      try (LiveProcess one = world.start(env, "live");
          LiveProcess other = world.start(env, "live")) {
        one.awaitLine("State is kept in a PostgreSQL database.");
        other.awaitLine("State is kept in a PostgreSQL database.");
        List<SimulatedOrder> orders = new ArrayList<>(world.order(5));
        awaitShipped(world, orders, other);
        one.kill();
        orders.addAll(world.order(5));
        awaitShipped(world, orders, other);

        world.assertExactlyOnce(orders);
        assertThat(world.tiktok().exchanges("refreshToken")).hasSize(1);
        for (SimulatedOrder order : orders) {
          assertThat(status(world, postgres)).contains(order.id());
        }
      }
    }
  }

  @Test
  void repair_besideARunningLive_isTakenUpByIt() throws Exception {
    try (TestPostgres postgres = TestPostgres.start();
        LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      env.put("MCF_STORE_URL", postgres.url());
      env.put("MCF_DATA_KEY", DataKey.generate().toBase64());
      Files.writeString(folder.resolve("address.json"), OperatorCommandsIT.ADDRESS);
      SimulatedOrder masked = SampleOrders.seeded(5).maskedAddress();
      world.tiktok().add(masked);

      try (LiveProcess live = world.start(env, "live")) {
        assertThat(live.awaitLine("ReviewRaised")).contains(masked.id());
        String[] repair = {
          "repair", masked.id(), "CORRECT_ADDRESS", "address.json", "--apply", "--by", "pat"
        };
        try (LiveProcess command = world.start(env, repair)) {
          assertThat(command.exitCode()).as(command.output()).isZero();
        }

        awaitShipped(world, List.of(masked), live);
        world.assertExactlyOnce(List.of(masked));
      }
    }
  }

  @Test
  void live_debugLogging_neverShowsThePassword() throws Exception {
    try (TestPostgres postgres = TestPostgres.start();
        LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      String canary = "canary-0c4e";
      env.put("MCF_STORE_URL", withPassword(postgres.url(), canary));
      env.put("MCF_DATA_KEY", DataKey.generate().toBase64());
      env.put("LOG_LEVEL", "trace");

      try (LiveProcess live = world.start(env, "live", "--once")) {
        live.exitCode();
        assertThat(live.output()).doesNotContain(canary, env.get("MCF_DATA_KEY"));
      }
    }
  }

  @Test
  void live_serverThatIsDown_saysSo() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      env.put("MCF_STORE_URL", "jdbc:postgresql://localhost:1/mcf?user=mcf&password=canary-0c4e");
      env.put("MCF_DATA_KEY", DataKey.generate().toBase64());

      try (LiveProcess live = world.start(env, "live")) {
        assertThat(live.exitCode()).isEqualTo(1);
        assertThat(live.output()).contains("database").doesNotContain("canary-0c4e", "\tat ");
      }
    }
  }

  private static String status(LiveWorld world, TestPostgres postgres) throws Exception {
    Map<String, String> env =
        Map.of("MCF_STORE_URL", postgres.url(), "TIKTOK_SHOP_ID", world.tiktok().shopId());
    try (LiveProcess status = world.start(env, "status")) {
      assertThat(status.exitCode()).as(status.output()).isZero();
      return status.output();
    }
  }

  private static void awaitShipped(
      LiveWorld world, List<SimulatedOrder> orders, LiveProcess process) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!world.hasShipped(orders) && System.nanoTime() < end) {
      assertThat(process.livesFor(Duration.ofMillis(200))).as(process.output()).isTrue();
    }
    assertThat(world.hasShipped(orders)).as(process.output()).isTrue();
  }

  /** The test server trusts everybody on this machine, whatever the password. */
  private static String withPassword(String url, String password) {
    return url.replaceFirst("([?&])password=[^&]*&?", "$1")
        + (url.contains("?") ? "&" : "?")
        + "password="
        + password;
  }
}
