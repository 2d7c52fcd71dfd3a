// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.ShadowReport.Outcome;
import io.mcfconnector.ShadowReport.PlannedOrder;
import io.mcfconnector.ShadowReport.PlannedStock;
import io.mcfconnector.ShadowReport.PlannedTracking;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.internal.RoutingEngine;
import io.mcfconnector.internal.Settings;
import io.mcfconnector.internal.ShadowChannel;
import io.mcfconnector.internal.ShadowNetwork;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.store.InMemoryOrderStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A router that reads the real shops and the real network and writes nothing, to be compared with
 * whatever routes the orders today. It judges, places and confirms as {@link OrderRouter} does;
 * what that would write ends in the report. Thread-safe.
 *
 * <p>Reading may renew access tokens, as any call does. Listeners hear nothing.
 */
public final class Shadow {

  private static final int MOST_ORDERS = 100_000;
  private static final EnumSet<Duty> DUTIES =
      EnumSet.of(Duty.INTAKE, Duty.PLACE, Duty.SWEEP, Duty.CONFIRM, Duty.STOCK);

  private final List<SalesChannel> channels;
  private final FulfillmentNetwork network;
  private final SkuMapper skuMapper;
  private final CarrierMapper carriers;
  private final Settings settings;
  private final Clock clock;

  Shadow(
      List<SalesChannel> channels,
      FulfillmentNetwork network,
      SkuMapper skuMapper,
      CarrierMapper carriers,
      Settings settings,
      Clock clock) {
    this.channels = List.copyOf(channels);
    this.network = network;
    this.skuMapper = skuMapper;
    this.carriers = carriers;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads everything as it is now and returns what a router that starts now would do. Each run
   * begins with nothing known and keeps all it reads in memory until it ends. What fails is in the
   * report; nothing is thrown.
   */
  public ShadowReport run() {
    List<ShadowChannel> shops = channels.stream().map(ShadowChannel::new).toList();
    ShadowNetwork account = new ShadowNetwork(network);
    OrderStore store = new InMemoryOrderStore();
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    RoutingEngine engine =
        new RoutingEngine(
            List.copyOf(shops),
            account,
            store,
            skuMapper,
            carriers,
            List.of(event -> note(event, failures)),
            settings,
            clock);
    engine.run(DUTIES);
    return new ShadowReport(
        clock.instant(),
        orders(shops, account, store),
        shops.stream().flatMap(shop -> tracking(shop).stream()).toList(),
        shops.stream().flatMap(shop -> stock(shop).stream()).toList(),
        shops.stream()
            .flatMap(shop -> shop.approved().stream())
            .map(CancelRequest::orderId)
            .toList(),
        failures);
  }

  private static void note(RouterEvent event, List<String> failures) {
    if (event instanceof RouterEvent.DutyFailed failed) {
      failures.add(failed.duty() + " of " + failed.account() + ": " + said(failed.problem()));
    } else if (event instanceof RouterEvent.StepFailed failed) {
      failures.add("order " + failed.orderId() + ": " + said(failed.problem()));
    } else if (event instanceof RouterEvent.OrderUnreadable unreadable) {
      failures.add("order " + unreadable.orderId() + " is unreadable: " + unreadable.problem());
    } else if (event instanceof RouterEvent.StockUnknown unknown) {
      failures.add("the network does not know MSKU " + unknown.msku());
    }
  }

  /** Our own messages quote nobody; of any other exception the class only. */
  private static String said(RuntimeException problem) {
    return problem instanceof ConnectorException
        ? String.valueOf(problem.getMessage())
        : problem.getClass().getName();
  }

  private static List<PlannedOrder> orders(
      List<ShadowChannel> shops, ShadowNetwork account, OrderStore store) {
    List<ShopId> ids = shops.stream().map(SalesChannel::shop).toList();
    Map<FulfillmentOrderId, ShippingSpeed> created = account.created();
    return Arrays.stream(RoutingState.values())
        .flatMap(state -> store.findInState(state, ids, MOST_ORDERS).stream())
        .map(record -> planned(record, created.get(record.fulfillmentOrderId())))
        .sorted(Comparator.comparing(PlannedOrder::outcome))
        .toList();
  }

  private static PlannedOrder planned(RoutingRecord record, @Nullable ShippingSpeed speed) {
    ReviewNote review = record.review();
    return new PlannedOrder(
        record.shop(),
        record.orderId(),
        outcome(record, speed != null),
        record.fulfillmentOrderId(),
        record.units(),
        speed,
        review == null ? null : review.code(),
        review == null ? lastFinding(record) : review.message());
  }

  private static Outcome outcome(RoutingRecord record, boolean created) {
    return switch (record.state()) {
      case PLACED, SHIPPING, SHIPPED, DELIVERED -> created ? Outcome.PLACE : Outcome.AT_NETWORK;
      case HELD -> Outcome.HOLD;
      case REVIEW -> Outcome.REVIEW;
      case SKIPPED -> Outcome.SKIP;
      case CANCELLED -> Outcome.CANCELLED;
      case CANCELLING -> Outcome.STOP;
      case RECEIVED, READY, PLACING -> Outcome.RETRY;
    };
  }

  private static String lastFinding(RoutingRecord record) {
    List<Decision> decisions = record.decisions();
    if (decisions.isEmpty()) {
      return "nothing was decided";
    }
    Decision last = decisions.get(decisions.size() - 1);
    return last.rule() + ", " + last.outcome();
  }

  private static List<PlannedTracking> tracking(ShadowChannel shop) {
    List<PlannedTracking> tracking = new ArrayList<>();
    shop.confirmed()
        .forEach(
            one ->
                tracking.add(
                    new PlannedTracking(
                        one.orderId(),
                        one.lineItems().size(),
                        one.number(),
                        one.provider(),
                        false)));
    shop.corrected()
        .forEach(
            one ->
                tracking.add(
                    new PlannedTracking(one.orderId(), 0, one.number(), one.provider(), true)));
    return tracking;
  }

  private static List<PlannedStock> stock(ShadowChannel shop) {
    return shop.published().stream().map(level -> stock(shop.shop(), level)).toList();
  }

  private static PlannedStock stock(ShopId shop, Listing.StockLevel level) {
    Listing listing = level.listing();
    int shown = listing.quantities().getOrDefault(level.warehouseId(), 0);
    return new PlannedStock(shop, listing.sku(), level.warehouseId(), shown, level.quantity());
  }
}
