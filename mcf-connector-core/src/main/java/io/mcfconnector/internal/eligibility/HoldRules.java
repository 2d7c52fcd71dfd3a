// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.spi.SalesChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether an order may go yet. Also the warehouse, which the channel names late. */
final class HoldRules {

  /** Where the channel holds nothing by itself, the buyer has this time all the same. */
  private static final Duration BUYERS_HOUR = Duration.ofHours(1);

  /** How soon an order is read again that only a change at the channel can free. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  private static final Duration LOOK_AGAIN_SOON = Duration.ofMinutes(1);

  private final EligibilityOptions options;
  private final Function<ShopId, SalesChannel> channels;

  HoldRules(EligibilityOptions options, Function<ShopId, SalesChannel> channels) {
    this.options = options;
    this.channels = channels;
  }

  List<Rule> rules() {
    return List.of(
        new Rule("unpaid", "TikTok, order status", this::unpaid),
        new Rule("on-hold", "TikTok, order status", this::onHold),
        new Rule(Eligibility.UNKNOWN_STATUS, "own caution", this::unknownStatus),
        new Rule("no-warehouse-yet", "TikTok, warehouse_id", this::noWarehouseYet),
        new Rule("other-warehouse", "TikTok, warehouse_id", this::otherWarehouse),
        new Rule(
            "buyer-cancel-request", "TikTok, is_buyer_request_cancel", this::buyerCancelRequest),
        new Rule(
            "hold-after-payment",
            "TikTok, is_on_hold_order; options hold and cancelWindow",
            this::holdAfterPayment));
  }

  private @Nullable Verdict unpaid(Order order, Instant now) {
    return order.status() == OrderStatus.UNPAID
        ? new Verdict.Hold(now.plus(LOOK_AGAIN), "not paid yet")
        : null;
  }

  private @Nullable Verdict onHold(Order order, Instant now) {
    if (order.status() != OrderStatus.ON_HOLD) {
      return null;
    }
    // A pre-order stays on hold until its release, which may be weeks away.
    Duration wait = order.is(OrderTrait.PRE_ORDER) ? LOOK_AGAIN : LOOK_AGAIN_SOON;
    Instant free = paidAt(order).plus(longest(BUYERS_HOUR, hostsHold(order)));
    return new Verdict.Hold(
        latest(now.plus(wait), free), "the channel holds it so that the buyer can reconsider");
  }

  private @Nullable Verdict unknownStatus(Order order, Instant now) {
    return order.status().allowsShipping()
        ? null
        : new Verdict.Hold(
            now.plus(LOOK_AGAIN),
            "status '" + order.rawStatus() + "' is not known to this version");
  }

  private @Nullable Verdict noWarehouseYet(Order order, Instant now) {
    return !served(order).isEmpty() && order.warehouseId() == null
        ? new Verdict.Hold(now.plus(LOOK_AGAIN), "the channel names no warehouse for it yet")
        : null;
  }

  private @Nullable Verdict otherWarehouse(Order order, Instant now) {
    Set<String> served = served(order);
    String warehouse = order.warehouseId();
    return !served.isEmpty() && warehouse != null && !served.contains(warehouse)
        ? new Verdict.Skip(
            SkipReason.OTHER_WAREHOUSE, "it belongs to a warehouse that this router does not serve")
        : null;
  }

  private @Nullable Verdict buyerCancelRequest(Order order, Instant now) {
    return order.is(OrderTrait.BUYER_CANCEL_REQUESTED)
        ? new Verdict.Grant(now.plus(LOOK_AGAIN), "the buyer asks to cancel, and nothing ships yet")
        : null;
  }

  private @Nullable Verdict holdAfterPayment(Order order, Instant now) {
    Duration channelsHold = order.is(OrderTrait.CHANNEL_HOLD) ? Duration.ZERO : BUYERS_HOUR;
    Duration hold = longest(channelsHold, hostsHold(order));
    Instant free = paidAt(order).plus(hold);
    return free.isAfter(now)
        ? new Verdict.Hold(free, "held for " + hold + " after payment for a change of mind")
        : null;
  }

  private Duration hostsHold(Order order) {
    return hostsHold(options, channels.apply(order.shop()));
  }

  private static Duration hostsHold(EligibilityOptions options, SalesChannel channel) {
    return longest(options.hold(), channel.cancelWindow());
  }

  /** Returns how long an order of a shop is held after payment. */
  static Duration usualHold(EligibilityOptions options, SalesChannel channel) {
    return longest(BUYERS_HOUR, hostsHold(options, channel));
  }

  private Set<String> served(Order order) {
    return channels.apply(order.shop()).servedWarehouses();
  }

  /** Returns when a hold of an order begins. */
  static Instant paidAt(Order order) {
    Instant paidAt = order.paidAt();
    return paidAt == null ? order.createdAt() : paidAt;
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
