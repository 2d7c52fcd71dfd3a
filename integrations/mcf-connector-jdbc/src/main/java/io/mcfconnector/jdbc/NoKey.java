// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;

/** Stands where a database is opened without a key. */
final class NoKey implements DataCipher {

  @Override
  public Sealed seal(byte[] plain, byte[] context) {
    throw refusal();
  }

  @Override
  public byte[] open(Sealed sealed, byte[] context) {
    throw refusal();
  }

  private static StoreException refusal() {
    return new StoreException(
        "The database was opened for reading only, without a data key. Use JdbcDatabase.open.");
  }
}
