// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;

/**
 * An order of the demo.
 *
 * @param kind what is special about it
 * @param order what the buyer orders
 * @param expected where it has to end by itself
 * @param afterRepair where it has to end when a person repaired what needs one
 */
public record DemoOrder(
    String kind, SimulatedOrder order, RoutingState expected, RoutingState afterRepair) {

  /** Returns whether a person repairs it. */
  public boolean isRepaired() {
    return expected == RoutingState.REVIEW;
  }

  /** Returns its id. */
  public OrderId id() {
    return OrderId.of(order.id());
  }
}
