// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to a SQLite file. While it waits for the disk, callers queue up; their
 * work then shares the next transaction and its commit, which makes many callers as cheap as one.
 * Thread-safe.
 */
final class SqliteWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
  private static final int MOST_AT_ONCE = 256;

  private final DataSource dataSource;
  private final SqliteLock lock;
  private final Thread thread;
  private final List<Unit<?>> waiting = new ArrayList<>();
  private boolean closing;
  // Only the thread uses it.
  private @Nullable Connection connection;

  private SqliteWriter(DataSource dataSource, SqliteLock lock) {
    this.dataSource = dataSource;
    this.lock = lock;
    this.thread = new Thread(this::run, "mcf-sqlite-writer");
    // What is not committed was promised to nobody, so a host that forgets to close may end.
    thread.setDaemon(true);
  }

  /** Starts to write for the owner of the lock, which stays responsible for it. */
  static SqliteWriter start(DataSource dataSource, SqliteLock lock) {
    SqliteWriter writer = new SqliteWriter(dataSource, lock);
    writer.thread.start();
    return writer;
  }

  /**
   * Runs work in a transaction and returns when it is on disk. An interruption is kept for later:
   * the answer comes soon, and without it the caller would not know what is stored.
   */
  <T> T write(String purpose, Reads.Work<T> work) {
    Unit<T> unit = new Unit<>(purpose, work);
    synchronized (waiting) {
      if (closing) {
        throw new StoreException("The database was closed here before it could " + purpose + ".");
      }
      waiting.add(unit);
      waiting.notifyAll();
    }
    return unit.await();
  }

  private void run() {
    List<Unit<?>> batch = next();
    while (!batch.isEmpty()) {
      process(batch);
      batch = next();
    }
    discardConnection();
  }

  /** Returns what waits; nothing when the end has come. */
  private List<Unit<?>> next() {
    synchronized (waiting) {
      while (waiting.isEmpty() && !closing) {
        try {
          waiting.wait();
        } catch (InterruptedException e) {
          LOG.debug("the writer is ended by closing it, not by interrupting it", e);
        }
      }
      List<Unit<?>> head = waiting.subList(0, Math.min(MOST_AT_ONCE, waiting.size()));
      List<Unit<?>> batch = List.copyOf(head);
      head.clear();
      return batch;
    }
  }

  private void process(List<Unit<?>> batch) {
    Connection current;
    try {
      current = connected();
      SqliteConnection.execute(current, "begin immediate");
    } catch (SQLException | RuntimeException | Error e) {
      discardConnection();
      batch.forEach(unit -> unit.fail(e));
      return;
    }
    for (Unit<?> unit : batch) {
      Throwable trouble = unit.run(current);
      if (trouble != null) {
        rollBack(current);
        if (batch.size() == 1) {
          unit.fail(trouble);
        } else {
          // One caller's failure is only its own.
          batch.forEach(one -> process(List.of(one)));
        }
        return;
      }
    }
    try {
      SqliteConnection.execute(current, "commit");
    } catch (SQLException | RuntimeException | Error e) {
      discardConnection();
      batch.forEach(unit -> unit.fail(DatabaseTrouble.unknown(unit.purpose, e)));
      return;
    }
    batch.forEach(Unit::answer);
  }

  private Connection connected() {
    if (connection == null) {
      connection = SqliteConnection.forWriting(dataSource);
    }
    return connection;
  }

  private void rollBack(Connection current) {
    try {
      SqliteConnection.execute(current, "rollback");
    } catch (SQLException | RuntimeException e) {
      // Some failures have rolled back already; a fresh connection is certain.
      LOG.debug("a rollback failed", e);
      discardConnection();
    }
  }

  private void discardConnection() {
    if (connection != null) {
      Connections.close(connection);
      connection = null;
    }
  }

  /** Does what waits and ends; work that comes later is refused. */
  @Override
  public void close() {
    synchronized (waiting) {
      closing = true;
      waiting.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "SqliteWriter[" + lock.database().path() + "]";
  }

  /** One caller's work and its answer. */
  private static final class Unit<T> {

    private final String purpose;
    private final Reads.Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;

    private Unit(String purpose, Reads.Work<T> work) {
      this.purpose = purpose;
      this.work = work;
    }

    private @Nullable Throwable run(Connection connection) {
      try {
        result = work.on(connection);
        return null;
      } catch (SQLException | RuntimeException | Error e) {
        return e;
      }
    }

    @SuppressWarnings("NullAway") // Work returns what its type says.
    private void answer() {
      answer.complete(result);
    }

    private void fail(Throwable trouble) {
      answer.completeExceptionally(trouble);
    }

    private T await() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        Throwable trouble = e.getCause();
        if (trouble instanceof SQLException failure) {
          throw DatabaseTrouble.failed(purpose, failure);
        }
        if (trouble instanceof RuntimeException failure) {
          throw failure;
        }
        throw e;
      }
    }
  }
}
