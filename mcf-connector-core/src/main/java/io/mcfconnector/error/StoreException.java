// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.error;

/** A store could not do its work. Nothing was called at a platform on the strength of it. */
public class StoreException extends ConnectorException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception that says what happened and what to do. */
  public StoreException(String message) {
    super(message);
  }

  /** Creates an exception with its cause. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
