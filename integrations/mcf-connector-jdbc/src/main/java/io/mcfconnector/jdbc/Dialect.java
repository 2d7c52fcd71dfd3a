// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that are supported, and what to ask them. */
enum Dialect {
  // 3.37 has strict tables.
  SQLITE("SQLite", 3, 37, "select 1 from sqlite_master where type = 'table' and name = ?"),
  POSTGRESQL("PostgreSQL", 14, 0, "select 1 where to_regclass(?) is not null");

  private final String product;
  private final int oldestMajor;
  private final int oldestMinor;
  private final String tableExists;

  Dialect(String product, int oldestMajor, int oldestMinor, String tableExists) {
    this.product = product;
    this.oldestMajor = oldestMajor;
    this.oldestMinor = oldestMinor;
    this.tableExists = tableExists;
  }

  /**
   * Returns the dialect of a connection.
   *
   * @throws StoreException when the database is another one, or too old
   */
  static Dialect of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String product = metaData.getDatabaseProductName();
    for (Dialect dialect : values()) {
      if (dialect.product.equals(product)) {
        dialect.requireVersion(metaData);
        return dialect;
      }
    }
    throw new StoreException(
        "The database is " + product + ". Use a SQLite file or PostgreSQL 14 or later.");
  }

  private void requireVersion(DatabaseMetaData metaData) throws SQLException {
    int major = metaData.getDatabaseMajorVersion();
    int minor = metaData.getDatabaseMinorVersion();
    if (major < oldestMajor || (major == oldestMajor && minor < oldestMinor)) {
      throw new StoreException(
          "The database is %s %d.%d, which is too old. Use %d.%d or later."
              .formatted(product, major, minor, oldestMajor, oldestMinor));
    }
  }

  /** Returns the folder of the schema scripts. */
  String folder() {
    return product.toLowerCase(Locale.ROOT);
  }

  /** Returns a query with a row when the table of the given name exists. */
  String tableExists() {
    return tableExists;
  }
}
