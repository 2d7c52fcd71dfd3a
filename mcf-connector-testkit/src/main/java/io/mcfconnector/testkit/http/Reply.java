// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.http;

import java.util.Map;

/**
 * What a simulator answers.
 *
 * @param status HTTP status
 * @param headers beside the content type
 * @param body usually JSON
 */
public record Reply(int status, Map<String, String> headers, String body) {

  /** Copies the map. */
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** Returns an answer with a JSON body. */
  public static Reply json(int status, String body) {
    return new Reply(status, Map.of(), body);
  }
}
