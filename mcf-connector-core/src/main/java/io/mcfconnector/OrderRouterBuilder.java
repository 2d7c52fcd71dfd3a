// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.internal.RoutingEngine;
import io.mcfconnector.internal.Settings;
import io.mcfconnector.internal.eligibility.EligibilityOptions;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.MixedCartPolicy;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.RoutingPolicy;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.StockPolicy;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.validation.OrderValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Configures an {@link OrderRouter}. Sales channel, network, store, scheduler and SKU mapping have
 * no default, since a silent one could lose an order or ship the wrong thing. Not thread-safe.
 */
public final class OrderRouterBuilder {

  private static final Duration LONGEST_HOLD = Duration.ofDays(3);

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
  private Duration takeOver = Duration.ofDays(14);
  private Duration hold = Duration.ZERO;
  private boolean dangerousGoods;
  private @Nullable Money maxOrderValue;
  private @Nullable Integer maxOrderUnits;
  private RoutingPolicy routingPolicy = RoutingPolicy.allOrders();
  private Duration settleTime = Duration.ofMinutes(30);
  private Duration addressRetention = Duration.ofDays(7);
  private Duration deadlineMargin = Duration.ofHours(12);
  private Duration unknownStockGrace = Duration.ofHours(1);
  private StockPolicy stockPolicy = StockPolicy.adaptive();
  private Function<Order, ShippingSpeed> speed = OrderTransformer::speedByDeliveryOption;
  private boolean previews;
  private @Nullable Money maxFulfillmentCost;
  private OrderValidator validator = new OrderValidator();
  private MixedCartPolicy mixedCarts = MixedCartPolicy.allOrReview();

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
   * missed; 1 day unless set. Whoever switches from another tool sets it to the age of the oldest
   * order that is still open.
   */
  public OrderRouterBuilder lookback(Duration lookback) {
    this.lookback = lookback;
    return this;
  }

  /**
   * Sets how far back the network's list is searched for fulfillment orders that another tool, or a
   * person by hand, has made for an order; 14 days unless set, {@link Duration#ZERO} = not at all.
   * One that holds the same units is adopted: the order is not sent, and its parcels are tracked
   * and confirmed. One that holds others makes the order wait for a person.
   *
   * <p>Nothing is placed before the list was read once for that time, and while it cannot be read.
   * From then on the list is read again before an order is placed when it is older than a minute,
   * or than half an hour when nobody else has sent an order for three days. A fulfillment order is
   * recognized by the order's id, of 15 to 20 digits, in its own id or in the order number that the
   * recipient sees.
   */
  public OrderRouterBuilder takeOver(Duration lookback) {
    this.takeOver = lookback;
    return this;
  }

  /**
   * Sets the time after payment before an order may go; none unless set, at most 72 hours. The
   * longest hold counts: this one, the channel's own hour, or the time in which the shop approves
   * cancellations by itself ({@link SalesChannel#cancelWindow()}).
   */
  public OrderRouterBuilder hold(Duration hold) {
    this.hold = hold;
    return this;
  }

  /** Sets whether orders with dangerous goods may go; they wait for a person unless set. */
  public OrderRouterBuilder shipDangerousGoods(boolean ship) {
    this.dangerousGoods = ship;
    return this;
  }

  /**
   * Sets the total above which an order waits for a person; none unless set. So do orders whose
   * total is not known in this currency.
   */
  public OrderRouterBuilder maxOrderValue(Money total) {
    this.maxOrderValue = total;
    return this;
  }

  /**
   * Sets how many units an order may have before it waits for a person; any number unless set. A
   * bundle counts as one unit.
   */
  public OrderRouterBuilder maxOrderUnits(int units) {
    this.maxOrderUnits = units;
    return this;
  }

  /** Sets the host's own rule, asked after the router's; all orders go unless set. */
  public OrderRouterBuilder routingPolicy(RoutingPolicy policy) {
    this.routingPolicy = policy;
    return this;
  }

