// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.validation.OrderValidator;
import io.mcfconnector.validation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides by an ordered list of rules whether an order may go; the first rule that speaks wins. */
final class Eligibility {

  /** TikTok sheet 4.4: without a hold of the channel's own, wait an hour from payment. */
  private static final Duration BUYERS_HOUR = Duration.ofHours(1);

  /** How soon an order is read again that only a change at the channel can free. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  private final Settings settings;
  private final Shops shops;
  private final OrderValidator validator;
  private final List<Rule> rules =
      List.of(
          this::cancelled,
          this::fulfilledByChannel,
          this::nothingToShip,
          this::shippedByChannel,
          this::alreadyShipped,
          this::unpaid,
          this::onHold,
          this::unknownStatus,
          this::otherWarehouse,
          this::buyerAsksToCancel,
          this::hold,
          this::invalid);

  Eligibility(Settings settings, Shops shops, OrderValidator validator) {
    this.settings = settings;
    this.shops = shops;
    this.validator = validator;
  }

  Verdict judge(Order order, Instant now) {
    return rules.stream()
        .map(rule -> rule.judge(order, now))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new Verdict.Go("eligible", "paid, free to ship, address complete"));
  }

  private interface Rule {
    Optional<Verdict> judge(Order order, Instant now);
  }

  private Optional<Verdict> cancelled(Order order, Instant now) {
    return when(
        order.status() == OrderStatus.CANCELLED,
        new Verdict.Cancel("cancelled", "cancelled at the channel"));
  }

  private Optional<Verdict> fulfilledByChannel(Order order, Instant now) {
    return when(
        order.fulfilledBy() == Party.CHANNEL,
        new Verdict.Skip(
            "fulfilled-by-channel",
            SkipReason.FULFILLED_BY_CHANNEL,
            "the channel stores and ships this order"));
  }

  private Optional<Verdict> nothingToShip(Order order, Instant now) {
    return when(
        order.shippedBy() == Party.NOBODY,
        new Verdict.Skip("digital", SkipReason.DIGITAL, "there is nothing to ship"));
  }

  private Optional<Verdict> shippedByChannel(Order order, Instant now) {
    if (order.shippedBy() == Party.UNKNOWN || order.fulfilledBy() == Party.UNKNOWN) {
      return Optional.of(
          new Verdict.Review(
              "unknown-party",
              ReviewCode.UNSUPPORTED_ORDER,
              "The channel names a way of fulfillment that this version does not know. Decide who"
                  + " ships it.",
              Map.of()));
    }
    return when(
        order.shippedBy() == Party.CHANNEL,
        new Verdict.Skip(
            "shipped-by-channel",
            SkipReason.SHIPPED_BY_CHANNEL,
            "the channel prints the label and chooses the carrier"));
  }

  private Optional<Verdict> alreadyShipped(Order order, Instant now) {
    return switch (order.status()) {
      case AWAITING_COLLECTION, IN_TRANSIT, DELIVERED, COMPLETED ->
          Optional.of(
              new Verdict.Skip(
                  "already-shipped", SkipReason.ALREADY_SHIPPED, "somebody else shipped it"));
      default -> Optional.empty();
    };
  }

  private Optional<Verdict> unpaid(Order order, Instant now) {
    return when(
        order.status() == OrderStatus.UNPAID,
        new Verdict.Hold("unpaid", now.plus(LOOK_AGAIN), "not paid yet"));
  }

  private Optional<Verdict> onHold(Order order, Instant now) {
    return when(
        order.status() == OrderStatus.ON_HOLD,
        new Verdict.Hold(
            "on-hold",
            latest(now.plus(Duration.ofMinutes(1)), paidAt(order).plus(BUYERS_HOUR)),
            "the channel holds it so that the buyer can reconsider"));
  }

  private Optional<Verdict> unknownStatus(Order order, Instant now) {
    return when(
        !order.status().allowsShipping(),
        new Verdict.Hold(
            "unknown-status",
            now.plus(LOOK_AGAIN),
            "status '" + order.rawStatus() + "' is not known to this version"));
  }

  /** Judged late: the channel names the warehouse only once the order may ship. */
  private Optional<Verdict> otherWarehouse(Order order, Instant now) {
    Set<String> served = shops.of(order.shop()).servedWarehouses();
    if (served.isEmpty()) {
      return Optional.empty();
    }
    String warehouse = order.warehouseId();
    if (warehouse == null) {
      return Optional.of(
          new Verdict.Hold(
              "no-warehouse-yet",
              now.plus(LOOK_AGAIN),
              "the channel names no warehouse for it yet"));
    }
    return when(
        !served.contains(warehouse),
        new Verdict.Skip(
            "other-warehouse",
            SkipReason.OTHER_WAREHOUSE,
            "it belongs to a warehouse that this router does not serve"));
  }

  private Optional<Verdict> buyerAsksToCancel(Order order, Instant now) {
    return when(
        order.is(OrderTrait.BUYER_CANCEL_REQUESTED),
        new Verdict.Hold(
            "buyer-cancel-request",
            now.plus(LOOK_AGAIN),
            "the buyer asked to cancel and waits for an answer"));
  }

  private Optional<Verdict> hold(Order order, Instant now) {
    Duration channelWindow = order.is(OrderTrait.CHANNEL_HOLD) ? Duration.ZERO : BUYERS_HOUR;
    Duration window =
        channelWindow.compareTo(settings.hold()) > 0 ? channelWindow : settings.hold();
    Instant free = paidAt(order).plus(window);
    return when(
        free.isAfter(now),
        new Verdict.Hold(
            "hold-after-payment",
            free,
            "held for " + window + " after payment for a change of mind"));
  }

  private Optional<Verdict> invalid(Order order, Instant now) {
    List<Violation> violations = validator.validate(order).violations();
    if (violations.isEmpty()) {
      return Optional.empty();
    }
    Violation first = violations.get(0);
    Map<String, String> facts =
        violations.stream()
            .collect(
                Collectors.toMap(
                    Violation::path, Violation::message, (one, other) -> one + "; " + other));
    return Optional.of(new Verdict.Review("invalid", first.code(), first.message(), facts));
  }

  private static Instant paidAt(Order order) {
    @Nullable Instant paidAt = order.paidAt();
    return paidAt == null ? order.createdAt() : paidAt;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<Verdict> when(boolean condition, Verdict verdict) {
    return condition ? Optional.of(verdict) : Optional.empty();
  }
}
