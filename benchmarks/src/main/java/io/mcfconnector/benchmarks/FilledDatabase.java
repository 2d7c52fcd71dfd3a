// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.spi.OrderStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An open database with many finished orders.
 *
 * @param scratch where it is
 * @param database open for routing
 * @param orders finished ones
 * @param bytesPerOrder on disk
 */
record FilledDatabase(Scratch scratch, JdbcDatabase database, long orders, long bytesPerOrder)
    implements AutoCloseable {

  private static final long BATCH = 100_000;

  static FilledDatabase of(DatabaseKind kind, long orders) throws IOException, SQLException {
    Scratch scratch = kind.create();
    boolean filled = false;
    try {
      DataCipher cipher = DataCipher.aesGcm(DataKey.generate());
      JdbcDatabase.migrate(scratch.dataSource());
      try (JdbcDatabase database = JdbcDatabase.open(scratch.dataSource(), cipher)) {
        FinishedOrders.insertPatterns(database.orderStore());
      }
      long empty = scratch.bytes();
      multiply(scratch, orders);
      scratch.giveStatistics();
      long bytesPerOrder = (scratch.bytes() - empty) / Math.max(1, orders);
      JdbcDatabase database = JdbcDatabase.open(scratch.dataSource(), cipher);
      filled = true;
      return new FilledDatabase(scratch, database, orders, bytesPerOrder);
    } finally {
      if (!filled) {
        scratch.close();
      }
    }
  }

  OrderStore store() {
    return database.orderStore();
  }

  /** Writes copies of the finished order with ids of their own: a second apart, the oldest last. */
  private static void multiply(Scratch scratch, long orders) throws SQLException {
    try (Connection connection = scratch.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement copy = connection.prepareStatement(copyStatement(connection))) {
        // The pattern itself is the first.
        for (long from = 1; from < orders; from += BATCH) {
          copy.setLong(1, from);
          copy.setLong(2, Math.min(orders, from + BATCH) - 1);
          copy.executeUpdate();
          connection.commit();
        }
      }
      connection.setAutoCommit(true);
    }
  }

  private static String copyStatement(Connection connection) throws SQLException {
    String pattern = FinishedOrders.PATTERN.value();
    String id = "cast(" + pattern + " + i as text)";
    List<String> columns = columns(connection);
    List<String> values = new ArrayList<>();
    for (String column : columns) {
      values.add(
          switch (column) {
            case "order_id" -> id;
            case "body" -> "replace(body, '" + pattern + "', " + id + ")";
            case "received_at" -> "received_at - i * 1000000";
            default -> column;
          });
    }
    return "with recursive numbers (i) as (select cast(? as bigint) union all"
        + " select i + 1 from numbers where i < cast(? as bigint))"
        + " insert into mcf_order ("
        + String.join(", ", columns)
        + ") select "
        + String.join(", ", values)
        + " from numbers, mcf_order where order_id = '"
        + pattern
        + "'";
  }

  private static List<String> columns(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from mcf_order where 1 = 0")) {
      ResultSetMetaData table = rows.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int column = 1; column <= table.getColumnCount(); column++) {
        columns.add(table.getColumnName(column));
      }
      return columns;
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
    scratch.close();
  }
}
