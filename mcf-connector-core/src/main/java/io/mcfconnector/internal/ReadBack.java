// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackingNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settles a parcel that the channel was told of with unknown outcome, or did not take in the state
 * that the order was in: what the channel shows of its units decides.
 */
final class ReadBack {

  /** About two hours of trying. */
  static final int MAX_FAILURES = 14;

  private final Shops shops;
  private final ParcelResults results;

  ReadBack(Shops shops, ParcelResults results) {
    this.shops = shops;
    this.results = results;
  }

  /** Returns the record to go on with; empty when this order has to wait. */
  Optional<RoutingRecord> settle(RoutingRecord confirming, int index) {
    TrackedPackage parcel = confirming.packages().get(index);
    Order order = shops.require(confirming);
    List<LineItem.ShippedIn> shipped = shippedIn(order, parcel.lineItems());
    Optional<LineItem.ShippedIn> ours = find(shipped, parcel.confirmation().number());
    if (ours.isPresent()) {
      return Optional.of(results.confirmed(confirming, index, ours.get().packageId(), null));
    }
    if (!shipped.isEmpty()) {
      return Optional.of(
          results.setAside(
              confirming,
              index,
              ReviewCode.TRACKING_REFUSED,
              "The channel holds another tracking number for these units. Compare both numbers and"
                  + " correct the wrong one at the channel."));
    }
    if (order.status() == OrderStatus.CANCELLED) {
      return Optional.of(
          results.setAside(
              confirming,
              index,
              ReviewCode.CANCEL_TOO_LATE,
              "The order is cancelled at the channel, but the network ships it. Ask the carrier to"
                  + " return the parcel, or settle it with the buyer."));
    }
    Set<LineItemId> cancelled = cancelled(order.lineItems(), parcel);
    if (!cancelled.isEmpty()) {
      return Optional.of(results.without(confirming, index, cancelled));
    }
    return notArrived(confirming, index, order);
  }

  private Optional<RoutingRecord> notArrived(RoutingRecord confirming, int index, Order order) {
    // The channel takes no number while it holds the order or the buyer's request is open.
    boolean held = order.status() == OrderStatus.ON_HOLD || CancelWatch.isRequested(order);
    if (confirming.attempts() >= MAX_FAILURES && !held) {
      return Optional.of(
          results.setAside(
              confirming,
              index,
              ReviewCode.TRACKING_REFUSED,
              "The channel does not take the tracking number, and does not say why. Enter it at the"
                  + " channel by hand or try again."));
    }
    results.later(
        confirming,
        index,
        Confirmation.OPEN,
        Math.min(confirming.attempts() + 1, MAX_FAILURES),
        held
            ? "the channel holds the order, or a request of the buyer is open; the number waits"
            : "the channel does not show the tracking number; it goes again");
    return Optional.empty();
  }

  /** Returns the units of a parcel that are cancelled. */
  static Set<LineItemId> cancelled(List<LineItem> units, TrackedPackage parcel) {
    return units.stream()
        .filter(item -> item.status() == LineItem.Status.CANCELLED)
        .map(LineItem::id)
        .filter(parcel.lineItems()::contains)
        .collect(Collectors.toSet());
  }

  /** Returns the channel's packages that hold one of these units. */
  static List<LineItem.ShippedIn> shippedIn(Order order, List<LineItemId> lineItems) {
    return order.lineItems().stream()
        .filter(item -> lineItems.contains(item.id()))
        .map(LineItem::shippedIn)
        .filter(Objects::nonNull)
        .toList();
  }

  static Optional<LineItem.ShippedIn> find(
      List<LineItem.ShippedIn> shipped, @Nullable TrackingNumber number) {
    return shipped.stream()
        .filter(in -> number != null && number.equals(in.trackingNumber()))
        .findFirst();
  }
}
