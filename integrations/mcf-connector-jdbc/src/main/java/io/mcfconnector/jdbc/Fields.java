// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a JSON object to be stored, in their order. What is absent or empty is left out. */
final class Fields {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a part: a number, or anything whose text is its stored form. */
  Fields put(String name, @Nullable Object value) {
    if (value != null) {
      boolean json = value instanceof Number || value instanceof Map;
      values.put(name, json ? value : value.toString());
    }
    return this;
  }

  /** Adds a list. */
  <T> Fields putAll(String name, List<T> elements, Function<T, ?> form) {
    if (!elements.isEmpty()) {
      values.put(name, elements.stream().map(form).toList());
    }
    return this;
  }

  Map<String, Object> toMap() {
    return values;
  }
}
