// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The floor of a durable store: one row of the size of an order for each commit, in a loop. */
final class CommitLoop {

  private static final long NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final String BODY = "x".repeat(1_500);

  private CommitLoop() {}

  static double perSecond(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement settings = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseProductName().startsWith("SQLite")) {
        settings.execute("pragma journal_mode = wal");
        settings.execute("pragma synchronous = full");
      }
      settings.execute("create table floor (id bigint primary key, body text)");
      connection.setAutoCommit(false);
      long commits = 0;
      long start = System.nanoTime();
      try (PreparedStatement insert =
          connection.prepareStatement("insert into floor values (?, ?)")) {
        while (System.nanoTime() - start < NANOS) {
          insert.setLong(1, commits);
          insert.setString(2, BODY);
          insert.executeUpdate();
          connection.commit();
          commits++;
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      connection.setAutoCommit(true);
      settings.execute("drop table floor");
      return commits / seconds;
    }
  }
}
