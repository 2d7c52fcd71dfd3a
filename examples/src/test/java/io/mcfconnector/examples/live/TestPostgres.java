// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An empty database on the server that {@code MCF_TEST_POSTGRES_URL} names, whose user may create
 * databases; else on a server of its own, which ends with it.
 */
final class TestPostgres implements AutoCloseable {

  private final @Nullable EmbeddedPostgres own;
  private final String serverUrl;
  private final String name = "mcf_" + UUID.randomUUID().toString().replace("-", "");

  private TestPostgres(@Nullable EmbeddedPostgres own, String serverUrl) throws SQLException {
    this.own = own;
    this.serverUrl = serverUrl;
    execute("create database " + name);
  }

  /**
   * Starts one. Where none can be had the test is skipped, and says so; with {@code
   * MCF_REQUIRE_POSTGRES=1} it fails.
   */
  static TestPostgres start() throws Exception {
    String url = System.getenv("MCF_TEST_POSTGRES_URL");
    try {
      if (url != null && !url.isBlank()) {
        return new TestPostgres(null, url);
      }
      EmbeddedPostgres own = EmbeddedPostgres.start();
      return new TestPostgres(own, own.getJdbcUrl("postgres", "postgres"));
    } catch (IOException | SQLException | IllegalStateException e) {
      if ("1".equals(System.getenv("MCF_REQUIRE_POSTGRES"))) {
        throw e;
      }
      return abort("no PostgreSQL for tests here: " + e);
    }
  }

  /** Returns the URL of the database with user and password. */
  String url() {
    int path = serverUrl.indexOf('/', "jdbc:postgresql://".length());
    int query = serverUrl.indexOf('?');
    return serverUrl.substring(0, path + 1) + name + (query < 0 ? "" : serverUrl.substring(query));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(serverUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    execute("drop database " + name + " with (force)");
    if (own != null) {
      own.close();
    }
  }
}
