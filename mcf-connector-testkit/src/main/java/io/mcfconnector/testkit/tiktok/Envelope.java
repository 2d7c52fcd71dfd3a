// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.JsonText;
import io.mcfconnector.testkit.http.Reply;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Wraps answers as TikTok does: {@code {code, message, request_id, data}}. */
final class Envelope {

  static final int TOO_MANY_REQUESTS = 36009002;
  private static final int INTERNAL_ERROR = 36009003;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final AtomicLong requests = new AtomicLong();

  Envelope(Clock clock) {
    this.clock = clock;
  }

  Reply success(String message, Map<String, @Nullable Object> data) {
    return reply(200, 0, message, data);
  }

  Reply refusal(Refusal refusal) {
    String message = refusal.getMessage();
    Reply reply = reply(refusal.status(), refusal.code(), message == null ? "" : message, null);
    return refusal.status() == 429
        ? new Reply(reply.status(), Map.of("Retry-After", "1"), reply.body())
        : reply;
  }

  Reply failed(int status) {
    return status == 503
        ? new Reply(
            status,
            Map.of("Content-Type", "text/html"),
            "<html><body>503 Service Temporarily Unavailable</body></html>")
        : reply(status, INTERNAL_ERROR, "Internal error. Try later.", null);
  }

  private Reply reply(
      int status, int code, String message, @Nullable Map<String, @Nullable Object> data) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("code", code);
    if (data != null) {
      envelope.put("data", data);
    }
    envelope.put("message", message);
    envelope.put("request_id", requestId());
    return Reply.json(status, JsonText.of(envelope));
  }

  private String requestId() {
    return SECONDS.format(clock.instant())
        + String.format("%019X", 0x5A1B2C3D4L + requests.incrementAndGet());
  }
}
