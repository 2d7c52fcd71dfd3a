// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.jdbc.PostgresServer;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Empty databases for worlds. */
final class CrashDatabases {

  private CrashDatabases() {}

  static String embedded(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("router.db");
  }

  static String postgres() {
    return PostgresServer.createSchema();
  }

  /** Ends the pool, where there is one. */
  static void close(DataSource dataSource) {
    if (dataSource instanceof AutoCloseable pool) {
      try {
        pool.close();
      } catch (Exception e) {
        throw new IllegalStateException("the pool does not close", e);
      }
    }
  }
}
