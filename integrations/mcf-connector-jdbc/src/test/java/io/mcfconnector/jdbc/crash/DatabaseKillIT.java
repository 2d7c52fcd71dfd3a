// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.NeedsPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is killed in the middle of routing, and starts again on the same files. */
@NeedsPostgres
class DatabaseKillIT {

  @TempDir private Path folder;
  private EmbeddedPostgres server;
  private CrashWorld world;

  @BeforeEach
  void startWorld() throws IOException {
    server = start(0);
    world =
        new CrashWorld(
            KillSuite.seed(),
            KillSuite.factor(),
            folder,
            server.getJdbcUrl("postgres", "postgres"));
  }

  @AfterEach
  void stopWorld() throws IOException {
    world.close();
    server.close();
  }

  @Test
  void route_serverKilledAndStartedAgain_keepsWhatItAcknowledged() throws Exception {
    NodeProcess node = world.startNode();
    node.go(KillPlan.NEVER);
    for (int i = 0; i < 8; i++) {
      world.buyers().addAny();
    }
    assertThat(Until.holds(Until.PATIENCE, () -> world.createCalls().size() > 2)).isTrue();

    kill();
    int before = world.troubles().size();
    world.buyers().addAny();
    assertThat(Until.holds(Until.PATIENCE, () -> world.troubles().size() > before)).isTrue();
    int port = server.getPort();
    // Frees what the dead server's handle holds in this process.
    server.close();
    server = start(port);

    assertThat(world.<List<Violation>>read(store -> Checker.afterKill(world, store))).isEmpty();
    assertThat(world.settle()).as(world::story).isTrue();
    assertThat(node.stop()).isZero();
    assertThat(world.<List<Violation>>open(opened -> Checker.atEnd(world, opened.orderStore())))
        .isEmpty();
  }

  /** Kills the server and all that belongs to it, as the end of its machine would. */
  private void kill() throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).get(0));
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    assertThat(Until.holds(Until.PATIENCE, () -> all.stream().noneMatch(ProcessHandle::isAlive)))
        .isTrue();
    Files.deleteIfExists(folder.resolve("data").resolve("postmaster.pid"));
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on");
    if (port != 0) {
      builder.setPort(port);
    }
    return builder.start();
  }
}
