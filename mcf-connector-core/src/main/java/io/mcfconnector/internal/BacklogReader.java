// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what waits from the store, page by page, and what becomes of it. Keeps some two hundred
 * bytes for each order that waits to be placed, and nothing of any other.
 */
final class BacklogReader {

  private static final int PAGE = 500;

  /** Where orders are that the network has, or that a person holds. */
  private static final List<RoutingState> OPEN =
      List.of(RoutingState.PLACED, RoutingState.SHIPPING, RoutingState.REVIEW);

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final OrderStore store;
  private final Settings settings;
  private final Clock clock;

  BacklogReader(
      FulfillmentNetwork network, Shops shops, OrderStore store, Settings settings, Clock clock) {
    this.network = network;
    this.shops = shops;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** Returns every order that waits to be placed. */
  List<WaitingOrder> waiting() {
    Instant now = clock.instant();
    Map<ShopId, WaitingOrder.Polls> polls = new HashMap<>();
    shops.all().forEach(channel -> polls.put(channel.shop(), pollsOf(channel, now)));
    List<WaitingOrder> waiting = new ArrayList<>();
    for (RoutingState state : WaitingOrder.STATES) {
      forEach(
          state,
          record ->
              waiting.add(
                  WaitingOrder.of(record, now, Objects.requireNonNull(polls.get(record.shop())))));
    }
    return waiting;
  }

  private WaitingOrder.Polls pollsOf(SalesChannel channel, Instant now) {
    Duration interval = settings.orderPoll();
    Instant next =
        store
            .watermark(IntakeDuty.NARROW + channel.code() + "/" + channel.shop())
            .map(last -> last.plus(interval))
            .filter(time -> time.isAfter(now) && !time.isAfter(now.plus(interval)))
            .orElse(now);
    return new WaitingOrder.Polls(next, interval);
  }

  /** Returns when these orders will be placed. */
  PlacingForecast forecast(List<WaitingOrder> waiting) {
    return PlacingForecast.of(waiting, network.createAllowance(), clock.instant());
  }

  /** Hands over each order that was placed, or waits for a person, and is not shipped. */
  void forEachOpen(Consumer<RoutingRecord> consumer) {
    for (RoutingState state : OPEN) {
      forEach(
          state,
          record -> {
            if (isOpen(record)) {
              consumer.accept(record);
            }
          });
    }
  }

  /** Returns the backlog as it is now. */
  Backlog read() {
    Instant now = clock.instant();
    Optional<CallAllowance> allowance = network.createAllowance();
    List<WaitingOrder> waiting = waiting();
    PlacingForecast forecast = PlacingForecast.of(waiting, allowance, now);
    Map<ShopId, Backlog.Waiting> byShop = new LinkedHashMap<>();
    shops.ids().forEach(shop -> byShop.put(shop, Backlog.Waiting.NOTHING));
    Dispatches dispatches = new Dispatches(now);
    for (WaitingOrder order : waiting) {
      byShop.merge(order.shop(), counted(order), Backlog.Waiting::plus);
      dispatches.count(order.shipBy(), forecast.of(order));
    }
    forEachOpen(
        record ->
            dispatches.count(
                record.deadlines().shipBy(),
                // Nobody can tell when the network ships; it is not late before its clock.
                record.state() == RoutingState.REVIEW ? null : now));
    return new Backlog(
        now, byShop, allowance.isPresent() ? forecast.last() : null, dispatches.result());
  }

  private static Backlog.Waiting counted(WaitingOrder order) {
    if (order.free() == null) {
      return new Backlog.Waiting(0, 0, 0, 1);
    }
    return switch (order.state()) {
      case READY -> new Backlog.Waiting(1, 0, 0, 0);
      case PLACING -> new Backlog.Waiting(0, 1, 0, 0);
      default -> new Backlog.Waiting(0, 0, 1, 0);
    };
  }

  /** Returns whether the channel lacks tracking that is still to come for an order. */
  static boolean isOpen(RoutingRecord record) {
    RoutingState behind = record.stateBehindReview();
    return !behind.isEnd()
        && behind != RoutingState.SHIPPED
        && behind != RoutingState.CANCELLING
        && !isConfirmed(record);
  }

  private static boolean isConfirmed(RoutingRecord record) {
    Set<LineItemId> confirmed = record.confirmedLineItems();
    return !confirmed.isEmpty()
        && record.lineItems().stream().allMatch(item -> confirmed.contains(item.id()));
  }

  private void forEach(RoutingState state, Consumer<RoutingRecord> consumer) {
    for (ShopId shop : shops.ids()) {
      List<RoutingRecord> page = store.findInState(state, shop, null, PAGE);
      while (!page.isEmpty()) {
        page.forEach(consumer);
        page =
            page.size() < PAGE
                ? List.of()
                : store.findInState(state, shop, page.get(page.size() - 1), PAGE);
      }
    }
  }

  /** Counts ship-by clocks. */
  private static final class Dispatches {
    private final Instant now;
    private int orders;
    private int late;
    private int willBeLate;

    private Dispatches(Instant now) {
      this.now = now;
    }

    /**
     * Counts an order.
     *
     * @param goes when it is expected to be at the network; {@code null} = not by itself
     */
    private void count(@Nullable Instant shipBy, @Nullable Instant goes) {
      if (shipBy == null) {
        return;
      }
      orders++;
      if (!shipBy.isAfter(now)) {
        late++;
      } else if (goes == null || goes.isAfter(shipBy)) {
        willBeLate++;
      }
    }

    private Backlog.Dispatch result() {
      return new Backlog.Dispatch(orders, late, willBeLate);
    }
  }
}
