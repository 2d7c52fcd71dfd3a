// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

/**
 * How work reaches a database. Whatever goes wrong there is a {@code StoreException}; an exception
 * of the work itself reaches the caller as it is, and nothing is changed then. Thread-safe.
 */
interface Transactions extends Reads {

  /** Runs work in one transaction of its own, which is on disk when this returns. */
  <T> T write(String purpose, Work<T> work);

  /**
   * Runs work that is a single statement, and so a transaction by itself, which is on disk when
   * this returns. A server far away need be asked only once for it.
   */
  default <T> T writeStatement(String purpose, Work<T> work) {
    return write(purpose, work);
  }
}
