// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fulfillment order as the network's list names it: of this router, of another tool, or entered
 * by hand.
 *
 * @param id the id it was created with; other tools use characters and lengths that {@link
 *     FulfillmentOrderId} does not allow
 * @param displayableId the order number that the recipient sees; absent when the network has none
 */
public record ListedOrder(String id, @Nullable String displayableId) {

  /** TikTok Shop's order ids, with no digit before or after them. */
  private static final Pattern ORDER_ID = Pattern.compile("(?<![0-9])[0-9]{15,20}(?![0-9])");

  /**
   * Returns the orders that it may have been made for: every order id of 15 to 20 digits that one
   * of its names is, or holds between other characters. A longer row of digits names none.
   */
  public Set<OrderId> namedOrders() {
    Set<OrderId> named = new LinkedHashSet<>();
    addNamed(id, named);
    if (displayableId != null) {
      addNamed(displayableId, named);
    }
    return named;
  }

  private static void addNamed(String name, Set<OrderId> named) {
    Matcher matcher = ORDER_ID.matcher(name);
    while (matcher.find()) {
      named.add(OrderId.of(matcher.group()));
    }
  }
}
