// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.error.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to a SQLite file: a lock on the file beside it, which the operating system
 * frees when the process ends in whatever way. The lock file holds the owner's process id and
 * stays.
 */
final class SqliteLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteLock.class);
  private static final Duration MIGRATION_TAKES_LESS = Duration.ofSeconds(10);

  // Behind the text, since some systems let nobody read what is locked.
  private static final long POSITION = 1L << 40;

  // A second channel on the file must not even be opened here: POSIX frees the locks of a whole
  // process when it closes any of its descriptors of the file.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final SqliteFile database;
  private final FileChannel channel;

  private SqliteLock(SqliteFile database, FileChannel channel) {
    this.database = database;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws DatabaseInUseException at once when somebody has it
   */
  static SqliteLock take(SqliteFile database) {
    Path path = Path.of(database.path() + ".lock");
    if (!HELD_HERE.add(database.path())) {
      throw taken(database, "this process (" + ProcessHandle.current().pid() + ")");
    }
    SqliteLock lock = null;
    try {
      lock = lock(database, path);
      return lock;
    } catch (IOException e) {
      throw new StoreException("The lock file " + path + " cannot be written.", e);
    } finally {
      if (lock == null) {
        HELD_HERE.remove(database.path());
      }
    }
  }

  /** Takes the lock, if need be when another process has done its migration. */
  static SqliteLock await(SqliteFile database) {
    long end = System.nanoTime() + MIGRATION_TAKES_LESS.toNanos();
    while (true) {
      try {
        return take(database);
      } catch (StoreException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause(e);
      }
    }
  }

  SqliteFile database() {
    return database;
  }

  private static SqliteLock lock(SqliteFile database, Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock(POSITION, 1, false) != null;
      if (!locked) {
        throw taken(database, "process " + owner(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)), 0);
      return new SqliteLock(database, channel);
    } catch (OverlappingFileLockException e) {
      // Another class loader of this JVM; its lock would go with this channel, so it stays open.
      locked = true;
      throw taken(database, "this process, by another class loader");
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(32);
    int length = channel.read(text, 0);
    return length <= 0 ? "unknown" : new String(text.array(), 0, length, UTF_8).strip();
  }

  private static DatabaseInUseException taken(SqliteFile database, String owner) {
    return new DatabaseInUseException(
        "The SQLite file "
            + database.path()
            + " is in use by "
            + owner
            + ". One process at a time may route on it; end the other one, or use PostgreSQL for"
            + " several.");
  }

  private static void pause(StoreException reason) {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("a lock file did not close", e);
    } finally {
      HELD_HERE.remove(database.path());
    }
  }
}
