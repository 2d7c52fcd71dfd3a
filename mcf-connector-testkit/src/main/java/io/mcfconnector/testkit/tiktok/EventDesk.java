// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps which webhooks go where; it sends none. */
final class EventDesk {

  private static final int LONGEST_ADDRESS = 255;
  private static final Pattern ADDRESS =
      Pattern.compile("https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}(/\\S*)?");

  private final Clock clock;
  private final Map<String, Subscription> byType = new LinkedHashMap<>();

  EventDesk(Clock clock) {
    this.clock = clock;
  }

  Map<String, @Nullable Object> list() {
    List<Map<String, @Nullable Object>> webhooks =
        byType.entrySet().stream().map(entry -> webhook(entry.getKey(), entry.getValue())).toList();
    return new Fields().with("webhooks", webhooks).with("total_count", webhooks.size()).map();
  }

  Map<String, @Nullable Object> update(Incoming request) {
    RequestBody body = RequestBody.of(request);
    String type = body.required("event_type");
    String address = body.required("address");
    if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
      throw Refusal.parameter("param body.address invalid");
    }
    Instant now = clock.instant();
    Subscription known = byType.get(type);
    byType.put(type, new Subscription(address, known == null ? now : known.createdAt, now));
    return new Fields().map();
  }

  /** Succeeds also when nothing was there. */
  Map<String, @Nullable Object> delete(Incoming request) {
    byType.remove(RequestBody.of(request).required("event_type"));
    return new Fields().map();
  }

  private static Map<String, @Nullable Object> webhook(String type, Subscription subscription) {
    return new Fields()
        .with("event_type", type)
        .with("address", subscription.address)
        .withTime("create_time", subscription.createdAt)
        .withTime("update_time", subscription.updatedAt)
        .map();
  }

  private record Subscription(String address, Instant createdAt, Instant updatedAt) {}
}
