// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteDataSource;

/** SQLite files of tests. */
final class SqliteFiles {

  private SqliteFiles() {}

  static SQLiteDataSource dataSource(Path file) {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + file);
    return dataSource;
  }

  /** Returns every byte of the database file and what SQLite keeps beside it. */
  static byte[] bytes(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Path part = Path.of(file + suffix);
      if (Files.exists(part)) {
        try {
          bytes.writeBytes(Files.readAllBytes(part));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return bytes.toByteArray();
  }
}
