// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.List;

/**
 * Our request to ship an order, complete and valid.
 *
 * @param id our id, fixed by order and generation
 * @param orderId the buyer's order
 * @param orderedAt when the buyer ordered
 * @param speed the service level
 * @param destination where it goes; buyer data
 * @param items what to ship
 */
public record FulfillmentOrder(
    FulfillmentOrderId id,
    OrderId orderId,
    Instant orderedAt,
    ShippingSpeed speed,
    Address destination,
    List<FulfillmentOrderItem> items) {

  /** Copies the list. */
  public FulfillmentOrder {
    items = List.copyOf(items);
  }

  /** Returns this order with another service level. */
  public FulfillmentOrder at(ShippingSpeed other) {
    return new FulfillmentOrder(id, orderId, orderedAt, other, destination, items);
  }

  @Override
  public String toString() {
    return "FulfillmentOrder[" + id + ", " + items.size() + " items, to " + destination + "]";
  }
}
