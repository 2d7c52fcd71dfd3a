// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object; members without value stay away, as TikTok often leaves them out. */
final class Fields {

  private final Map<String, @Nullable Object> map = new LinkedHashMap<>();

  Fields with(String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
    return this;
  }

  Fields withTime(String name, @Nullable Instant time) {
    return with(name, time == null ? null : time.getEpochSecond());
  }

  Map<String, @Nullable Object> map() {
    return map;
  }
}
