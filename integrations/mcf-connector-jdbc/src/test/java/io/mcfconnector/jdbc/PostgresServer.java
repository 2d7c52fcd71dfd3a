// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of this JVM's tests: the server that {@code MCF_TEST_POSTGRES_URL} names (a JDBC
 * URL with user and password, whose user may create databases), else one of its own that starts
 * with the first use and ends with the JVM. Both write to disk as a production server does. A test
 * class that needs it carries {@link NeedsPostgres}.
 */
public final class PostgresServer {

  private static final String URL = "MCF_TEST_POSTGRES_URL";
  private static final Logger LOG = Logger.getLogger(PostgresServer.class.getName());

  private static @Nullable PostgresServer instance;
  private static @Nullable String trouble;
  private static @Nullable String shared;

  private final String adminUrl;
  private final List<String> databases = new ArrayList<>();

  private PostgresServer(String adminUrl) {
    this.adminUrl = adminUrl;
  }

  /**
   * Creates an empty database and returns its JDBC URL, which another process can use as well. The
   * database is gone when this JVM ends.
   */
  static String createDatabase() {
    PostgresServer server = get();
    String name = "mcf_" + UUID.randomUUID().toString().replace("-", "");
    server.admin("create database " + name);
    synchronized (server.databases) {
      server.databases.add(name);
    }
    return server.urlOf(name);
  }

  /**
   * Creates an empty schema in a database that tests share and returns a JDBC URL that leads there.
   * Much cheaper than a database, which is a thousand files to write and to delete.
   */
  public static String createSchema() {
    String database = sharedDatabase();
    String name = "mcf_" + UUID.randomUUID().toString().replace("-", "");
    execute(database, "create schema " + name);
    return database + (database.contains("?") ? "&" : "?") + "currentSchema=" + name;
  }

  private static synchronized String sharedDatabase() {
    if (shared == null) {
      shared = createDatabase();
    }
    return shared;
  }

  /** Returns plain connections, without a pool. */
  static PGSimpleDataSource dataSource(String url) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(url);
    return dataSource;
  }

  /** Ends every connection of a database and lets nobody in until {@link #giveBack}. */
  static void takeAway(String url) {
    String name = nameOf(url);
    get().admin("alter database " + name + " with allow_connections false");
    get()
        .admin(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
                + name
                + "'");
  }

  /** Lets connections to a database in again. */
  static void giveBack(String url) {
    get().admin("alter database " + nameOf(url) + " with allow_connections true");
  }

  /** Returns why there is no PostgreSQL here; {@code null} when there is one. */
  static @Nullable String absence() {
    try {
      get();
      return null;
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }

  private static synchronized PostgresServer get() {
    if (trouble != null) {
      throw new IllegalStateException(trouble);
    }
    if (instance == null) {
      try {
        PostgresServer server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::dropDatabases));
        instance = server;
        return server;
      } catch (IOException | RuntimeException e) {
        trouble = "no PostgreSQL for tests: " + e;
        throw new IllegalStateException(trouble, e);
      }
    }
    return instance;
  }

  private static PostgresServer start() throws IOException {
    String url = System.getenv(URL);
    if (url != null && !url.isBlank()) {
      PostgresServer server = new PostgresServer(url);
      server.admin("select 1");
      return server;
    }
    // Its defaults trade durability for speed.
    EmbeddedPostgres embedded =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .start();
    return new PostgresServer(embedded.getJdbcUrl("postgres", "postgres"));
  }

  private void admin(String sql) {
    execute(adminUrl, sql);
  }

  private static void execute(String url, String sql) {
    try (Connection connection = dataSource(url).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test server refused: " + sql, e);
    }
  }

  /** The own server ends beside this; a shared one shall not fill up. */
  private void dropDatabases() {
    synchronized (databases) {
      if (System.getenv(URL) != null) {
        for (String name : databases) {
          try {
            admin("drop database if exists " + name + " with (force)");
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the test database " + name + " stays", e);
          }
        }
      }
    }
  }

  private String urlOf(String name) {
    int path = adminUrl.indexOf('/', "jdbc:postgresql://".length());
    int query = adminUrl.indexOf('?');
    return adminUrl.substring(0, path + 1) + name + (query < 0 ? "" : adminUrl.substring(query));
  }

  private static String nameOf(String url) {
    return URI.create(url.substring("jdbc:".length())).getPath().substring(1);
  }
}
