// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stops a placed order, if the network still lets it. A yes to the cancel call is never taken for a
 * cancellation: CANCELLING goes to CANCELLED, SHIPPING or REVIEW by what the order shows when read.
 */
final class CancelStage {

  private static final String STAGE = "cancel";
  private static final Duration READ_AGAIN = Duration.ofMinutes(2);
  private static final int MAX_LOOKS = 30;

  /** An order placed moments ago may not be shown yet, so one look does not make it absent. */
  private static final int LOOKS_UNTIL_ABSENT = 2;

  private static final Set<FailureKind> ANSWERS =
      EnumSet.of(
          FailureKind.STATE_CONFLICT,
          FailureKind.REFUSED,
          FailureKind.NOT_FOUND,
          FailureKind.ALREADY_DONE);

  private final FulfillmentNetwork network;
  private final TrackStage track;
  private final Journal journal;
  private final Clock clock;

  CancelStage(FulfillmentNetwork network, TrackStage track, Journal journal, Clock clock) {
    this.network = network;
    this.track = track;
    this.journal = journal;
    this.clock = clock;
  }

  /** Returns whether the buyer cancelled the order, or asks to. */
  static boolean isWanted(Order order) {
    return order.status() == OrderStatus.CANCELLED || order.is(OrderTrait.BUYER_CANCEL_REQUESTED);
  }

  /** Saves the intent to stop a PLACED order; {@link #resolve} does the rest. */
  void begin(RoutingRecord placed, RoutingRecord.Builder seen, String why) {
    journal.save(
        placed,
        seen.state(RoutingState.CANCELLING).dueAt(clock.instant()).decide(decision("intent", why)));
  }

  /**
   * Reads the order, asks the network to stop it while that may help, and looks again later.
   *
   * @param order as the channel shows it now; {@code null} when it cannot tell
   */
  void resolve(RoutingRecord cancelling, @Nullable Order order) {
    Optional<FulfillmentSnapshot> found = network.find(cancelling.fulfillmentOrderId());
    if (found.isEmpty() && cancelling.attempts() < LOOKS_UNTIL_ABSENT) {
      ask(cancelling);
    } else if (found.isEmpty() || stopped(found.get())) {
      stopped(cancelling, order);
    } else if (ships(found.get())) {
      tooLate(cancelling, found.get());
    } else if (cancelling.attempts() >= MAX_LOOKS) {
      unanswered(cancelling);
    } else {
      ask(cancelling);
    }
  }

  private void stopped(RoutingRecord cancelling, @Nullable Order order) {
    RoutingRecord.Builder next =
        cancelling.toBuilder()
            .state(RoutingState.CANCELLED)
            .dueAt(null)
            .decide(decision("stopped", "the network shows it as cancelled, nothing ships"));
    if (order != null && isReopened(order)) {
      reopen(cancelling, next);
    } else {
      journal.save(cancelling, next);
    }
  }

  /** Returns whether the channel wants an order shipped, which nobody asks to cancel any more. */
  static boolean isReopened(Order order) {
    return order.status().allowsShipping() && !isWanted(order);
  }

  /** The buyer's request came to nothing after the network had stopped: a person decides. */
  void reopen(RoutingRecord stopped, RoutingRecord.Builder seen) {
    String message =
        "The network stopped the order for the buyer's request, but the channel still wants it"
            + " shipped. Send it again under a new id, or cancel it at the channel.";
    review(stopped, seen, ReviewCode.AMAZON_CANCELLED, message, RoutingState.PLACED);
  }

  private void ask(RoutingRecord cancelling) {
    String outcome = "asked the network to stop it";
    try {
      // Asking twice does no more than asking once, so the intent needs no lease.
      network.cancel(cancelling.fulfillmentOrderId());
    } catch (ApiException problem) {
      if (!ANSWERS.contains(problem.kind())) {
        throw problem;
      }
      outcome = "the network did not take the request; what it shows next decides";
    }
    journal.save(
        cancelling,
        cancelling.toBuilder()
            .attempts(cancelling.attempts() + 1)
            .dueAt(clock.instant().plus(READ_AGAIN))
            .decide(decision("asked", outcome)));
  }

  private void tooLate(RoutingRecord cancelling, FulfillmentSnapshot snapshot) {
    journal.save(
        cancelling,
        track
            .apply(cancelling, snapshot)
            .state(RoutingState.SHIPPING)
            .decide(decision("too-late", "it ships; its tracking answers the request")));
  }

  private void unanswered(RoutingRecord cancelling) {
    String message =
        "The network neither cancels nor ships the order for an hour. Look it up in Seller Central;"
            + " if it ships, tell the buyer and try again.";
    review(
        cancelling,
        cancelling.toBuilder(),
        ReviewCode.CANCEL_TOO_LATE,
        message,
        RoutingState.CANCELLING);
  }

  private void review(
      RoutingRecord before,
      RoutingRecord.Builder next,
      ReviewCode code,
      String message,
      RoutingState resumeAt) {
    ReviewNote note = new ReviewNote(code, message, Map.of(), clock.instant(), resumeAt);
    journal.save(before, Reviews.raise(next, STAGE, note));
  }

  /** Returns whether the network will ship nothing of an order. */
  static boolean stopped(FulfillmentSnapshot snapshot) {
    return snapshot.status() == FulfillmentStatus.CANCELLED
        || snapshot.status() == FulfillmentStatus.UNFULFILLABLE
        || snapshot.status() == FulfillmentStatus.INVALID;
  }

  private static boolean ships(FulfillmentSnapshot snapshot) {
    return snapshot.status() == FulfillmentStatus.COMPLETE
        || snapshot.shipments().stream()
            .anyMatch(shipment -> shipment.status() == Shipment.Status.SHIPPED);
  }

  private Decision decision(String rule, String outcome) {
    return new Decision(clock.instant(), STAGE, rule, outcome, Map.of());
  }
}
