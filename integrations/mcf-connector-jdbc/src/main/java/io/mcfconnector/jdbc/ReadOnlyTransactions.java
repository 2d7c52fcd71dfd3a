// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;

/** Reads beside a process that routes; refuses to write. */
final class ReadOnlyTransactions implements Transactions {

  private final Reads reads;

  ReadOnlyTransactions(Reads reads) {
    this.reads = reads;
  }

  @Override
  public <T> T read(String purpose, Work<T> work) {
    return reads.read(purpose, work);
  }

  @Override
  public <T> T write(String purpose, Work<T> work) {
    throw new StoreException(
        "The database was opened for reading only and cannot "
            + purpose
            + ". Use JdbcDatabase.open.");
  }

  @Override
  public void close() {
    reads.close();
  }
}
