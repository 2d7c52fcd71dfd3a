// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.jdbc.Commits;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * A data source whose connections pass a kill point before and after each commit, be it a call or a
 * statement.
 */
final class WatchedDataSource {

  private static final String COMMIT = "commit";

  private WatchedDataSource() {}

  static DataSource of(DataSource dataSource, KillPoints points) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = method.invoke(dataSource, arguments);
          return result instanceof Connection connection ? watched(connection, points) : result;
        });
  }

  private static Connection watched(Connection connection, KillPoints points) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          boolean commits = method.getName().equals(COMMIT);
          Object result = around(commits, points, () -> method.invoke(connection, arguments));
          if (result instanceof PreparedStatement statement) {
            return watched(connection, statement, points);
          }
          return method.getName().equals("createStatement") && result instanceof Statement statement
              ? watched(statement, points)
              : result;
        });
  }

  private static PreparedStatement watched(
      Connection connection, PreparedStatement statement, KillPoints points) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) ->
            around(
                Commits.isOne(connection, method.getName()),
                points,
                () -> method.invoke(statement, arguments)));
  }

  private static Statement watched(Statement statement, KillPoints points) {
    return proxy(
        Statement.class,
        (self, method, arguments) -> {
          boolean commits =
              arguments != null
                  && arguments.length > 0
                  && arguments[0] instanceof String sql
                  && sql.toLowerCase(Locale.ROOT).equals(COMMIT);
          return around(commits, points, () -> method.invoke(statement, arguments));
        });
  }

  private interface Call {
    Object run() throws Throwable;
  }

  private static Object around(boolean commits, KillPoints points, Call call) throws Throwable {
    if (!commits) {
      return call.run();
    }
    points.pass(COMMIT + "/before");
    Object result = call.run();
    points.pass(COMMIT + "/after");
    return result;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    InvocationHandler unwrapping =
        (self, method, arguments) -> {
          try {
            return handler.invoke(self, method, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, unwrapping));
  }
}
