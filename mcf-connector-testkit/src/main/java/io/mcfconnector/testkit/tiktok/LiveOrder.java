// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.tiktok.SimulatedOrder.Shipping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that lives: it moves on by itself whenever somebody looks at it. */
final class LiveOrder {

  private static final Duration HOLD = Duration.ofHours(1);
  private static final Duration CANCEL_ANSWER = Duration.ofDays(2);
  private static final String BUYERS_REASON = "ecom_order_to_ship_canceled_reason_no_longer_needed";

  private final SimulatedOrder plan;
  private final Pace pace;
  private final Stockroom stock;
  private final Instant createdAt;
  private final List<LiveUnit> units = new ArrayList<>();
  private final List<CancelCase> cancelCases = new ArrayList<>();
  private OrderStatus status = OrderStatus.UNPAID;
  private Instant updatedAt;
  private Recipient recipient;
  private boolean addressChanged;
  private boolean trackingCorrected;
  private boolean cancelRequested;
  private @Nullable Instant cancelRequestedAt;
  private @Nullable Instant paidAt;
  private @Nullable Instant shippedAt;
  private @Nullable Instant collectedAt;
  private @Nullable Instant deliveredAt;
  private @Nullable Instant completedAt;
  private @Nullable Cancellation cancellation;

  LiveOrder(SimulatedOrder plan, Pace pace, Stockroom stock, Instant createdAt) {
    this.plan = plan;
    this.pace = pace;
    this.stock = stock;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.recipient = plan.recipient();
    for (String skuId : plan.skuIds()) {
      units.add(new LiveUnit(unitId(plan.id(), units.size() + 1), skuId));
      stock.reserve(skuId);
    }
  }

  /** Who cancelled an order, when and why. */
  record Cancellation(Instant at, String initiator, String reason) {}

  /** Lets everything happen that happens by itself until now. */
  void advance(Instant now) {
    while (step(now)) {
      // Each step is one change of the status.
    }
  }

  private boolean step(Instant now) {
    return switch (status) {
      case UNPAID -> pay(now);
      case ON_HOLD -> moveAt(after(paidAt, HOLD), OrderStatus.AWAITING_SHIPMENT, now);
      case AWAITING_SHIPMENT, PARTIALLY_SHIPPING -> cancelUnserved(now);
      case AWAITING_COLLECTION -> collect(now);
      case IN_TRANSIT -> deliver(now);
      case DELIVERED -> complete(now);
      case COMPLETED, CANCELLED -> false;
    };
  }

  private boolean pay(Instant now) {
    Instant time = createdAt.plus(plan.paidAfter());
    OrderStatus next = plan.held() ? OrderStatus.ON_HOLD : OrderStatus.AWAITING_SHIPMENT;
    boolean paid = moveAt(time, next, now);
    if (paid) {
      paidAt = time;
    }
    return paid;
  }

  private boolean collect(Instant now) {
    Instant time = after(shippedAt, pace.untilCollected());
    boolean collected = moveAt(time, OrderStatus.IN_TRANSIT, now);
    if (collected) {
      collectedAt = time;
    }
    return collected;
  }

  private boolean deliver(Instant now) {
    Instant time = after(collectedAt, pace.untilDelivered());
    boolean delivered = moveAt(time, OrderStatus.DELIVERED, now);
    if (delivered) {
      deliveredAt = time;
    }
    return delivered;
  }

  private boolean complete(Instant now) {
    Instant time = after(deliveredAt, pace.untilCompleted());
    boolean completed = moveAt(time, OrderStatus.COMPLETED, now);
    if (completed) {
      completedAt = time;
    }
    return completed;
  }

  private boolean cancelUnserved(Instant now) {
    Instant unanswered = cancelRequested ? after(cancelRequestedAt, CANCEL_ANSWER) : Instant.MAX;
    boolean ours = plan.shipping() == Shipping.BY_SELLER && status == OrderStatus.AWAITING_SHIPMENT;
    Instant unshipped = ours ? sla().cancelledAt() : Instant.MAX;
    if (!unanswered.isAfter(now) && !unanswered.isAfter(unshipped)) {
      cancel(unanswered, "BUYER", BUYERS_REASON);
      return true;
    }
    if (!unshipped.isAfter(now)) {
      cancel(unshipped, "SYSTEM", "system_cancel_order_reason_shipping_timeout");
      return true;
    }
    return false;
  }

  private boolean moveAt(Instant time, OrderStatus next, Instant now) {
    if (time.isAfter(now)) {
      return false;
    }
    status = next;
    touch(time);
    return true;
  }

