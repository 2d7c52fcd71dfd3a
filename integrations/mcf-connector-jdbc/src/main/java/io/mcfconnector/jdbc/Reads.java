// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** How questions reach a database. Whatever goes wrong there is a {@code StoreException}. */
interface Reads extends AutoCloseable {

  /** Work on a connection; it leaves transactions alone and may be run again after a rollback. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Runs work that changes nothing.
   *
   * @param purpose what cannot be done when it fails, such as {@code find order 1}
   */
  <T> T read(String purpose, Work<T> work);

  @Override
  void close();
}
