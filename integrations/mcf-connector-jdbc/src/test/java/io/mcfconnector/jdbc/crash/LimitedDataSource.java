// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A SQLite file that cannot grow when told so, as on a full disk. */
final class LimitedDataSource {

  private static final long NO_LIMIT = 1_000_000_000L;

  private final DataSource file;
  private final List<Connection> open = new CopyOnWriteArrayList<>();
  private volatile long mostPages = NO_LIMIT;

  LimitedDataSource(DataSource file) {
    this.file = file;
  }

  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              try {
                Object result = method.invoke(file, arguments);
                if (result instanceof Connection connection) {
                  open.add(connection);
                  limit(connection);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  /** Takes the space away that the file does not use yet. */
  void fill() throws SQLException {
    try (Connection connection = file.getConnection();
        Statement statement = connection.createStatement();
        ResultSet pages = statement.executeQuery("pragma page_count")) {
      mostPages = pages.getLong(1);
    }
    limitAll();
  }

  void free() throws SQLException {
    mostPages = NO_LIMIT;
    limitAll();
  }

  private void limitAll() throws SQLException {
    for (Connection connection : open) {
      if (!connection.isClosed()) {
        limit(connection);
      }
    }
  }

  private void limit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma max_page_count = " + mostPages);
    }
  }
}
