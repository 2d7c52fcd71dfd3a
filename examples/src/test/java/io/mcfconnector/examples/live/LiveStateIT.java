// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave behind in a SQLite file, and what the next ones make of it. */
class LiveStateIT {

  private static final int KILLS = 5;
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void live_killedAtManyMoments_shipsAndConfirmsEachOrderOnce() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      Map<String, String> env = world.environment();
      // A sweep writes what waits to be confirmed; one a second would be in the way of that.
      env.put("TRACKING_SYNC_INTERVAL", "PT5S");
      Random moments = new Random(11);
      world.tiktok().expireAccessToken();
      List<SimulatedOrder> orders = new ArrayList<>(world.order(3));
      try (LiveProcess first = world.start(env, "live")) {
        // Once it is used, the new refresh token is stored; the configured one is dead by then.
        first.awaitLine("to=PLACED");
        first.kill();
      }

      for (int kill = 1; kill < KILLS; kill++) {
        orders.addAll(world.order(1));
        try (LiveProcess live = world.start(env, "live")) {
          assertThat(live.livesFor(randomUpTo(LONGEST_LIFE, moments))).as(live.output()).isTrue();
          live.kill();
        }
      }
      try (LiveProcess last = world.start(env, "live")) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!world.hasShipped(orders) && System.nanoTime() < end) {
          assertThat(last.livesFor(Duration.ofMillis(200))).as(last.output()).isTrue();
        }
        assertThat(world.hasShipped(orders)).as(last.output()).isTrue();
        last.terminate();
        assertThat(last.exitCode()).isNotEqualTo(1);
      }

      world.assertExactlyOnce(orders);
      assertThat(run(world, env, 0, "reviews", "--json")).isEqualTo("[]");
      System.out.printf(
          "%d kills, %d orders, %d repeated creates that Amazon refused, 0 twice, 0 lost%n",
          KILLS, orders.size(), world.amazon().duplicateCreates().size());
    }
  }

  @Test
  void live_tokensReplaced_nextProcessUsesTheStoredOnes() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      TikTokShopSimulator tiktok = world.tiktok();
      Map<String, String> env = world.environment();
      List<String> expected = new ArrayList<>();
      for (int start = 0; start < 3; start++) {
        expected.add(tiktok.refreshToken());
        tiktok.expireAccessToken();

        assertThat(run(world, env, 0, "live", "--once")).doesNotContain("AUTHORIZATION_LOST");
      }

      assertThat(tiktok.exchanges("refreshToken"))
          .extracting(exchange -> exchange.request().query().get("refresh_token"))
          .isEqualTo(expected);
    }
  }

  @Test
  void live_secondProcess_failsAtOnceAndNamesTheFirst() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder);
        LiveProcess first = world.start(world.environment(), "live")) {
      first.awaitLine("Routing");

      assertThat(run(world, world.environment(), 1, "live"))
          .contains(Long.toString(first.pid()), "mcf-connector.db")
          .doesNotContain("\tat ");

      assertThat(first.livesFor(Duration.ofMillis(10))).isTrue();
    }
  }

  @Test
  void status_besideARunningLive_printsItsOrders() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder);
        LiveProcess live = world.start(world.environment(), "live")) {
      for (int look = 1; look <= 3; look++) {
        String id = world.order(1).get(0).id();
        assertThat(live.awaitLine(id)).contains("to=RECEIVED");

        assertThat(run(world, world.environment(), 0, "status")).contains(id);
      }
    }
  }

  @Test
  void operatorCommands_besideARunningLive_lookAndDoNotWrite() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder);
        LiveProcess live = world.start(world.environment(), "live")) {
      SimulatedOrder masked = SampleOrders.seeded(5).maskedAddress();
      world.tiktok().add(masked);
      assertThat(live.awaitLine("ReviewRaised")).contains(masked.id());

      assertThat(run(world, world.environment(), 0, "doctor")).contains("NOT_CHECKED STORE");
      assertThat(run(world, world.environment(), 0, "reconcile")).contains("0 differences unex");
      assertThat(run(world, world.environment(), 0, "repair", masked.id(), "SKIP"))
          .contains("Nothing is changed");
      String[] skip = {"repair", masked.id(), "SKIP", "--apply", "--by", "pat"};
      assertThat(run(world, world.environment(), 1, skip))
          .contains(Long.toString(live.pid()), "in use")
          .doesNotContain("\tat ");

      assertThat(world.tiktok().exchanges("refreshToken")).isEmpty();
      live.terminate();
      live.exitCode();
      run(world, world.environment(), 0, skip);
      assertThat(run(world, world.environment(), 0, "explain", masked.id())).contains("SKIPPED");
    }
  }

  @Test
  void live_firstStart_makesAKeyForItsOwnerOnly() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      Path key = folder.resolve("mcf-connector.db.key");

      assertThat(run(world, world.environment(), 0, "live", "--once"))
          .contains(key.getFileName().toString());

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
      String secret = Files.readString(key, US_ASCII).strip();
      assertThat(run(world, world.environment(), 0, "live", "--once"))
          .doesNotContain(key.getFileName().toString(), secret);
      assertThat(Files.readString(key, US_ASCII).strip()).isEqualTo(secret);
    }
  }

  @Test
  void live_wrongKey_namesItsIdAndPlacesNothing() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      DataKey right = DataKey.generate();
      DataKey wrong = DataKey.generate();
      run(world, withKey(world, right), 0, "live", "--once");
      world.tiktok().add(SampleOrders.seeded(13).plain());

      assertThat(run(world, withKey(world, wrong), 1, "live", "--once"))
          .contains(wrong.id(), right.id())
          .doesNotContain(wrong.toBase64(), right.toBase64(), "\tat ");

      assertThat(world.amazon().orders()).isEmpty();
    }
  }

  @Test
  void live_keyChanged_formerOneIsNeededOnce() throws Exception {
    try (LiveWorld world = LiveWorld.in(folder)) {
      DataKey former = DataKey.generate();
      DataKey current = DataKey.generate();
      Map<String, String> env = withKey(world, former);
      world.tiktok().expireAccessToken();
      run(world, env, 0, "live", "--once");

      env.put("MCF_DATA_KEY", current.toBase64() + "," + former.toBase64());
      assertThat(run(world, env, 0, "live", "--once")).contains("Sealed");

      env.put("MCF_DATA_KEY", current.toBase64());
      run(world, env, 0, "live", "--once");
      assertThat(world.tiktok().exchanges("refreshToken")).hasSize(1);
    }
  }

  private static Map<String, String> withKey(LiveWorld world, DataKey key) {
    Map<String, String> env = world.environment();
    env.put("MCF_DATA_KEY", key.toBase64());
    return env;
  }

  private static Duration randomUpTo(Duration longest, Random random) {
    return Duration.ofMillis(random.nextLong(longest.toMillis()));
  }

  private static String run(LiveWorld world, Map<String, String> env, int exitCode, String... args)
      throws Exception {
    try (LiveProcess process = world.start(env, args)) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(exitCode);
      return process.output();
    }
  }
}
