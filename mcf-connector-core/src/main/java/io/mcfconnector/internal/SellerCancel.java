// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelIntent.Origin;
import io.mcfconnector.model.CancelOutcome;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Cancels orders for the seller, wherever they are: the wish is saved first, then the order goes
 * the way of every cancellation. A process that dies here leaves nothing to repair.
 */
final class SellerCancel {

  private static final int MAX_TRIES = 5;

  private final OrderStore store;
  private final CancelStage cancel;
  private final Journal journal;
  private final Clock clock;

  SellerCancel(OrderStore store, CancelStage cancel, Journal journal, Clock clock) {
    this.store = store;
    this.cancel = cancel;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Cancels an order on record.
   *
   * @throws ApiException when a call failed; the wish is on record
   * @throws ConnectorException when the router cannot cancel it
   */
  CancelOutcome cancel(OrderId orderId, CancelReason reason, String by) {
    for (int i = 0; i < MAX_TRIES; i++) {
      try {
        return cancel(current(orderId), reason, by);
      } catch (StaleRecordException e) {
        // Another thread or node moved it at this moment: what it is now decides.
      }
    }
    throw new ConnectorException(
        "Order " + orderId + " changes all the time, so it was not cancelled. Try again.");
  }

  /**
   * Cancels an order in review; returns whether this call saw the channel show it as cancelled.
   *
   * @throws ApiException when a call failed; the wish is on record
   */
  boolean cancelInReview(RoutingRecord waiting, CancelReason reason, String by) {
    try {
      return cancel(waiting, reason, by) == CancelOutcome.CANCELLED;
    } catch (StaleRecordException e) {
      return false;
    }
  }

  private CancelOutcome cancel(RoutingRecord record, CancelReason reason, String by) {
    CancelOutcome known = outcomeOf(record);
    if (known == CancelOutcome.CANCELLED || known == CancelOutcome.TOO_LATE) {
      return known;
    }
    requirePossible(record);
    if (isWishOnRecord(record)) {
      return known;
    }
    RoutingRecord wished = journal.save(record, wish(record, reason, by));
    if (wished.state() == RoutingState.CANCELLING) {
      try {
        cancel.resolve(wished, null);
      } catch (StaleRecordException e) {
        // The duty was faster; what it saves is the answer.
        return outcomeOf(current(record.orderId()));
      }
    }
    return outcomeOf(current(record.orderId()));
  }

  private RoutingRecord.Builder wish(RoutingRecord record, CancelReason reason, String by) {
    Instant now = clock.instant();
    CancelIntent earlier = record.cancel();
    CancelIntent intent =
        (earlier != null && record.state() == RoutingState.CANCELLING
                ? earlier
                : CancelIntent.ofChannel(now))
            .bySeller(by, reason);
    boolean nothingShips =
        ChannelCancel.isStopped(record)
            || (record.intent() == null && record.stateBehindReview().isBeforePlacing());
    if (nothingShips) {
      intent = intent.stopped(now);
    }
    String stage = record.review() == null ? CancelStage.STAGE : RepairDesk.STAGE;
    RoutingRecord.Builder next =
        record.toBuilder()
            .cancel(intent)
            .decide(
                new Decision(
                    now,
                    stage,
                    "cancel",
                    "the seller cancels it",
                    Map.of("by", by, "reason", reason.name())));
    return record.state() == RoutingState.PLACING
        // The create may be under way; its outcome comes first.
        ? next
        : next.state(RoutingState.CANCELLING).dueAt(now);
  }

  private static boolean isWishOnRecord(RoutingRecord record) {
    CancelIntent intent = record.cancel();
    return intent != null
        && intent.origin() == Origin.SELLER
        && (record.state() == RoutingState.CANCELLING || record.state() == RoutingState.PLACING);
  }

  private static void requirePossible(RoutingRecord record) {
    ReviewNote review = record.review();
    if (record.state() == RoutingState.SKIPPED) {
      throw new ConnectorException(
          "Order "
              + record.orderId()
              + " is not this router's ("
              + record.skipReason()
              + "), so it was not cancelled. Cancel it at the channel.");
    }
    if (review != null && review.code() == ReviewCode.CREATE_CONFLICT) {
      throw new ConnectorException(
          "The network has another order under the id of order "
              + record.orderId()
              + ", so it was not cancelled. Decide its review first.");
    }
  }

  private static CancelOutcome outcomeOf(RoutingRecord record) {
    return switch (record.state()) {
      case CANCELLED -> CancelOutcome.CANCELLED;
      case SHIPPING, SHIPPED, DELIVERED -> CancelOutcome.TOO_LATE;
      case REVIEW ->
          switch (record.stateBehindReview()) {
            case SHIPPING, SHIPPED, DELIVERED -> CancelOutcome.TOO_LATE;
            default -> CancelOutcome.IN_REVIEW;
          };
      default -> CancelOutcome.STOPPING;
    };
  }

  private RoutingRecord current(OrderId orderId) {
    return store
        .find(orderId)
        .orElseThrow(
            () ->
                new ConnectorException(
                    "This router never saw order "
                        + orderId
                        + ", so it was not cancelled. Route it first, or cancel it at the channel."));
  }
}
