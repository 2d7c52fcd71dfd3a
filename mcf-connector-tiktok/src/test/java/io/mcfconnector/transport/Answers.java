// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import okhttp3.Headers;

/** Makes answers without a server. */
public final class Answers {

  private Answers() {}

  /** Returns an answer with a body. */
  public static Answer of(String operation, int status, String body) {
    return of(operation, status, body.getBytes(UTF_8));
  }

  /** Returns an answer with these bytes as its body. */
  public static Answer of(String operation, int status, byte[] body) {
    return new Answer(operation, status, Headers.EMPTY, body);
  }
}
