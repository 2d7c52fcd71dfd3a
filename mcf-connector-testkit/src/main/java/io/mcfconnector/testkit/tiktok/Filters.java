// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the searches of all desks have in common. */
final class Filters {

  private Filters() {}

  /** Returns a filter by a window {@code <name>_ge} to {@code <name>_lt} of the body. */
  static <T> Predicate<T> within(RequestBody body, String name, Function<T, Instant> time) {
    long from = Objects.requireNonNullElse(body.integer(name + "_ge"), Long.MIN_VALUE);
    long to = Objects.requireNonNullElse(body.integer(name + "_lt"), Long.MAX_VALUE);
    return row -> {
      long seconds = time.apply(row).getEpochSecond();
      return from <= seconds && seconds < to;
    };
  }

  /** Returns a filter by a list of the body; without one every row passes. */
  static <T> Predicate<T> among(RequestBody body, String name, Function<T, String> value) {
    List<String> wanted = body.texts(name);
    return row -> wanted == null || wanted.isEmpty() || wanted.contains(value.apply(row));
  }

  /**
   * Returns the order of rows that the query asks for.
   *
   * @param fields what the call can sort by; the first is the usual one
   * @param usual direction unless the query names one
   */
  static <T> Comparator<T> sorting(
      Map<String, String> query,
      List<String> fields,
      String usual,
      Function<T, Instant> created,
      Function<T, Instant> updated,
      Function<T, String> id) {
    String field = query.getOrDefault("sort_field", fields.get(0));
    String order = query.getOrDefault("sort_order", usual);
    oneOf(field, "sort_field", Set.copyOf(fields));
    oneOf(order, "sort_order", Set.of("ASC", "DESC"));
    Function<T, Instant> time = field.equals("update_time") ? updated : created;
    Comparator<T> ascending = Comparator.comparing(time).thenComparing(id);
    return order.equals("ASC") ? ascending : ascending.reversed();
  }

  /** Returns a value that must be absent or one of TikTok's words. */
  static @Nullable String oneOf(@Nullable String value, String name, Set<String> allowed) {
    if (value != null && !allowed.contains(value)) {
      throw Refusal.parameter("param " + name + " invalid");
    }
    return value;
  }

  /** Checks a list of the body that must be absent or hold only TikTok's words. */
  static void eachOneOf(RequestBody body, String name, Set<String> allowed) {
    List<String> values = body.texts(name);
    if (values != null) {
      values.forEach(value -> oneOf(value, "body." + name, allowed));
    }
  }
}
