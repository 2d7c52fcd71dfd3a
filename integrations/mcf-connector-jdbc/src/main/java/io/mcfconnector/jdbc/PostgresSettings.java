// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of a PostgreSQL connection that our promises need. */
final class PostgresSettings {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSettings.class);

  private PostgresSettings() {}

  /**
   * Looks at a connection as the host's data source gives it.
   *
   * @throws StoreException when updates could not be compared and set on it
   */
  static void check(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      throw new StoreException(
          "The connections to PostgreSQL have another isolation level than READ COMMITTED. Set"
              + " default_transaction_isolation, or the pool's isolation, to read committed.");
    }
    if (!setting(connection, "fsync").equals("on")
        || setting(connection, "synchronous_commit").equals("off")) {
      LOG.warn(
          "This PostgreSQL answers before it has written (fsync or synchronous_commit is off), so a"
              + " crash of its machine can lose orders.");
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + name)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
