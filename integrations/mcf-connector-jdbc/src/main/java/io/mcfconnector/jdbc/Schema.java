// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of the tables. Each has a script in each dialect's folder, which a host may run
 * instead of us: it enters its version itself.
 */
final class Schema {

  private static final List<String> SCRIPTS =
      List.of(
          "V1__create_tables.sql",
          "V2__create_tally.sql",
          "V3__create_notice.sql",
          "V4__create_stock.sql",
          "V5__index_deadlines.sql");

  /** The version that this code works with. */
  static final int NEWEST = SCRIPTS.size();

  private Schema() {}

  /** Returns the version of the tables; 0 when there are none. */
  static int version(Dialect dialect, Connection connection) throws SQLException {
    try (PreparedStatement exists = connection.prepareStatement(dialect.tableExists())) {
      exists.setString(1, "mcf_schema");
      try (ResultSet rows = exists.executeQuery()) {
        if (!rows.next()) {
          return 0;
        }
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select max(version) from mcf_schema")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /** Fails unless the tables are those this code works with. */
  static void requireNewest(Dialect dialect, Connection connection) throws SQLException {
    int version = version(dialect, connection);
    refuseNewer(version);
    if (version < NEWEST) {
      throw new StoreException(
          "The connector's tables are "
              + (version == 0 ? "missing" : "of version " + version)
              + "; this code works with version "
              + NEWEST
              + ". Call JdbcDatabase.migrate, or run the scripts of io/mcfconnector/jdbc/"
              + dialect.folder()
              + " that are missing.");
    }
  }

  /** Fails when a newer version of the connector made the tables. */
  static void refuseNewer(int version) {
    if (version > NEWEST) {
      throw new StoreException(
          "The connector's tables are of version "
              + version
              + ", made by a newer connector; this one works with version "
              + NEWEST
              + ". Run the newer one.");
    }
  }

  /** Runs the script that leads from the version before to this one. */
  static void apply(Dialect dialect, int version, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(script(dialect, version))) {
        statement.execute(sql);
      }
    }
  }

  private static String script(Dialect dialect, int version) {
    String path = dialect.folder() + "/" + SCRIPTS.get(version - 1);
    try (InputStream resource = Schema.class.getResourceAsStream(path)) {
      if (resource == null) {
        throw new IllegalStateException("this jar lacks " + path);
      }
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Splits a script where a line ends with a semicolon; comments are lines of their own. */
  private static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (String line : script.lines().toList()) {
      if (!line.startsWith("--")) {
        statement.append(line).append('\n');
      }
      if (line.endsWith(";") && !line.startsWith("--")) {
        statements.add(statement.toString().strip());
        statement.setLength(0);
      }
    }
    return statements;
  }
}
