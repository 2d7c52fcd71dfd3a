// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps numbers that are not the network's own from the orders of warehouses that the channel would
 * switch off for them. Counts those that get there all the same, each before it is sent, so that no
 * crash makes the count too low. Thread-safe.
 */
final class WarehouseGuard {

  private static final Logger log = LoggerFactory.getLogger(WarehouseGuard.class);

  /** The channel switches a warehouse off at five (TikTok Shop's guide for MCF warehouses). */
  private static final int MOST = 4;

  private static final int ALARM_FROM = 2;

  private final OrderStore store;
  private final Events events;
  private final Clock clock;

  WarehouseGuard(OrderStore store, Events events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Returns why the channel is not told the number of a parcel, at first or as a correction; empty
   * when it may be told. A number that is not the network's own may go only when a person released
   * it and the warehouse has room; it is counted by then.
   *
   * @param order asked for only when it matters
   */
  Optional<ReviewNote> holdBack(
      RoutingRecord record,
      ShipmentPackage parcel,
      ShippingProviderId provider,
      List<ShippingProvider> offered,
      SalesChannel channel,
      Supplier<Order> order) {
    if (isNetworks(parcel, provider, offered) || channel.guardedWarehouses().isEmpty()) {
      return Optional.empty();
    }
    TrackingNumber number = Objects.requireNonNull(parcel.trackingNumber());
    Set<String> warehouses = warehousesOf(order.get().warehouseId(), channel);
    boolean released = record.released().contains(ruleOf(number));
    boolean mayGo =
        warehouses.stream()
            .allMatch(warehouse -> released && takes(channel, warehouse, record, number));
    warehouses.forEach(warehouse -> alarm(channel, warehouse));
    return mayGo
        ? Optional.empty()
        : Optional.of(note(record, number, warehouses, most(channel, warehouses)));
  }

  /**
   * Counts the numbers that somebody gave the channel for an order of such a warehouse, by hand or
   * by other software.
   */
  void look(SalesChannel channel, Order order, @Nullable RoutingRecord record) {
    if (channel.guardedWarehouses().isEmpty()) {
      return;
    }
    Set<TrackingNumber> foreign = foreignNumbers(order, record);
    if (foreign.isEmpty()) {
      return;
    }
    for (String warehouse : warehousesOf(order.warehouseId(), channel)) {
      for (TrackingNumber number : foreign) {
        count(channel, warehouse, order.id(), number, Integer.MAX_VALUE);
      }
      alarm(channel, warehouse);
    }
  }

  private static Set<TrackingNumber> foreignNumbers(Order order, @Nullable RoutingRecord record) {
    List<TrackedPackage> parcels = record == null ? List.of() : record.packages();
    Set<TrackingNumber> networks =
        parcels.stream()
            .map(TrackedPackage::parcel)
            .filter(CarrierMapper::isMovedByNetwork)
            .map(ShipmentPackage::trackingNumber)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return order.lineItems().stream()
        .map(LineItem::shippedIn)
        .filter(Objects::nonNull)
        .map(LineItem.ShippedIn::trackingNumber)
        .filter(Objects::nonNull)
        .filter(number -> !CarrierMapper.isNetworkNumber(number) && !networks.contains(number))
        .collect(Collectors.toSet());
  }

  /** Where the channel offers a provider of the network's name, it takes no other for its own. */
  private static boolean isNetworks(
      ShipmentPackage parcel, ShippingProviderId provider, List<ShippingProvider> offered) {
    List<ShippingProvider> networks =
        offered.stream()
            .filter(one -> one.name().toUpperCase(Locale.ROOT).contains("AMAZON"))
            .toList();
    return CarrierMapper.isMovedByNetwork(parcel)
        && (networks.isEmpty() || networks.stream().anyMatch(one -> one.id().equals(provider)));
  }

  /** Returns the guarded warehouses that the order may belong to: any, when it names none. */
  private static Set<String> warehousesOf(@Nullable String named, SalesChannel channel) {
    Set<String> warehouses = new TreeSet<>(channel.guardedWarehouses());
    if (named != null) {
      warehouses.retainAll(Set.of(named));
    }
    return warehouses;
  }

  /** Counted first; numbers entered by hand since then may have used the room up. */
  private boolean takes(
      SalesChannel channel, String warehouse, RoutingRecord record, TrackingNumber number) {
    return count(channel, warehouse, record.orderId(), number, MOST)
        && store.tallied(tallyOf(channel, warehouse)) <= MOST;
  }

  private boolean count(
      SalesChannel channel, String warehouse, OrderId order, TrackingNumber number, int limit) {
    return store.tally(tallyOf(channel, warehouse), order + "/" + number, limit);
  }

  private int most(SalesChannel channel, Set<String> warehouses) {
    return warehouses.stream()
        .mapToInt(warehouse -> store.tallied(tallyOf(channel, warehouse)))
        .max()
        .orElse(0);
  }

  private void alarm(SalesChannel channel, String warehouse) {
    String tally = tallyOf(channel, warehouse);
    int count = store.tallied(tally);
    String told = tally + "/" + count;
    if (count >= ALARM_FROM && store.watermark(told).isEmpty()) {
      ShopId shop = channel.shop();
      Instant now = clock.instant();
      log.warn(
          "Warehouse {} of shop {} has {} parcels with numbers that are not the network's own; the"
              + " channel switches it off at five. Enter no further ones for its orders.",
          warehouse,
          shop,
          count);
      // Saved last: better told twice than never.
      events.publish(new RouterEvent.WarehouseAtRisk(now, shop, warehouse, count));
      store.saveWatermark(told, now);
    }
  }

  private ReviewNote note(
      RoutingRecord record, TrackingNumber number, Set<String> warehouses, int count) {
    boolean room = count < MOST;
    Map<String, String> facts = new HashMap<>();
    facts.put("number", number.value());
    facts.put("warehouse", String.join(", ", warehouses));
    facts.put("count", String.valueOf(count));
    facts.put("limit", String.valueOf(MOST));
    if (room) {
      facts.put(ReviewNote.RELEASABLE_RULE, ruleOf(number));
    }
    String message =
        "Parcel number "
            + number
            + " is not the network's own, and the channel switches the order's warehouse off at five"
            + " such parcels; it has "
            + count
            + ". Nothing was sent. Ask the network for its own number, then try again"
            + (room
                ? "; or release this number, which counts as one more."
                : ". No further number is released for this warehouse; ask the channel's support.");
    return new ReviewNote(
        ReviewCode.WAREHOUSE_GUARD, message, facts, clock.instant(), record.stateBehindReview());
  }

  private static String ruleOf(TrackingNumber number) {
    return "warehouse-guard/" + number;
  }

  private static String tallyOf(SalesChannel channel, String warehouse) {
    return "warehouse/" + channel.code() + "/" + channel.shop() + "/" + warehouse;
  }
}
