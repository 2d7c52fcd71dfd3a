// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A database file on a disk of this machine.
 *
 * @param path its real path
 */
record SqliteFile(Path path) {

  private static final Set<String> NETWORK =
      Set.of("cifs", "smb", "afs", "afp", "webdav", "lustre", "glusterfs", "sshfs", "ceph");

  /**
   * Returns the file of a connection.
   *
   * @throws StoreException when it has none, or the file is on a network file system
   */
  static SqliteFile of(Connection connection) throws SQLException {
    String name = "";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("pragma database_list")) {
      while (rows.next()) {
        if (rows.getString("name").equals("main") && rows.getString("file") != null) {
          name = rows.getString("file");
        }
      }
    }
    if (name.isEmpty()) {
      throw new StoreException(
          "The SQLite database is in memory and would be lost with the process. Give it a file, or"
              + " use InMemoryOrderStore.");
    }
    try {
      Path path = Path.of(name).toRealPath();
      refuseNetwork(path, Files.getFileStore(path).type());
      return new SqliteFile(path);
    } catch (IOException e) {
      throw new StoreException("The SQLite file " + name + " cannot be looked at.", e);
    }
  }

  /** Fails for file systems on which SQLite's locks and shared memory do not hold. */
  static void refuseNetwork(Path path, String fileSystem) {
    String type = fileSystem.toLowerCase(Locale.ROOT);
    boolean network =
        type.startsWith("nfs")
            || type.startsWith("smb")
            || Stream.of(type.split("\\.", -1)).anyMatch(NETWORK::contains);
    if (network) {
      throw new StoreException(
          "The SQLite file "
              + path
              + " is on a network file system ("
              + fileSystem
              + "), where it can be damaged. Move it to a disk of this machine, or use PostgreSQL.");
    }
  }
}
