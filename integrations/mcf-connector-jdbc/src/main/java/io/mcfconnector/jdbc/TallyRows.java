// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/** What was counted, once each, in {@code mcf_tally}. */
final class TallyRows {

  private final Transactions transactions;

  TallyRows(Transactions transactions) {
    this.transactions = transactions;
  }

  boolean add(String name, String entry, int limit) {
    return transactions.write(
        "count " + entry + " in tally " + name,
        connection -> {
          // Another transaction that takes the same place first makes this one look again.
          while (!isIn(connection, name, entry)) {
            if (count(connection, name) >= limit) {
              return false;
            }
            if (insert(connection, name, entry, limit)) {
              return true;
            }
          }
          return true;
        });
  }

  int count(String name) {
    return transactions.read("count tally " + name, connection -> count(connection, name));
  }

  Set<String> entries(String name) {
    return transactions.read(
        "read tally " + name,
        connection -> {
          Set<String> entries = new LinkedHashSet<>();
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.TALLY_ENTRIES)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                entries.add(rows.getString(1));
              }
            }
          }
          return entries;
        });
  }

  private static boolean isIn(Connection connection, String name, String entry)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OrderSql.IS_TALLIED)) {
      statement.setString(1, name);
      statement.setString(2, entry);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static boolean insert(Connection connection, String name, String entry, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OrderSql.TALLY)) {
      statement.setString(1, name);
      statement.setString(2, entry);
      statement.setString(3, name);
      statement.setInt(4, limit);
      return statement.executeUpdate() == 1;
    }
  }

  private static int count(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OrderSql.TALLIED)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }
}
