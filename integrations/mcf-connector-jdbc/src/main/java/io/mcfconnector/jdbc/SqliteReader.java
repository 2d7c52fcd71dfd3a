// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection that reads beside the writer, kept open since opening one costs more than a read.
 */
final class SqliteReader implements Reads {

  private final DataSource dataSource;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;
  private boolean closed;

  SqliteReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public <T> T read(String purpose, Work<T> work) {
    lock.lock();
    try {
      if (closed) {
        throw new StoreException("The database was closed here before it could " + purpose + ".");
      }
      if (connection == null) {
        connection = SqliteConnection.forReading(dataSource);
      }
      return work.on(connection);
    } catch (SQLException e) {
      discard();
      throw DatabaseTrouble.failed(purpose, e);
    } finally {
      lock.unlock();
    }
  }

  private void discard() {
    if (connection != null) {
      Connections.close(connection);
      connection = null;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      discard();
    } finally {
      lock.unlock();
    }
  }
}
