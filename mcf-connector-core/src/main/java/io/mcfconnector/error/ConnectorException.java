// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything this library throws by intent. Messages name the operation or order and what
 * to do next, and never hold buyer data, tokens or secrets.
 */
public class ConnectorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception that says what happened and what to do. */
  public ConnectorException(String message) {
    super(message);
  }

  /** Creates an exception with its cause, if it has one. */
  public ConnectorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