  /**
   * Sets how much of the stock is offered, and where; {@link StockPolicy#adaptive()} unless set.
   * Listings that share a SKU, in one shop or in several, share its stock: together they never show
   * more than there is.
   */
  public OrderRouterBuilder stockPolicy(StockPolicy policy) {
    this.stockPolicy = policy;
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
   * Sets how long before a clock of the channel an order counts as at risk that is not placed, or
   * was placed and has no tracking number; 12 h unless set. An order that waits for its turn is at
   * risk when it is expected to be placed later than that. TikTok's clocks end at midnight Pacific
   * time, so 12 h leave the afternoon to act in, and the last pickup of the day.
   */
  public OrderRouterBuilder deadlineMargin(Duration margin) {
    this.deadlineMargin = margin;
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
   * Sets what to do with an order when the mapping says that the network never ships some of its
   * SKUs; {@link MixedCartPolicy#allOrReview()} unless set.
   */
  public OrderRouterBuilder mixedCarts(MixedCartPolicy policy) {
    this.mixedCarts = policy;
    return this;
  }

  /**
   * Sets how the service level of an order is chosen; by the name of its delivery option, as {@link
   * OrderTransformer#speedByDeliveryOption} does, unless set. The function must give the same
   * answer for the same order, so that a repeated create is the same create.
   */
  public OrderRouterBuilder shippingSpeed(Function<Order, ShippingSpeed> speed) {
    this.speed = speed;
    return this;
  }

  /**
   * Sets whether the network is asked for a preview right before an order is placed; it is not
   * unless set. An order whose speed is not offered then goes with {@link ShippingSpeed#STANDARD}.
   * A preview that fails changes nothing, unless {@link #maxFulfillmentCost} is set.
   */
  public OrderRouterBuilder previewBeforePlacing(boolean preview) {
    this.previews = preview;
    return this;
  }

  /**
   * Sets the estimated cost of fulfillment above which an order waits for a person; none unless
   * set. So do orders whose cost the network does not tell, or not in this currency. Asks for
   * previews, as {@link #previewBeforePlacing} does; an order waits until its preview succeeds.
   */
  public OrderRouterBuilder maxFulfillmentCost(Money cost) {
    this.maxFulfillmentCost = cost;
    return this;
  }

  /**
   * Sets what a destination must satisfy, such as {@code new OrderValidator(Set.of("US", "CA"))};
   * addresses in the US unless set. Every other country is experimental.
   */
  public OrderRouterBuilder validator(OrderValidator validator) {
    this.validator = validator;
    return this;
  }

  /**
   * Returns the router; nothing runs yet.
   *
   * @throws ConfigurationException that lists every problem
   */
  public OrderRouter build() {
    List<String> problems = new ArrayList<>();
    checkChannels(problems);
    FulfillmentNetwork network = required(this.network, "fulfillmentNetwork", problems);
    OrderStore store = required(this.store, "store", problems);
    TaskScheduler scheduler = required(this.scheduler, "scheduler", problems);
    SkuMapper skuMapper = required(this.skuMapper, "skuMapper", problems);
    checkOptions(problems);
    if (!problems.isEmpty()
        || network == null
        || store == null
        || scheduler == null
        || skuMapper == null) {
      throw new ConfigurationException(problems);
    }
    RoutingEngine engine =
        new RoutingEngine(
            channels, network, store, skuMapper, carrierMapper, listeners, settings(), clock);
    Doctor doctor = new Doctor(channels, network, store, scheduler, skuMapper, clock);
    return new DefaultOrderRouter(engine, scheduler, doctor);
  }

  /**
   * Returns a shadow of the router, which reads everything and writes nothing. Needs neither store
   * nor scheduler, and uses none; listeners hear nothing.
   *
   * @throws ConfigurationException that lists every problem
   */
  public Shadow buildShadow() {
    List<String> problems = new ArrayList<>();
    checkChannels(problems);
    FulfillmentNetwork network = required(this.network, "fulfillmentNetwork", problems);
    SkuMapper skuMapper = required(this.skuMapper, "skuMapper", problems);
    checkOptions(problems);
    if (!problems.isEmpty() || network == null || skuMapper == null) {
      throw new ConfigurationException(problems);
    }
    return new Shadow(channels, network, skuMapper, carrierMapper, settings(), clock);
  }

  private void checkChannels(List<String> problems) {
    if (channels.isEmpty()) {
      problems.add("salesChannel is required: at least one");
    }
    if (channels.stream().map(SalesChannel::shop).distinct().count() < channels.size()) {
      problems.add("salesChannel names the same shop twice");
    }
  }

  private void checkOptions(List<String> problems) {
    positive(orderPollInterval, "orderPollInterval", problems);
    positive(trackingSyncInterval, "trackingSyncInterval", problems);
    positive(inventorySyncInterval, "inventorySyncInterval", problems);
    notNegative(lookback, "lookback", problems);
    notNegative(takeOver, "takeOver", problems);
    notNegative(hold, "hold", problems);
    if (hold.compareTo(LONGEST_HOLD) > 0) {
      problems.add("hold must be at most 72 hours, but is " + hold);
    }
    if (maxOrderUnits != null && maxOrderUnits < 1) {
      problems.add("maxOrderUnits must be at least 1, but is " + maxOrderUnits);
    }
    if (maxOrderValue != null && maxOrderValue.amount().signum() <= 0) {
      problems.add("maxOrderValue must be more than zero, but is " + maxOrderValue);
    }
    if (maxFulfillmentCost != null && maxFulfillmentCost.amount().signum() <= 0) {
      problems.add("maxFulfillmentCost must be more than zero, but is " + maxFulfillmentCost);
    }
    for (SalesChannel channel : channels) {
      notNegative(channel.cancelWindow(), "cancelWindow of shop " + channel.shop(), problems);
    }
    notNegative(settleTime, "settleTime", problems);
    positive(addressRetention, "addressRetention", problems);
    notNegative(deadlineMargin, "deadlineMargin", problems);
    notNegative(unknownStockGrace, "unknownStockGrace", problems);
  }

  private Settings settings() {
    return new Settings(
        orderPollInterval,
        trackingSyncInterval,
        inventorySyncInterval,
        lookback,
        takeOver,
        new EligibilityOptions(hold, dangerousGoods, maxOrderValue, maxOrderUnits, routingPolicy),
        stockPolicy,
        settleTime,
        addressRetention,
        deadlineMargin,
        unknownStockGrace,
        mixedCarts,
        speed,
        previews,
        maxFulfillmentCost,
        validator);
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
