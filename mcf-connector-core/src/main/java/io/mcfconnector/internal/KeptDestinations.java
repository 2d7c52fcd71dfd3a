// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.validation.OrderValidator;
import java.util.Optional;

/**
 * The destinations in the store: those that create calls carried, and those that a person
 * corrected. A channel may hide the address of an order between an uncertain create and its repeat;
 * the one kept stands in for it then. A corrected one also stands in for the address that it
 * corrects. Any other address that the channel shows is the newer truth.
 */
final class KeptDestinations {

  private final OrderStore store;
  private final OrderValidator validator;

  KeptDestinations(OrderStore store, OrderValidator validator) {
    this.store = store;
    this.validator = validator;
  }

  /**
   * Returns the order with the destination it goes to: none when its correction is no longer kept,
   * since nobody wants it at the address that was corrected.
   */
  Order complete(RoutingRecord record, Order order) {
    if (!record.needsDestination()) {
      return order;
    }
    if (isHidden(order)) {
      Optional<Address> kept = store.destination(record.orderId());
      return kept.isEmpty() ? order : order.toBuilder().destination(kept.get()).build();
    }
    return isCorrected(record, order)
        ? order.toBuilder().destination(store.destination(record.orderId()).orElse(null)).build()
        : order;
  }

  /** Returns whether a person's correction counts for the order as the channel shows it now. */
  boolean isCorrected(RoutingRecord record, Order order) {
    AddressFingerprint corrected = record.correctedFrom();
    Address shown = order.destination();
    return corrected != null
        && (shown == null
            || isHidden(order)
            || corrected.equals(AddressWatch.fingerprintOf(shown)));
  }

  /** Returns whether the channel shows less than the whole destination. */
  boolean isHidden(Order order) {
    return validator.validate(order).violations().stream()
        .anyMatch(violation -> violation.code() == ReviewCode.ADDRESS_MASKED);
  }
}
