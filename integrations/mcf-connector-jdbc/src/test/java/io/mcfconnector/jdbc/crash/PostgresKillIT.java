// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.jdbc.NeedsPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node on PostgreSQL under {@code kill -9}. */
@NeedsPostgres
class PostgresKillIT {

  @TempDir private Path folder;

  @Test
  void route_nodesKilledAtPointsAndMoments_placesAndConfirmsOnce() {
    KillSuite.run("PostgreSQL", KillSuite.kills() / 3, folder, CrashDatabases::postgres);
  }
}
