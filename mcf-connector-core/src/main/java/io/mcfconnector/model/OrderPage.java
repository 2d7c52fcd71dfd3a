// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders as one answer of the sales channel gave them. One broken order never hides the others.
 *
 * @param orders the readable ones
 * @param unreadable the others
 * @param nextPage where to go on; {@code null} = this was the last page
 */
public record OrderPage(
    List<Order> orders, List<UnreadableOrder> unreadable, @Nullable String nextPage) {

  /** Copies the lists. */
  public OrderPage {
    orders = List.copyOf(orders);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * An order that could not be read.
   *
   * @param id its id, when at least that was readable
   * @param problem what was wrong where, without any value of the order
   */
  public record UnreadableOrder(@Nullable OrderId id, String problem) {}
}
