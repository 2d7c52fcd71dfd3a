// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param method HTTP method
 * @param path path as sent, percent-encoded
 * @param rawQuery query as sent; empty without one
 * @param query decoded parameters
 * @param headers by lower-case name
 * @param body exact bytes as text
 */
public record Incoming(
    String method,
    String path,
    String rawQuery,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** Returns a header; {@code null} when it was not sent. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the body's bytes. */
  public byte[] bodyBytes() {
    return body.getBytes(UTF_8);
  }
}
