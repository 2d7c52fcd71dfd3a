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
    try {
      return with(dataSource, true, work);
    } catch (SQLException e) {
      throw DatabaseTrouble.failed(purpose, e);
    }
  }

  /** Runs work on a connection of its own, and leaves the connection as the host's pool had it. */
  static <T> T with(DataSource dataSource, boolean autoCommit, Reads.Work<T> work)
      throws SQLException {
    Connection connection = take(dataSource);
    try {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(autoCommit);
      try {
        return work.on(connection);
      } finally {
        restore(connection, before);
      }
    } finally {
      close(connection);
    }
  }

  private static void restore(Connection connection, boolean autoCommit) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      LOG.debug("a connection did not return to its state; its pool will notice", e);
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
