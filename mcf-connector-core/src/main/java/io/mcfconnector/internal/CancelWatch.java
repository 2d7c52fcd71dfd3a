// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelIntent.Origin;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices that the buyer does not want an order any more, or not all of it, that the network has
 * already. Only reads: the caller saves.
 */
final class CancelWatch {

  private static final Set<RoutingState> AT_THE_NETWORK =
      EnumSet.of(RoutingState.PLACED, RoutingState.SHIPPING);

  private final Shops shops;
  private final Clock clock;

  CancelWatch(Shops shops, Clock clock) {
    this.shops = shops;
    this.clock = clock;
  }

  /**
   * Returns whether an order may hold a wish to cancel that nobody looked into. Calls nothing; that
   * the time of its last change did not move says nothing.
   */
  boolean isNews(RoutingRecord record, Order order) {
    if (record.stateBehindReview().isBeforePlacing()) {
      return isRequested(order) && record.cancel() == null;
    }
    return isAtTheNetwork(record)
        && (isRequested(order)
            || (isGone(record, order) && !isKnownAsGone(record))
            || !newlyCancelled(record, order).isEmpty());
  }

  /** Returns the record as the wish makes it; empty when there is none, or none that is new. */
  Optional<RoutingRecord.Builder> notice(
      RoutingRecord record, RoutingRecord.Builder seen, Order order) {
    if (!isAtTheNetwork(record)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (isGone(record, order)) {
      return isKnownAsGone(record)
          ? Optional.empty()
          : Optional.of(
              CancelStage.begin(
                  seen, begun(record, CancelIntent.ofChannel(now)), "the buyer cancelled it", now));
    }
    if (isRequested(order) && isNewRequest(record)) {
      return Optional.of(
          CancelStage.begin(
              seen, begun(record, CancelIntent.ofBuyer(now)), "the buyer asks to cancel it", now));
    }
    Set<LineItemId> cancelled = newlyCancelled(record, order);
    return cancelled.isEmpty()
        ? Optional.empty()
        : Optional.of(
            raise(
                seen.lineItems(asShown(record, order)),
                "The buyer cancelled the line items " + Remainder.names(cancelled),
                Remainder.facts(cancelled),
                record.stateBehindReview()));
  }

  /** Hands an order to a person of which the network shall ship only a part. */
  RoutingRecord.Builder raise(
      RoutingRecord.Builder next, String what, Map<String, String> facts, RoutingState resumeAt) {
    String message =
        what
            + ", and the network ships the whole order unless it is stopped. Stop it, then send the"
            + " rest again under a new id; or try again, which lets all of it ship.";
    return Reviews.raise(
        next,
        CancelStage.STAGE,
        new ReviewNote(ReviewCode.UNITS_CANCELLED, message, facts, clock.instant(), resumeAt));
  }

  /** The network is asked no more for an order that it is known not to ship. */
  private CancelIntent begun(RoutingRecord record, CancelIntent intent) {
    return ChannelCancel.isStopped(record) ? intent.stopped(clock.instant()) : intent;
  }

  /** The same request is answered once, also when the answer was that the order ships. */
  private boolean isNewRequest(RoutingRecord record) {
    CancelIntent known = record.cancel();
    if (known == null || known.origin() != Origin.BUYER_REQUEST) {
      return true;
    }
    try {
      return shops.of(record.shop()).cancelRequests(List.of(record.orderId())).stream()
          .anyMatch(request -> !known.answers(request));
    } catch (ApiException problem) {
      if (ChannelCancel.isForGood(problem)) {
        // Told when the first request could not be read; it must not stop the poll.
        return false;
      }
      throw problem;
    }
  }

  private static boolean isAtTheNetwork(RoutingRecord record) {
    return AT_THE_NETWORK.contains(record.stateBehindReview());
  }

  private static boolean isKnownAsGone(RoutingRecord record) {
    CancelIntent known = record.cancel();
    return known != null && known.origin() == Origin.CHANNEL;
  }

  /** Returns whether the buyer's request to cancel waits for an answer. */
  static boolean isRequested(Order order) {
    return order.is(OrderTrait.BUYER_CANCEL_REQUESTED);
  }

  /** Returns whether the buyer cancelled the order, or asks to. */
  static boolean isWanted(Order order) {
    return order.status() == OrderStatus.CANCELLED || isRequested(order);
  }

  /**
   * Returns whether the channel shows everything as cancelled that the router would still have to
   * confirm there.
   */
  static boolean isGone(RoutingRecord record, Order order) {
    if (order.status() == OrderStatus.CANCELLED) {
      return true;
    }
    Set<LineItemId> left = unconfirmed(record);
    return !left.isEmpty() && cancelledUnits(order).containsAll(left);
  }

  /** Returns whether these requests leave no unit that the buyer still wants. */
  static boolean coverAll(RoutingRecord record, Order order, Collection<CancelRequest> requests) {
    Set<LineItemId> wanted = unconfirmed(record);
    wanted.removeAll(cancelledUnits(order));
    requests.forEach(request -> wanted.removeAll(request.lineItems()));
    return wanted.isEmpty() || requests.stream().anyMatch(one -> one.lineItems().isEmpty());
  }

  private static Set<LineItemId> unconfirmed(RoutingRecord record) {
    Set<LineItemId> left =
        record.lineItems().stream().map(LineItem::id).collect(Collectors.toSet());
    left.removeAll(record.confirmedLineItems());
    return left;
  }

  private static Set<LineItemId> cancelledUnits(Order order) {
    return order.lineItems().stream()
        .filter(item -> item.status() == LineItem.Status.CANCELLED)
        .map(LineItem::id)
        .collect(Collectors.toSet());
  }

  /** The record keeps which units were cancelled when it was told, so each is told once. */
  private static Set<LineItemId> newlyCancelled(RoutingRecord record, Order order) {
    if (ChannelCancel.isStopped(record)) {
      return Set.of();
    }
    Set<LineItemId> cancelled =
        record.lineItems().stream()
            .filter(item -> item.status() != LineItem.Status.CANCELLED)
            .map(LineItem::id)
            .collect(Collectors.toSet());
    cancelled.retainAll(cancelledUnits(order));
    return cancelled;
  }

  /** Returns the units of the record with what the channel shows of them. */
  private static List<LineItem> asShown(RoutingRecord record, Order order) {
    Map<LineItemId, LineItem> shown = new HashMap<>();
    order.lineItems().forEach(item -> shown.put(item.id(), item));
    return record.lineItems().stream().map(item -> shown.getOrDefault(item.id(), item)).toList();
  }
}
