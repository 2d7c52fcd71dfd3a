// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections to a SQLite file with the settings that our promises need. */
final class SqliteConnection {

  private SqliteConnection() {}

  /** Returns a connection whose commits are on disk when they return. */
  static Connection forWriting(DataSource dataSource) {
    return configured(
        dataSource,
        connection -> {
          execute(connection, "pragma busy_timeout = 5000");
          require(connection, "pragma journal_mode = wal", "wal");
          execute(connection, "pragma synchronous = full");
          require(connection, "pragma synchronous", "2");
          // What is erased shall be gone from the file as well.
          execute(connection, "pragma secure_delete = on");
        });
  }

  /** Returns a connection that changes nothing. */
  static Connection forReading(DataSource dataSource) {
    return configured(
        dataSource,
        connection -> {
          execute(connection, "pragma busy_timeout = 5000");
          execute(connection, "pragma query_only = on");
        });
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Settings {
    void apply(Connection connection) throws SQLException;
  }

  private static Connection configured(DataSource dataSource, Settings settings) {
    Connection connection = Connections.take(dataSource);
    boolean done = false;
    try {
      connection.setAutoCommit(true);
      settings.apply(connection);
      done = true;
      return connection;
    } catch (SQLException e) {
      throw DatabaseTrouble.failed("be set up", e);
    } finally {
      if (!done) {
        Connections.close(connection);
      }
    }
  }

  private static void require(Connection connection, String pragma, String answer)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(pragma)) {
      String found = rows.next() ? rows.getString(1) : "nothing";
      if (!answer.equals(found)) {
        throw new StoreException(
            "SQLite answered '%s' with %s instead of %s, so commits would not be safe. Give it a plain file on a local disk."
                .formatted(pragma, found, answer));
      }
    }
  }
}
