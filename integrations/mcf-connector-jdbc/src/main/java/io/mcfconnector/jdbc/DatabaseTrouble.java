// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.sql.SQLException;

/** Says in plain words what a database could not do. */
final class DatabaseTrouble {

  private static final int SQLITE_READONLY = 8;
  private static final int SQLITE_FULL = 13;

  private DatabaseTrouble() {}

  static StoreException unreachable(SQLException cause) {
    return new StoreException(
        "The database cannot be reached: "
            + reason(cause)
            + ". Check its address, that it runs, and that the pool has connections.",
        cause);
  }

  static StoreException failed(String purpose, SQLException cause) {
    return new StoreException(
        "The database could not "
            + purpose
            + ": "
            + reason(cause)
            + ". Nothing was changed. "
            + remedy(cause),
        cause);
  }

  static StoreException unknown(String purpose, Throwable cause) {
    return new StoreException(
        "The database was asked to "
            + purpose
            + " and failed at the very end, so it may have done it or not. Read it again before"
            + " going on.",
        cause);
  }

  private static String reason(SQLException cause) {
    String message = cause.getMessage();
    return message == null ? cause.toString() : message.lines().findFirst().orElse("").strip();
  }

  private static String remedy(SQLException cause) {
    boolean sqlite = cause.getSQLState() == null;
    if (sqlite ? cause.getErrorCode() == SQLITE_READONLY : "25006".equals(cause.getSQLState())) {
      return "It is read-only; give the connector a database that it may write to.";
    }
    if (sqlite ? cause.getErrorCode() == SQLITE_FULL : "53100".equals(cause.getSQLState())) {
      return "Its disk is full; free some space, and the work goes on by itself.";
    }
    return "The work goes on by itself when the database is well.";
  }
}
