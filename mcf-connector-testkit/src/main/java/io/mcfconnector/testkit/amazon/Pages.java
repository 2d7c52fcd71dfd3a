// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of a listing; what comes after a page is remembered under its token. */
final class Pages {

  private final int size;
  private final Duration tokenLife;
  private final Map<String, Rest> rests = new HashMap<>();
  private int issued;

  Pages(int size, Duration tokenLife) {
    this.size = size;
    this.tokenLife = tokenLife;
  }

  /** Keys on a page and the token of the next one, if any. */
  record Page(List<String> keys, @Nullable String nextToken) {}

  private record Rest(List<String> keys, String arguments, Instant expiresAt) {}

  Page first(List<String> keys, String arguments, Instant now) {
    if (keys.size() <= size) {
      return new Page(keys, null);
    }
    // Plus and slash on purpose: a client that does not encode them loses the token.
    String number = Base64.getEncoder().encodeToString(("page " + ++issued).getBytes(UTF_8));
    String token = "MYZ+" + number + "/==";
    List<String> rest = List.copyOf(keys.subList(size, keys.size()));
    rests.put(token, new Rest(rest, arguments, now.plus(tokenLife)));
    return new Page(keys.subList(0, size), token);
  }

  Page next(String token, String arguments, Instant now) {
    rests.values().removeIf(rest -> now.isAfter(rest.expiresAt()));
    Rest rest = rests.get(token);
    if (rest == null || !rest.arguments().equals(arguments)) {
      throw Refusal.invalid("Next token is invalid or expired");
    }
    return first(rest.keys(), arguments, now);
  }
}
