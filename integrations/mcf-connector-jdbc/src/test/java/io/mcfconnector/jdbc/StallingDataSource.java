// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections of a node that stands still in the middle of its first transaction, as a stopped
 * process does.
 */
final class StallingDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  private final String step;
  private final transient CountDownLatch stalled = new CountDownLatch(1);
  private final transient CountDownLatch goOn = new CountDownLatch(1);

  /**
   * Creates a data source.
   *
   * @param step a method of a connection, or the beginning of what it is asked to prepare
   */
  StallingDataSource(String url, String step) {
    setURL(url);
    this.step = step;
  }

  void awaitStall() throws InterruptedException {
    assertThat(stalled.await(30, TimeUnit.SECONDS)).as("the node stands still").isTrue();
  }

  void goOn() {
    goOn.countDown();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              String asked =
                  arguments != null && arguments[0] instanceof String sql ? sql : method.getName();
              if (asked.toLowerCase(Locale.ROOT).startsWith(step) && !connection.getAutoCommit()) {
                stalled.countDown();
                goOn.await();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
