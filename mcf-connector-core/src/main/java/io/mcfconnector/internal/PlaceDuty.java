// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places and stops orders at one seller's network account, the most urgent first. */
final class PlaceDuty implements DutyRun {

  private static final Duration INTERVAL = Duration.ofSeconds(30);

  /** Few enough that an order read with its batch is seconds old when its turn comes. */
  private static final int BATCH = 20;

  /**
   * With much to place, the quota makes this duty wait most of the time. A scheduler with few
   * threads must be able to poll meanwhile; a bucket that fills up in the pause loses nothing.
   */
  private static final Duration TURN = Duration.ofSeconds(10);

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final PlaceStage place;
  private final ResolveStage resolve;
  private final CancelStage cancel;
  private final DueWork dueWork;
  private final ShopTurns turns;
  private final Clock clock;

  PlaceDuty(
      FulfillmentNetwork network,
      Shops shops,
      PlaceStage place,
      ResolveStage resolve,
      CancelStage cancel,
      DueWork dueWork,
      ShopTurns turns,
      Clock clock) {
    this.network = network;
    this.shops = shops;
    this.place = place;
    this.resolve = resolve;
    this.cancel = cancel;
    this.dueWork = dueWork;
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public Duty duty() {
    return Duty.PLACE;
  }

  @Override
  public String account() {
    return network.account().value();
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    dueWork.drain(this::draw, () -> false, this::work);
  }

  @Override
  public boolean runTurn() {
    Instant end = clock.instant().plus(TURN);
    return dueWork.drain(this::draw, () -> !clock.instant().isBefore(end), this::work);
  }

  private List<RoutingRecord> draw() {
    return turns.draw(clock.instant(), BATCH);
  }

  private void work(List<RoutingRecord> due) {
    Map<OrderId, Order> orders = new HashMap<>();
    Map<ShopId, ApiException> unread = new HashMap<>();
    due.stream()
        .collect(Collectors.groupingBy(RoutingRecord::shop))
        .forEach(
            (shop, records) -> {
              try {
                orders.putAll(shops.read(records));
              } catch (ApiException problem) {
                unread.put(shop, problem);
              }
            });
    for (RoutingRecord record : due) {
      ApiException problem = unread.get(record.shop());
      if (problem != null && record.state() == RoutingState.READY) {
        // One shop's trouble must not keep the orders of the others waiting.
        dueWork.postpone(record.orderId(), problem);
      } else {
        dueWork.step(record, () -> step(record, orders.get(record.orderId())));
      }
    }
  }

  private void step(RoutingRecord record, @Nullable Order order) {
    switch (record.state()) {
      case READY -> {
        if (order == null) {
          dueWork.awaitReadable(record);
        } else {
          place.place(record, order);
        }
      }
      case PLACING -> resolve.resolve(record, order);
      default -> cancel.resolve(record, order);
    }
  }
}
