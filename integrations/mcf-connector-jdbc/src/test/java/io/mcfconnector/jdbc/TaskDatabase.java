// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL with the connector's tables, seen through a pool as a host has one. */
final class TaskDatabase implements AutoCloseable {

  private final String url;
  private final HikariDataSource dataSource;

  private TaskDatabase(String url) {
    this.url = url;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(2));
    this.dataSource = new HikariDataSource(config);
  }

  static TaskDatabase create() {
    TaskDatabase database = new TaskDatabase(PostgresServer.createDatabase());
    JdbcDatabase.migrate(database.dataSource);
    return database;
  }

  String url() {
    return url;
  }

  HikariDataSource dataSource() {
    return dataSource;
  }

  int execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return statement.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the number that a query selects. */
  long ask(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
