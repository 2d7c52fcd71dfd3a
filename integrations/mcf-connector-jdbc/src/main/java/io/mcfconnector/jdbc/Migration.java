// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Brings the tables to the newest version, each step in a transaction of its own, under a lock. */
final class Migration {

  // Any number will do; it stands for "MCF tables" among the advisory locks of one database.
  private static final long ADVISORY_LOCK = 0x6d63665f74616273L;

  private Migration() {}

  static void run(DataSource dataSource) {
    Dialect dialect = Connections.use(dataSource, "be asked for its name", Dialect::of);
    switch (dialect) {
      case POSTGRESQL -> untilNewest(() -> postgresStep(dataSource));
      case SQLITE -> sqlite(dataSource);
    }
  }

  private static void sqlite(DataSource dataSource) {
    SqliteFile file = Connections.use(dataSource, "name its file", SqliteFile::of);
    int version =
        Connections.use(dataSource, "read its version", one -> Schema.version(Dialect.SQLITE, one));
    Schema.refuseNewer(version);
    if (version < Schema.NEWEST) {
      try (SqliteLock lock = SqliteLock.await(file)) {
        untilNewest(() -> sqliteStep(dataSource, lock));
      }
    }
  }

  private static void untilNewest(Supplier<Integer> step) {
    int version = 0;
    while (version < Schema.NEWEST) {
      version = step.get();
    }
  }

  private static int postgresStep(DataSource dataSource) {
    return new PostgresTransactions(dataSource)
        .write(
            "create the connector's tables",
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '60s'");
                statement.execute("select pg_advisory_xact_lock(" + ADVISORY_LOCK + ")");
              }
              return step(Dialect.POSTGRESQL, connection);
            });
  }

  private static int sqliteStep(DataSource dataSource, SqliteLock lock) {
    try (SqliteWriter writer = SqliteWriter.start(dataSource, lock)) {
      return writer.write(
          "create the connector's tables", connection -> step(Dialect.SQLITE, connection));
    }
  }

  private static int step(Dialect dialect, Connection connection) throws SQLException {
    int version = Schema.version(dialect, connection);
    Schema.refuseNewer(version);
    if (version == Schema.NEWEST) {
      return version;
    }
    Schema.apply(dialect, version + 1, connection);
    return version + 1;
  }
}
