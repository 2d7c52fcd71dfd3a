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

  private final SimulatedOrder plan;
  private final Pace pace;
  private final Stockroom stock;
  private final Instant createdAt;
  private final ServiceLevel sla;
  private final List<LiveUnit> units = new ArrayList<>();
  private final CancelLog cancels;
  private OrderStatus status = OrderStatus.UNPAID;
  private Instant updatedAt;
  private Recipient recipient;
  private boolean addressChanged;
  private boolean trackingCorrected;
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
    this.sla = ServiceLevel.startingAt(createdAt.plus(plan.paidAfter()));
    this.updatedAt = createdAt;
    this.recipient = plan.recipient();
    this.cancels = new CancelLog(plan.id());
    for (String skuId : plan.skuIds()) {
      units.add(new LiveUnit(unitId(plan.id(), units.size() + 1), skuId));
      stock.reserve(skuId);
    }
  }

  /** Who cancelled an order or a unit of it, when and why. */
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
    Instant start = after(shippedAt, Duration.ZERO);
    for (LiveUnit unit : units) {
      Parcel parcel = unit.parcel();
      if (parcel != null && parcel.traceableSince().isAfter(start)) {
        start = parcel.traceableSince();
      }
    }
    if (start.equals(Instant.MAX)) {
      return false;
    }
    Instant time = start.plus(pace.untilCollected());
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
    CancelCase open = cancels.open();
    boolean ours = plan.shipping() == Shipping.BY_SELLER;
    Instant unshipped = ours ? sla().cancelledAt() : Instant.MAX;
    if (open != null && !open.deadline().isAfter(now) && !open.deadline().isAfter(unshipped)) {
      cancel(open.units(), open.deadline(), "BUYER", open.reason());
      return true;
    }
    if (!unshipped.isAfter(now)) {
      cancel(openUnits(), unshipped, "SYSTEM", "system_cancel_order_reason_shipping_timeout");
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

  /** Cancels every unit, shipped ones too. */
  void cancel(Instant at, String initiator, String reason) {
    List<LiveUnit> living = units.stream().filter(unit -> !unit.isCancelled()).toList();
    cancel(living, at, initiator, reason);
  }

  /** Cancels some units; the order is cancelled with the last of them. */
  void cancel(List<LiveUnit> cancelled, Instant at, String initiator, String reason) {
    Cancellation done = new Cancellation(at, initiator, reason);
    for (LiveUnit unit : cancelled) {
      if (unit.parcel() == null) {
        stock.release(unit.skuId());
      }
      unit.cancel(done);
    }
    cancels.cancelled(cancelled, at, initiator, reason);
    if (units.stream().allMatch(LiveUnit::isCancelled)) {
      cancellation = done;
      status = OrderStatus.CANCELLED;
    } else {
      followUnits();
    }
    touch(at);
  }

  void requestCancel(List<LiveUnit> wanted, Instant now) {
    cancels.request(wanted, now);
    touch(now);
  }

  /** Ends the buyer's request without effect; the order goes on. */
  void closeCancelRequest(Instant now) {
    cancels.close(now);
    touch(now);
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
    cancels.shipped(shipped, parcel.shippedAt());
    followUnits();
    touch(parcel.shippedAt());
  }

  /** Units that were cancelled do not hold up the others. */
  private void followUnits() {
    Instant last = null;
    for (LiveUnit unit : units) {
      Parcel parcel = unit.parcel();
      if (parcel != null && (last == null || parcel.shippedAt().isAfter(last))) {
        last = parcel.shippedAt();
      }
    }
    if (last != null) {
      boolean all = openUnits().isEmpty();
      status = all ? OrderStatus.AWAITING_COLLECTION : OrderStatus.PARTIALLY_SHIPPING;
      shippedAt = all ? last : null;
    }
  }

  /** Returns the units that are still to be shipped. */
  List<LiveUnit> openUnits() {
    return units.stream().filter(LiveUnit::isOpen).toList();
  }

  /** Notes that a number was corrected, which an order allows once. */
  void correctTracking(Instant now) {
    trackingCorrected = true;
    touch(now);
  }

  private void touch(Instant time) {
    if (time.isAfter(updatedAt)) {
      updatedAt = time;
    }
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
    return cancels.cases();
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
    return cancels.open() != null;
  }

  @Nullable Instant cancelRequestedAt() {
    return cancels.requestedAt();
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
    return sla;
  }

  OrderSnapshot snapshot() {
    return new OrderSnapshot(
        id(),
        status.name(),
        createdAt,
        updatedAt,
        shippedAt,
        cancelRequested(),
        units.stream().map(LiveUnit::snapshot).toList());
  }
}
