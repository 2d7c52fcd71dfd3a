// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Our id of a fulfillment order: the same order and generation always give the same id, so that a
 * repeated create cannot become a second parcel.
 *
 * @param value letters, digits, dot, underscore and hyphen, at most 40. Amazon cannot read back ids
 *     with blanks, {@code +} or {@code #}.
 */
public record FulfillmentOrderId(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text breaks the rule for ids
   */
  public FulfillmentOrderId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "FulfillmentOrderId must match " + ALLOWED.pattern() + ", but is '" + value + "'");
    }
  }

  /** Returns the id of this text. */
  public static FulfillmentOrderId of(String value) {
    return new FulfillmentOrderId(value);
  }

  /**
   * Returns the id of an order's fulfillment order, such as {@code TTS-576461413038785752}; from
   * the second generation on with its number, such as {@code TTS-576461413038785752-2}.
   *
   * @param channel code of the sales channel
   * @param order the order
   * @param generation 1 for the first fulfillment order; a higher number only by a person's
   *     decision
   */
  public static FulfillmentOrderId of(String channel, OrderId order, int generation) {
    if (generation < 1) {
      throw new IllegalArgumentException("generation starts at 1, but is " + generation);
    }
    String first = channel + "-" + order.value();
    return new FulfillmentOrderId(generation == 1 ? first : first + "-" + generation);
  }

  /**
   * Returns the orders this id may stand for, the likeliest first; none when the id is not one that
   * {@link #of(String, OrderId, int)} makes for the channel.
   */
  public List<OrderId> possibleOrders(String channel) {
    String prefix = channel + "-";
    if (!value.startsWith(prefix) || value.length() == prefix.length()) {
      return List.of();
    }
    String rest = value.substring(prefix.length());
    int hyphen = rest.lastIndexOf('-');
    return hyphen < 1
        ? List.of(OrderId.of(rest))
        : List.of(OrderId.of(rest.substring(0, hyphen)), OrderId.of(rest));
  }

  @Override
  public String toString() {
    return value;
  }
}
