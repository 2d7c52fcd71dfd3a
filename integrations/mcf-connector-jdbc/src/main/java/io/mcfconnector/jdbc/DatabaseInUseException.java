// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;

/** Another process routes on this SQLite file; the message names it. */
public final class DatabaseInUseException extends StoreException {

  private static final long serialVersionUID = 1L;

  DatabaseInUseException(String message) {
    super(message);
  }
}
