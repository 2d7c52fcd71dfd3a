// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections from a host's data source. */
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private Connections() {}

  static Connection take(DataSource dataSource) {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw DatabaseTrouble.unreachable(e);
    }
  }

  /** Runs work that changes nothing on a connection of its own. */
  static <T> T use(DataSource dataSource, String purpose, Reads.Work<T> work) {
    Connection connection = take(dataSource);
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        return work.on(connection);
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw DatabaseTrouble.failed(purpose, e);
    } finally {
      close(connection);
    }
  }

  /**
   * Gives a connection back; that it cannot be closed changes nothing about what was done on it.
   */
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection did not close", e);
    }
  }
}
