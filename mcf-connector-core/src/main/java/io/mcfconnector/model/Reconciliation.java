// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sales channel, store and network showed when they were compared for a time range. Holds no
 * buyer data.
 *
 * @param at when the comparison began
 * @param from start of the range, inclusive
 * @param to end of the range, exclusive
 * @param read how much was compared
 * @param unexplained how many differences need a person or are older than the promise allows
 * @param explained how many are work under way, or known to a person
 * @param differences the differences, those that are unexplained first; at most 10,000 of each
 */
public record Reconciliation(
    Instant at,
    Instant from,
    Instant to,
    Read read,
    int unexplained,
    int explained,
    List<Difference> differences) {

  /** Copies the list. */
  public Reconciliation {
    differences = List.copyOf(differences);
  }

  /** Returns whether nothing is unexplained. */
  public boolean isClean() {
    return unexplained == 0;
  }

  /**
   * How much was compared.
   *
   * @param channelOrders orders that the channel showed
   * @param records orders that are on record
   * @param fulfillmentOrders fulfillment orders that the network showed, those of others included
   */
  public record Read(int channelOrders, int records, int fulfillmentOrders) {}

  /** Returns everything as JSON for scripts. */
  public String toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", at.toString());
    json.put("from", from.toString());
    json.put("to", to.toString());
    json.put("clean", isClean());
    json.put("channelOrders", read.channelOrders());
    json.put("records", read.records());
    json.put("fulfillmentOrders", read.fulfillmentOrders());
    json.put("unexplained", unexplained);
    json.put("explained", explained);
    json.put("differences", differences.stream().map(Difference::toMap).toList());
    return JsonText.of(json);
  }

  /** Returns everything as text for people: a summary, then one line for each difference. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder()
            .append(from)
            .append(" to ")
            .append(to)
            .append(": ")
            .append(read.channelOrders())
            .append(" orders at the channel, ")
            .append(read.records())
            .append(" on record, ")
            .append(read.fulfillmentOrders())
            .append(" at the network; ")
            .append(unexplained)
            .append(" differences unexplained, ")
            .append(explained)
            .append(" explained");
    differences.forEach(
        difference -> text.append(System.lineSeparator()).append("  ").append(difference));
    return text.toString();
  }
}
