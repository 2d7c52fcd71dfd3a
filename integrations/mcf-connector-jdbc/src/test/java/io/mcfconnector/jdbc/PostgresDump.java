// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Every row of every table of ours as text. */
final class PostgresDump {

  private PostgresDump() {}

  static byte[] of(DataSource dataSource) {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = dataSource.getConnection()) {
      List<String> tables =
          Sql.texts(
              connection, "select tablename from pg_tables where schemaname = current_schema()");
      for (String table : tables) {
        for (String row : Sql.texts(connection, "select t::text from " + table + " t")) {
          dump.append(table).append(' ').append(row).append('\n');
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return dump.toString().getBytes(UTF_8);
  }
}
