// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A point on which sales channel, store and network disagree about an order. Holds no buyer data.
 *
 * @param kind what disagrees
 * @param orderId the order
 * @param since when it began, as far as the three tell
 * @param age how old it was when it was seen
 * @param isExplained whether it is work under way within the promise, or waits for a person who
 *     knows of it
 * @param repair what ends it: a duty by itself, or what a person does
 * @param facts the particulars, such as {@code fulfillmentOrderId}
 */
public record Difference(
    DifferenceKind kind,
    OrderId orderId,
    Instant since,
    Duration age,
    boolean isExplained,
    String repair,
    Map<String, String> facts) {

  /** Copies the map. */
  public Difference {
    facts = Map.copyOf(facts);
  }

  /** Returns one line for people. */
  @Override
  public String toString() {
    return (isExplained ? "explained    " : "unexplained  ")
        + kind
        + "  order "
        + orderId
        + ", for "
        + age
        + (facts.isEmpty() ? "" : " " + new TreeMap<>(facts))
        + ": "
        + kind.sentence()
        + " "
        + repair;
  }

  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", kind.name());
    json.put("orderId", orderId.value());
    json.put("explained", isExplained);
    json.put("since", since.toString());
    json.put("age", age.toString());
    json.put("meaning", kind.sentence());
    json.put("repair", repair);
    json.put("facts", new TreeMap<>(facts));
    return json;
  }
}
