// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.JsonText;
import io.mcfconnector.testkit.http.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as this simulator writes it. */
final class Wire {

  private Wire() {}

  /** Returns an object of names and values in turn; a {@code null} value leaves its name out. */
  static Map<String, Object> object(@Nullable Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        members.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return members;
  }

  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static Reply reply(int status, Object body) {
    return Reply.json(status, JsonText.of(body));
  }

  static Reply payload(Object payload) {
    return reply(200, object("payload", payload));
  }

  static Reply nothing() {
    return new Reply(204, Map.of(), "");
  }

  static Reply reply(Refusal refusal) {
    Map<String, Object> error =
        object("code", refusal.code(), "message", refusal.message(), "details", refusal.details());
    Reply reply = reply(refusal.status(), object("errors", List.of(error)));
    return new Reply(reply.status(), Map.of("x-amzn-ErrorType", refusal.type()), reply.body());
  }
}
