// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

/** A command was called in a way it does not know; the message says how to call it. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
