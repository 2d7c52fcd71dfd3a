// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The shops of this router and how to read their orders as they are now. */
final class Shops {

  private final Map<ShopId, SalesChannel> channels = new LinkedHashMap<>();
  private final Events events;
  private final Clock clock;

  Shops(List<SalesChannel> channels, Events events, Clock clock) {
    channels.forEach(channel -> this.channels.put(channel.shop(), channel));
    this.events = events;
    this.clock = clock;
  }

  Collection<ShopId> ids() {
    return channels.keySet();
  }

  Collection<SalesChannel> all() {
    return channels.values();
  }

  SalesChannel of(ShopId shop) {
    SalesChannel channel = channels.get(shop);
    if (channel == null) {
      throw new IllegalStateException("this router does not serve shop " + shop);
    }
    return channel;
  }

  /** Reads the orders of these records, one call for many; those not shown are absent. */
  Map<OrderId, Order> read(Collection<RoutingRecord> records) {
    Map<OrderId, Order> orders = new HashMap<>();
    Map<ShopId, List<RoutingRecord>> byShop =
        records.stream().collect(Collectors.groupingBy(RoutingRecord::shop));
    byShop.forEach(
        (shop, ofShop) -> {
          List<OrderId> ids = ofShop.stream().map(RoutingRecord::orderId).toList();
          OrderPage page = of(shop).findOrders(ids);
          reportUnreadable(shop, page);
          page.orders().forEach(order -> orders.put(order.id(), order));
        });
    return orders;
  }

  /**
   * Reads an order at the first of these shops that shows it.
   *
   * @throws ApiException when none shows it and not all could be asked
   */
  Optional<Order> find(OrderId orderId, Collection<ShopId> candidates) {
    ApiException firstProblem = null;
    for (ShopId shop : candidates) {
      try {
        OrderPage page = of(shop).findOrders(List.of(orderId));
        reportUnreadable(shop, page);
        Optional<Order> found =
            page.orders().stream().filter(order -> order.id().equals(orderId)).findFirst();
        if (found.isPresent()) {
          return found;
        }
      } catch (ApiException problem) {
        firstProblem = firstProblem == null ? problem : firstProblem;
      }
    }
    if (firstProblem != null) {
      throw firstProblem;
    }
    return Optional.empty();
  }

  /**
   * Reads the order of a record at its shop.
   *
   * @throws ApiException when it cannot be read, or the shop does not show it now
   */
  Order require(RoutingRecord record) {
    return find(record.orderId(), List.of(record.shop()))
        .orElseThrow(
            () ->
                ApiException.builder("findOrders", FailureKind.UNAVAILABLE)
                    .detail("the channel does not show order " + record.orderId() + " now")
                    .build());
  }

  void reportUnreadable(ShopId shop, OrderPage page) {
    for (OrderPage.UnreadableOrder unreadable : page.unreadable()) {
      events.publish(
          new RouterEvent.OrderUnreadable(
              clock.instant(), shop, unreadable.id(), unreadable.problem()));
    }
  }
}
