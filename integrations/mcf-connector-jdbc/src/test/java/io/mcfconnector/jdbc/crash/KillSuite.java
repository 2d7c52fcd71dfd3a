// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Supplier;

/** How much the suite kills, and its reproducible part. */
final class KillSuite {

  private static final int KILLS = Integer.getInteger("crash.kills", 40);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime() % 1_000_000);
  private static final int FACTOR = Integer.getInteger("crash.factor", 60);
  private static final int KILLS_IN_A_WORLD = 50;

  private KillSuite() {}

  static long seed() {
    return SEED;
  }

  static int factor() {
    return FACTOR;
  }

  static int kills() {
    return KILLS;
  }

  /** Runs worlds until so many nodes were killed, prints the sums, and demands a clean record. */
  static void run(String name, int kills, Path folder, Supplier<String> databases) {
    KillChooser chooser = new KillChooser(SEED);
    Tally tally = new Tally(name, SEED);
    for (int done = 0; done < kills; done += KILLS_IN_A_WORLD) {
      long seed = SEED + done;
      int now = Math.min(KILLS_IN_A_WORLD, kills - done);
      try (CrashWorld world = new CrashWorld(seed, FACTOR, folder, databases.get())) {
        tally.add(world, new KillRun(world, chooser, seed).run(now));
      }
    }
    tally.print(chooser.kills());
    assertThat(tally.violations()).as(() -> "replay with -Dcrash.seed=" + SEED).isEmpty();
  }
}
