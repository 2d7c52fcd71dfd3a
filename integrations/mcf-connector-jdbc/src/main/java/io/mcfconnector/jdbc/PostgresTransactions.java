// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection from the host's pool for each call, so that the stores work again by themselves when
 * the database is back.
 */
final class PostgresTransactions implements Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresTransactions.class);

  // A node that stalls between its statement and its commit holds what it changed, and the nodes
  // that take over its work would wait for as long as it lives. The server ends its transaction.
  private static final Duration LONGEST_STALL = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final Duration longestStall;
  private volatile boolean closed;

  PostgresTransactions(DataSource dataSource) {
    this(dataSource, LONGEST_STALL);
  }

  /** Lets the server end a transaction in which nothing was asked for so long. */
  PostgresTransactions(DataSource dataSource, Duration longestStall) {
    this.dataSource = dataSource;
    this.longestStall = longestStall;
  }

  /** A condition that always holds, and limits the stalls of the transaction it is part of. */
  static String limitingStalls() {
    return "set_config('idle_in_transaction_session_timeout', '"
        + LONGEST_STALL.toMillis()
        + "', true) is not null";
  }

  @Override
  public <T> T read(String purpose, Work<T> work) {
    requireOpen(purpose);
    return Connections.use(dataSource, purpose, work);
  }

  @Override
  public <T> T write(String purpose, Work<T> work) {
    requireOpen(purpose);
    try {
      return Connections.with(
          dataSource, false, connection -> inTransaction(purpose, work, connection));
    } catch (SQLException e) {
      throw DatabaseTrouble.failed(purpose, e);
    }
  }

  /** Cannot stall with a lock in its hands, as there is nothing between statement and commit. */
  @Override
  public <T> T writeStatement(String purpose, Work<T> work) {
    requireOpen(purpose);
    try {
      return Connections.with(dataSource, true, work);
    } catch (SQLException e) {
      throw isServersAnswer(e)
          ? DatabaseTrouble.failed(purpose, e)
          : DatabaseTrouble.unknown(purpose, e);
    }
  }

  /** A connection that broke, or that the server ended, may have done its work before. */
  private static boolean isServersAnswer(SQLException trouble) {
    String state = trouble.getSQLState();
    return state != null && !state.startsWith("08") && !state.startsWith("57P");
  }

  private <T> T inTransaction(String purpose, Work<T> work, Connection connection)
      throws SQLException {
    boolean done = false;
    T result;
    try {
      limitStall(connection);
      result = work.on(connection);
      done = true;
    } finally {
      if (!done) {
        rollBack(connection);
      }
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      rollBack(connection);
      throw DatabaseTrouble.unknown(purpose, e);
    }
    return result;
  }

  private void limitStall(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set local idle_in_transaction_session_timeout = " + longestStall.toMillis());
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("a rollback failed; the server does it when the connection ends", e);
    }
  }

  private void requireOpen(String purpose) {
    if (closed) {
      throw new StoreException("The database was closed here before it could " + purpose + ".");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
