// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object. Amazon spells them {@code SellerId} in older types and {@code
 * sellerId} in newer ones, so upper and lower case are the same.
 */
record Fields(Map<?, ?> members) {

  static Optional<Fields> of(Object json) {
    return json instanceof Map<?, ?> members ? Optional.of(new Fields(members)) : Optional.empty();
  }

  Optional<Fields> object(String name) {
    return value(name).flatMap(Fields::of);
  }

  List<Fields> objects(String name) {
    return value(name).filter(List.class::isInstance).map(List.class::cast).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .flatMap(one -> of(one).stream())
        .toList();
  }

  /** Returns a text that is not blank, as it was sent. */
  Optional<String> text(String name) {
    return value(name)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank());
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  private Optional<Object> value(String name) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (member.getKey() instanceof String key && key.equalsIgnoreCase(name)) {
        return Optional.ofNullable(member.getValue());
      }
    }
    return Optional.empty();
  }
}
