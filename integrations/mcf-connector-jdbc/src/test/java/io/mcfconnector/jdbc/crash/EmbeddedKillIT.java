// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded default under {@code kill -9}. */
class EmbeddedKillIT {

  @TempDir private Path folder;

  @Test
  void route_nodesKilledAtPointsAndMoments_placesAndConfirmsOnce() {
    AtomicInteger worlds = new AtomicInteger();
    KillSuite.run(
        "embedded",
        KillSuite.kills() * 2 / 3,
        folder,
        () -> "jdbc:sqlite:" + folder.resolve(worlds.incrementAndGet() + ".db"));
  }
}
