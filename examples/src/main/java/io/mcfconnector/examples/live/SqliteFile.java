// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.spi.TaskScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * A database in a file, for one process that routes and any number that look.
 *
 * @param path absolute
 */
record SqliteFile(Path path) implements StorePlace {

  static final String PREFIX = "jdbc:sqlite:";

  static SqliteFile parse(String url) {
    String file = url.substring(PREFIX.length());
    // In memory, or with parameters of the driver, it would not keep what it was given.
    if (file.isBlank() || file.startsWith(":") || file.startsWith("file:") || file.contains("?")) {
      throw new ConfigurationException(
          List.of("MCF_STORE_URL must name a plain file after jdbc:sqlite:"));
    }
    try {
      Path path = Path.of(file).toAbsolutePath().normalize();
      if (Files.isDirectory(path) || !Files.isDirectory(path.resolveSibling(""))) {
        throw new ConfigurationException(
            List.of("MCF_STORE_URL must name a file in a folder that exists, unlike " + path));
      }
      return new SqliteFile(path);
    } catch (InvalidPathException e) {
      throw new ConfigurationException(
          List.of("MCF_STORE_URL must name a file after jdbc:sqlite:"));
    }
  }

  /** Returns whether anything was ever stored in it. */
  boolean hasData() {
    try {
      return Files.exists(path) && Files.size(path) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException("the size of " + path + " cannot be read", e);
    }
  }

  /** Returns the file of the key that seals what is in it. */
  KeyFile keyFile() {
    return new KeyFile(path.resolveSibling(path.getFileName() + ".key"));
  }

  @Override
  public DataSource connect() {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl(PREFIX + path);
    return dataSource;
  }

  @Override
  public TaskScheduler schedulerOn(DataSource dataSource) {
    return TaskScheduler.inProcess();
  }

  @Override
  public void requireDatabase() {
    if (!hasData()) {
      throw new StoreException(
          "There is no database "
              + path
              + " yet. 'live' makes it; start this command in the folder of 'live', or with the"
              + " same MCF_STORE_URL.");
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
