// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.validation.OrderValidator;

/**
 * The destinations that create calls carried. A channel may hide the address of an order between an
 * uncertain create and its repeat; the one kept stands in for it then. An address that the channel
 * shows is the newer truth.
 */
final class KeptDestinations {

  private final OrderStore store;
  private final OrderValidator validator;

  KeptDestinations(OrderStore store, OrderValidator validator) {
    this.store = store;
    this.validator = validator;
  }

  /** Returns the order with the destination its create carried, if the channel hides it now. */
  Order complete(RoutingRecord record, Order order) {
    if (!record.needsDestination() || !isHidden(order)) {
      return order;
    }
    return store
        .destination(record.orderId())
        .map(kept -> order.toBuilder().destination(kept).build())
        .orElse(order);
  }

  private boolean isHidden(Order order) {
    return validator.validate(order).violations().stream()
        .anyMatch(violation -> violation.code() == ReviewCode.ADDRESS_MASKED);
  }
}
