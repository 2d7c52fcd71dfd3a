// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that count commits and fail when a test says so, in whatever they are asked to do
 * next.
 */
final class BreakableDataSource implements DataSource {

  private final DataSource dataSource;
  private final AtomicInteger commits = new AtomicInteger();
  private volatile Predicate<String> failing = step -> false;
  private final List<Connection> given = new CopyOnWriteArrayList<>();
  private volatile boolean afterwards;

  BreakableDataSource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Lets everything fail from now on. */
  void breakDown() {
    failing = step -> true;
  }

  /** Lets statements fail that start with a text. */
  void breakStatement(String start) {
    failing = step -> step.startsWith(start);
  }

  /** Ends the process, as a kill does, before a step. */
  void haltAt(String start) {
    failing =
        step -> {
          if (step.startsWith(start)) {
            Runtime.getRuntime().halt(137);
          }
          return false;
        };
  }

  /**
   * Lets commits fail before, or after, the database has done them; a single statement that commits
   * by itself is one too.
   */
  void breakCommits(boolean afterwards) {
    this.afterwards = afterwards;
    failing = step -> step.equals("commit");
  }

  /** Lets everything work again. */
  void repair() {
    failing = step -> false;
  }

  /** Runs a statement on every connection that was ever given and is still open. */
  void onEveryConnection(String sql) throws SQLException {
    for (Connection connection : given) {
      if (!connection.isClosed()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
    }
  }

  /** Returns how often something was committed. */
  int commits() {
    return commits.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    failIf("connect");
    Connection connection = dataSource.getConnection();
    given.add(connection);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "close", "unwrap", "isWrapperFor" -> invoke(connection, method, arguments);
                  case "createStatement" ->
                      statement(
                          (Statement)
                              run("statement", () -> invoke(connection, method, arguments)));
                  case "prepareStatement" ->
                      prepared(
                          connection,
                          (PreparedStatement)
                              run(method.getName(), () -> invoke(connection, method, arguments)));
                  default -> run(method.getName(), () -> invoke(connection, method, arguments));
                });
  }

  private PreparedStatement prepared(Connection connection, PreparedStatement statement) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) ->
                Commits.isOne(connection, method.getName())
                    ? run("commit", () -> invoke(statement, method, arguments))
                    : invoke(statement, method, arguments));
  }

  private Statement statement(Statement statement) {
    return (Statement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Statement.class},
            (proxy, method, arguments) ->
                run(
                    arguments != null && arguments[0] instanceof String sql ? sql : "statement",
                    () -> invoke(statement, method, arguments)));
  }

  private interface Step {
    Object take() throws Throwable;
  }

  private Object run(String name, Step step) throws Throwable {
    boolean commit = name.equals("commit");
    if (!commit || !afterwards) {
      failIf(name);
    }
    Object result = step.take();
    if (commit) {
      commits.incrementAndGet();
      failIf(name);
    }
    return result;
  }

  private void failIf(String step) throws SQLException {
    if (failing.test(step)) {
      throw new SQLException("the test broke " + step);
    }
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return dataSource.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    dataSource.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    dataSource.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return dataSource.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return dataSource.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return dataSource.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return dataSource.isWrapperFor(type);
  }
}
