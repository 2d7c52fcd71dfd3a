// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * A database for the time of a measurement.
 *
 * @param dataSource its connections
 * @param tidyUp the statements that give its planner statistics, as a database in use has them
 * @param size the query of its size in bytes
 * @param end removes it
 */
record Scratch(DataSource dataSource, List<String> tidyUp, String size, End end)
    implements AutoCloseable {

  /** What removes a database. */
  interface End {
    void run() throws IOException;
  }

  static Scratch sqlite() throws IOException {
    Path folder = Files.createTempDirectory("mcf-benchmark");
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve("benchmark.db"));
    return new Scratch(
        dataSource,
        List.of("analyze"),
        "select page_count * page_size from pragma_page_count(), pragma_page_size()",
        () -> delete(folder));
  }

  static Scratch postgres() throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    pool.setMaximumPoolSize(4);
    HikariDataSource dataSource = new HikariDataSource(pool);
    return new Scratch(
        dataSource,
        List.of("vacuum analyze"),
        "select pg_total_relation_size('mcf_order')",
        () -> {
          dataSource.close();
          server.close();
        });
  }

  boolean isHere() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(10);
    } catch (SQLException e) {
      return false;
    }
  }

  void giveStatistics() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : tidyUp) {
        statement.execute(sql);
      }
    }
  }

  long bytes() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(size)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    end.run();
  }
}
