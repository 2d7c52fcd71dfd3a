// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;

/**
 * A database that can be asked for its name and version only.
 *
 * @param product its name
 * @param major its version
 * @param minor its version
 */
record FakeDatabase(String product, int major, int minor) {

  /** Returns a database of a text like {@code SQLite 3 36}. */
  static FakeDatabase of(String text) {
    String[] words = text.split(" ", -1);
    return new FakeDatabase(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
  }

  DataSource dataSource() {
    return answering(DataSource.class, "getConnection", connection());
  }

  private Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMetaData" -> metaData();
                  case "getAutoCommit" -> true;
                  case "setAutoCommit", "close" -> null;
                  default -> throw new AssertionError(method.getName());
                });
  }

  private DatabaseMetaData metaData() {
    return (DatabaseMetaData)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DatabaseMetaData.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getDatabaseProductName" -> product;
                  case "getDatabaseMajorVersion" -> major;
                  case "getDatabaseMinorVersion" -> minor;
                  default -> throw new AssertionError(method.getName());
                });
  }

  private <T> T answering(Class<T> type, String name, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (!method.getName().equals(name)) {
                throw new AssertionError(method.getName());
              }
              return answer;
            }));
  }
}