  void cancel(Instant at, String initiator, String reason) {
    for (LiveUnit unit : units) {
      if (unit.parcel() == null) {
        stock.release(unit.skuId());
      }
    }
    cancellation = new Cancellation(at, initiator, reason);
    CancelCase open = openCancelCase();
    if (open == null) {
      cancelCases.add(CancelCase.done(nextCancelId(), initiator, reason, at));
    } else {
      open.close(CancelCase.GRANTED, at);
    }
    status = OrderStatus.CANCELLED;
    cancelRequested = false;
    touch(at);
  }

  void requestCancel(Instant now) {
    cancelRequested = true;
    cancelRequestedAt = now;
    if (openCancelCase() == null) {
      cancelCases.add(CancelCase.requested(nextCancelId(), BUYERS_REASON, now));
    }
    touch(now);
  }

  /** Answers the buyer's request with no; the order goes on. */
  void rejectCancel(Instant now) {
    closeRejected(now);
    touch(now);
  }

  private void closeRejected(Instant at) {
    cancelRequested = false;
    CancelCase open = openCancelCase();
    if (open != null) {
      open.close(CancelCase.REJECTED, at);
    }
  }

  private @Nullable CancelCase openCancelCase() {
    return cancelCases.stream().filter(CancelCase::isOpen).findFirst().orElse(null);
  }

  private String nextCancelId() {
    String last = plan.id().substring(plan.id().length() - 11);
    return "4035" + last + String.format("%04d", cancelCases.size() + 1);
  }

  void changeAddress(Recipient changed, Instant now) {
    recipient = changed;
    addressChanged = true;
    touch(now);
  }

  void ship(List<LiveUnit> shipped, Parcel parcel) {
    for (LiveUnit unit : shipped) {
      unit.ship(parcel);
      stock.ship(unit.skuId());
    }
    // Shipping answers an open cancel request: it is rejected.
    closeRejected(parcel.shippedAt());
    boolean all = units.stream().allMatch(unit -> unit.parcel() != null);
    status = all ? OrderStatus.AWAITING_COLLECTION : OrderStatus.PARTIALLY_SHIPPING;
    shippedAt = all ? parcel.shippedAt() : null;
    touch(parcel.shippedAt());
  }

  void correctTracking(Parcel parcel, String number, String providerId, Instant now) {
    parcel.correct(number, providerId);
    trackingCorrected = true;
    touch(now);
  }

  private void touch(Instant time) {
    updatedAt = time;
  }

  private static Instant after(@Nullable Instant start, Duration time) {
    return start == null ? Instant.MAX : start.plus(time);
  }

  private static String unitId(String orderId, int number) {
    String last = orderId.substring(orderId.length() - 11);
    return orderId.substring(0, 4) + last + String.format("%03d", number);
  }

  String id() {
    return plan.id();
  }

  SimulatedOrder plan() {
    return plan;
  }

  OrderStatus status() {
    return status;
  }

  List<LiveUnit> units() {
    return units;
  }

  List<CancelCase> cancelCases() {
    return cancelCases;
  }

  /** Returns until when the seller can answer a buyer's request. */
  Instant cancelDeadline() {
    return after(cancelRequestedAt, CANCEL_ANSWER);
  }

  Recipient recipient() {
    return recipient;
  }

  boolean addressChanged() {
    return addressChanged;
  }

  boolean trackingCorrected() {
    return trackingCorrected;
  }

  boolean cancelRequested() {
    return cancelRequested;
  }

  @Nullable Instant cancelRequestedAt() {
    return cancelRequestedAt;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  @Nullable Instant paidAt() {
    return paidAt;
  }

  @Nullable Instant shippedAt() {
    return shippedAt;
  }

  @Nullable Instant collectedAt() {
    return status.compareTo(OrderStatus.IN_TRANSIT) >= 0 ? collectedAt : null;
  }

  @Nullable Instant deliveredAt() {
    return status.compareTo(OrderStatus.DELIVERED) >= 0 ? deliveredAt : null;
  }

  @Nullable Instant completedAt() {
    return completedAt;
  }

  @Nullable Cancellation cancellation() {
    return cancellation;
  }

  /** Returns TikTok's clocks, which start with the order. */
  ServiceLevel sla() {
    return ServiceLevel.startingAt(createdAt.plus(plan.paidAfter()));
  }

  OrderSnapshot snapshot() {
    return new OrderSnapshot(
        id(),
        status.name(),
        createdAt,
        updatedAt,
        shippedAt,
        cancelRequested,
        units.stream().map(LiveUnit::snapshot).toList());
  }
}
