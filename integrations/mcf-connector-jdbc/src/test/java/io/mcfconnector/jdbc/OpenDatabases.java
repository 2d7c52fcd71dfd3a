// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The databases that a test has open. */
final class OpenDatabases implements AutoCloseable {

  private final List<JdbcDatabase> open = new ArrayList<>();

  JdbcDatabase open(DataSource dataSource, DataKey key, DataKey... former) {
    JdbcDatabase database = JdbcDatabase.open(dataSource, DataCipher.aesGcm(key, former));
    open.add(database);
    return database;
  }

  @Override
  public void close() {
    open.forEach(JdbcDatabase::close);
    open.clear();
  }
}
