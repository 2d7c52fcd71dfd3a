// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the record behind a fulfillment order of the network: one of ours, or an adopted one. */
final class RecordsByFulfillment {

  private static final String ADOPTED = "take-over/adopted/";

  private static final int MOST_ADOPTERS = 50;

  private final Shops shops;
  private final OrderStore store;

  RecordsByFulfillment(Shops shops, OrderStore store) {
    this.shops = shops;
    this.store = store;
  }

  /** Returns the record whose fulfillment order this is or was; ids of others give nothing. */
  Optional<RoutingRecord> find(FulfillmentOrderId id) {
    return first(possibleOrders(id), id).or(() -> first(adopters(id), id));
  }

  private Optional<RoutingRecord> first(Stream<OrderId> orders, FulfillmentOrderId id) {
    return orders
        .map(store::find)
        .flatMap(Optional::stream)
        .filter(record -> record.generationOf(id).isPresent())
        .findFirst();
  }

  /** Remembers which order adopts a fulfillment order, before its record says so. */
  void remember(FulfillmentOrderId adopted, OrderId by) {
    // Two orders may be named by one fulfillment order; its record tells which one has it.
    store.tally(ADOPTED + adopted, by.value(), MOST_ADOPTERS);
  }

  /** Returns the orders that this router would have made a fulfillment order of this id for. */
  Stream<OrderId> possibleOrders(FulfillmentOrderId id) {
    return shops.all().stream()
        .map(SalesChannel::code)
        .distinct()
        .flatMap(code -> id.possibleOrders(code).stream());
  }

  private Stream<OrderId> adopters(FulfillmentOrderId id) {
    return store.entries(ADOPTED + id).stream().map(OrderId::of);
  }
}
