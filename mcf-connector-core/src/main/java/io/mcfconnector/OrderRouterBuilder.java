// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.internal.RoutingEngine;
import io.mcfconnector.internal.Settings;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Configures an {@link OrderRouter}. Sales channel, network, store, scheduler and SKU mapping have
 * no default, since a silent one could lose an order or ship the wrong thing. Not thread-safe.
 */
public final class OrderRouterBuilder {

  private final List<SalesChannel> channels = new ArrayList<>();
  private final List<RouterListener> listeners = new ArrayList<>();
  private @Nullable FulfillmentNetwork network;
  private @Nullable OrderStore store;
  private @Nullable TaskScheduler scheduler;
  private @Nullable SkuMapper skuMapper;
  private CarrierMapper carrierMapper = CarrierMapper.byName();
  private Clock clock = Clock.systemUTC();
  private Duration orderPollInterval = Duration.ofMinutes(1);
  private Duration trackingSyncInterval = Duration.ofMinutes(5);
  private Duration inventorySyncInterval = Duration.ofMinutes(15);
  private Duration lookback = Duration.ofDays(1);
  private Duration hold = Duration.ZERO;
  private Duration settleTime = Duration.ofMinutes(30);
  private Duration addressRetention = Duration.ofDays(7);
  private Duration unknownStockGrace = Duration.ofHours(1);
  private int safetyStock;

  OrderRouterBuilder() {}

  /** Adds a shop; call it again for each further shop of the same seller. Required. */
  public OrderRouterBuilder salesChannel(SalesChannel channel) {
    channels.add(channel);
    return this;
  }

  /** Sets who ships. Required. */
  public OrderRouterBuilder fulfillmentNetwork(FulfillmentNetwork network) {
    this.network = network;
    return this;
  }

  /** Sets where the router keeps what it knows. Required. */
  public OrderRouterBuilder store(OrderStore store) {
    this.store = store;
    return this;
  }

  /** Sets what repeats the duties after {@link OrderRouter#start()}. Required. */
  public OrderRouterBuilder scheduler(TaskScheduler scheduler) {
    this.scheduler = scheduler;
    return this;
  }

  /** Sets what to ship for a SKU of the channel. Required. */
  public OrderRouterBuilder skuMapper(SkuMapper skuMapper) {
    this.skuMapper = skuMapper;
    return this;
  }

  /** Sets how a shipping provider is chosen; {@link CarrierMapper#byName()} unless set. */
  public OrderRouterBuilder carrierMapper(CarrierMapper carrierMapper) {
    this.carrierMapper = carrierMapper;
    return this;
  }

  /** Adds a listener. */
  public OrderRouterBuilder listener(RouterListener listener) {
    listeners.add(listener);
    return this;
  }

  /** Sets the clock; the system's in UTC unless set. */
  public OrderRouterBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Sets the time between two polls of a shop; 1 min unless set. */
  public OrderRouterBuilder orderPollInterval(Duration interval) {
    this.orderPollInterval = interval;
    return this;
  }

  /** Sets the time between two looks for shipments; 5 min unless set. */
  public OrderRouterBuilder trackingSyncInterval(Duration interval) {
    this.trackingSyncInterval = interval;
    return this;
  }

  /** Sets the time between two stock cycles; 15 min unless set. */
  public OrderRouterBuilder inventorySyncInterval(Duration interval) {
    this.inventorySyncInterval = interval;
    return this;
  }

  /**
   * Sets how far back the first poll reads, and each half hour a poll that catches what the others
   * missed; 1 day unless set. Orders that another tool routed in that time and did not confirm yet
   * would be routed again.
   */
  public OrderRouterBuilder lookback(Duration lookback) {
    this.lookback = lookback;
    return this;
  }

  /**
   * Sets the time after payment before an order may go; none unless set. TikTok's own hold of one
   * hour is kept anyway. A shop that approves cancellations by itself for some hours wants at least
   * these.
   */
  public OrderRouterBuilder hold(Duration hold) {
    this.hold = hold;
    return this;
  }

  /**
   * Sets the units of each SKU that are never offered; 0 unless set.
   *
   * <p>Listings that share a SKU, in one shop or in several, share its stock, and each shows the
   * full figure: the last unit may be sold twice before the next stock cycle. This buffer is the
   * guard against that.
   */
  public OrderRouterBuilder safetyStock(int units) {
    this.safetyStock = units;
    return this;
  }

  /** Sets the time after which the network's count contains a placed order; 30 min unless set. */
  public OrderRouterBuilder settleTime(Duration settleTime) {
    this.settleTime = settleTime;
    return this;
  }

  /**
   * Sets the time after which the address of an order that is still not placed for certain is
   * erased; 7 days unless set. The address is kept from the moment before the create call, and
   * erased at once when the network is known to have the order.
   */
  public OrderRouterBuilder addressRetention(Duration retention) {
    this.addressRetention = retention;
    return this;
  }

  /**
   * Sets the time a SKU may be unknown at the network before its stock is published as zero; 1 h
   * unless set.
   */
  public OrderRouterBuilder unknownStockGrace(Duration grace) {
    this.unknownStockGrace = grace;
    return this;
  }

  /**
   * Returns the router; nothing runs yet.
   *
   * @throws ConfigurationException that lists every problem
   */
  public OrderRouter build() {
    List<String> problems = new ArrayList<>();
    if (channels.isEmpty()) {
      problems.add("salesChannel is required: at least one");
    }
    if (channels.stream().map(SalesChannel::shop).distinct().count() < channels.size()) {
      problems.add("salesChannel names the same shop twice");
    }
    FulfillmentNetwork network = required(this.network, "fulfillmentNetwork", problems);
    OrderStore store = required(this.store, "store", problems);
    TaskScheduler scheduler = required(this.scheduler, "scheduler", problems);
    SkuMapper skuMapper = required(this.skuMapper, "skuMapper", problems);
    positive(orderPollInterval, "orderPollInterval", problems);
    positive(trackingSyncInterval, "trackingSyncInterval", problems);
    positive(inventorySyncInterval, "inventorySyncInterval", problems);
    notNegative(lookback, "lookback", problems);
    notNegative(hold, "hold", problems);
    notNegative(settleTime, "settleTime", problems);
    positive(addressRetention, "addressRetention", problems);
    notNegative(unknownStockGrace, "unknownStockGrace", problems);
    if (safetyStock < 0) {
      problems.add("safetyStock must not be negative, but is " + safetyStock);
    }
    if (!problems.isEmpty()
        || network == null
        || store == null
        || scheduler == null
        || skuMapper == null) {
      throw new ConfigurationException(problems);
    }
    Settings settings =
        new Settings(
            orderPollInterval,
            trackingSyncInterval,
            inventorySyncInterval,
            lookback,
            hold,
            safetyStock,
            settleTime,
            addressRetention,
            unknownStockGrace);
    RoutingEngine engine =
        new RoutingEngine(
            channels, network, store, skuMapper, carrierMapper, listeners, settings, clock);
    return new DefaultOrderRouter(engine, scheduler, clock);
  }

  private static <T> @Nullable T required(
      @Nullable T value, String property, List<String> problems) {
    if (value == null) {
      problems.add(property + " is required");
    }
    return value;
  }

  private static void positive(Duration value, String property, List<String> problems) {
    if (value.isNegative() || value.isZero()) {
      problems.add(property + " must be longer than zero, but is " + value);
    }
  }

  private static void notNegative(Duration value, String property, List<String> problems) {
    if (value.isNegative()) {
      problems.add(property + " must not be negative, but is " + value);
    }
  }
}
