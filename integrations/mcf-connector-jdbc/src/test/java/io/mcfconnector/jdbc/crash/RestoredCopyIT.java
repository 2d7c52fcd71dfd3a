// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A database file that was lost and came back from yesterday's copy. */
class RestoredCopyIT extends EmbeddedWorldTest {

  private static final Duration LONG = Duration.ofMinutes(15);

  @Test
  void route_fileOfYesterday_adoptsWhatTheNetworkHas() throws IOException {
    addOrders(5);
    NodeProcess yesterday = route(world.settings());
    finish(yesterday);
    Path file = folder.resolve("router.db");
    Path copy = folder.resolve("yesterday.db");
    Files.copy(file, copy);

    world
        .amazon()
        .script(
            OrderScript.normal()
                .amazonNumberAfter(LONG)
                .packages(PackageScript.shippedAfter(LONG)));
    for (int i = 0; i < 5; i++) {
      world.buyers().add(Kind.PLAIN);
      world.buyers().add(Kind.SEVERAL_UNITS);
    }
    int before = world.amazon().orders().size();
    NodeProcess today = route(world.settings());
    assertThat(Until.holds(Until.PATIENCE, () -> world.amazon().orders().size() == before + 10))
        .isTrue();
    today.kill();
    Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(folder.resolve("router.db-wal"));
    Files.deleteIfExists(folder.resolve("router.db-shm"));
    world.restored();

    NodeProcess restored = route(world.settings());
    finish(restored);

    assertThat(world.amazon().duplicateCreates()).hasSize(10);
    assertThat(world.amazon().orders()).hasSize(before + 10);
  }
}
