// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Cancels an order at the channel that nothing ships for: read, intent saved, call, read back. The
 * order waits for its person until the channel shows it as cancelled, so a process that dies here
 * leaves nothing to repair: the next poll or the next call finds out.
 */
final class ChannelCancel {

  private final Shops shops;
  private final Journal journal;
  private final Clock clock;

  ChannelCancel(Shops shops, Journal journal, Clock clock) {
    this.shops = shops;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Cancels an order in review.
   *
   * @return whether the channel shows it as cancelled, and this call saw it first
   * @throws ApiException when a call failed or the channel refused; the order still waits
   */
  boolean cancel(RoutingRecord waiting, CancelReason reason, String by) {
    Order order = read(waiting);
    if (order.status() == OrderStatus.CANCELLED) {
      return journal.saveUnlessStale(waiting, cancelled(waiting, clock.instant()));
    }
    RoutingRecord asked;
    try {
      asked =
          journal.save(
              waiting,
              waiting.toBuilder()
                  .decide(
                      new Decision(
                          clock.instant(),
                          RepairDesk.STAGE,
                          "cancel",
                          "will ask the channel to cancel it",
                          Map.of("by", by, "reason", reason.name()))));
    } catch (StaleRecordException e) {
      return false;
    }
    try {
      shops.of(waiting.shop()).cancel(order, reason);
    } catch (ApiException problem) {
      if (read(asked).status() != OrderStatus.CANCELLED) {
        throw problem;
      }
    }
    return read(asked).status() == OrderStatus.CANCELLED
        && journal.saveUnlessStale(asked, cancelled(asked, clock.instant()));
  }

  /** Returns whether a review of an order is over because the channel cancelled it. */
  static boolean endsReview(RoutingRecord record, Order order) {
    return order.status() == OrderStatus.CANCELLED && isStopped(record);
  }

  /** Returns whether an order waits for a person and the network is known to ship nothing of it. */
  static boolean isStopped(RoutingRecord record) {
    ReviewNote review = record.review();
    return review != null
        && (review.code() == ReviewCode.AMAZON_CANCELLED
            || review.code() == ReviewCode.AMAZON_INVALID
            || review.code() == ReviewCode.AMAZON_UNFULFILLABLE)
        && record.packages().stream().noneMatch(TrackedPackage::isShipped);
  }

  /** Returns the end of an order that nothing ships for. */
  static RoutingRecord.Builder cancelled(RoutingRecord record, Instant now) {
    return record.toBuilder()
        .state(RoutingState.CANCELLED)
        .dueAt(null)
        .decide(
            new Decision(
                now, RepairDesk.STAGE, "cancelled", "the channel shows it as cancelled", Map.of()));
  }

  private Order read(RoutingRecord record) {
    return shops
        .find(record.orderId(), List.of(record.shop()))
        .orElseThrow(
            () ->
                new ConnectorException(
                    "The shop does not show order "
                        + record.orderId()
                        + ", so it was not cancelled. Look it up there."));
  }
}
