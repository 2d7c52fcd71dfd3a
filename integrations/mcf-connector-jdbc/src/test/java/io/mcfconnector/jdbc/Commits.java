// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** What of JDBC puts something on disk, beside {@code commit}. */
public final class Commits {

  private Commits() {}

  /** Returns whether a call of a prepared statement is a transaction by itself. */
  public static boolean isOne(Connection connection, String method) throws SQLException {
    // Transactions in SQLite are begun and ended by statements of their own.
    return method.equals("executeUpdate")
        && connection.getAutoCommit()
        && !connection.getMetaData().getDatabaseProductName().equals("SQLite");
  }
}
