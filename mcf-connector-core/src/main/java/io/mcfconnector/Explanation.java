// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import java.util.List;

/**
 * The story of an order, for people: {@link #toString()} prints one line for each decision. Holds
 * no buyer data.
 *
 * @param orderId the order
 * @param state where it is now
 * @param decisions what was decided, oldest first
 */
public record Explanation(OrderId orderId, RoutingState state, List<Decision> decisions) {

  /** Copies the list. */
  public Explanation {
    decisions = List.copyOf(decisions);
  }

  static Explanation of(RoutingRecord record) {
    return new Explanation(record.orderId(), record.state(), record.decisions());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Order ").append(orderId).append(" is ").append(state);
    for (Decision decision : decisions) {
      text.append(System.lineSeparator())
          .append("  ")
          .append(decision.at())
          .append("  ")
          .append(decision.stage())
          .append('/')
          .append(decision.rule())
          .append(": ")
          .append(decision.outcome());
      if (!decision.facts().isEmpty()) {
        text.append(' ').append(decision.facts());
      }
    }
    return text.toString();
  }
}
