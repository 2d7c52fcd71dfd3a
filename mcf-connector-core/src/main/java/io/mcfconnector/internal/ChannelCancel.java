// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelIntent.Origin;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the channel of an order that nothing ships for: grants the buyer's request, or cancels it
 * for the seller. Read, intent saved, call, read back: CANCELLING goes to CANCELLED only when the
 * channel shows it so. What is left of an order goes on, or waits for a person.
 */
final class ChannelCancel {

  /** How often the channel is looked at, some minutes in all, before a person hears of it. */
  private static final int MAX_LOOKS = 8;

  /** A request that so many looks do not show is not there, or is answered. */
  private static final int LOOKS_FOR_REQUEST = 3;

  private static final Duration LOOK_WHILE_HELD = Duration.ofMinutes(15);

  /** Answered, taken back or settled already: what the order shows next decides. */
  private static final Set<FailureKind> SETTLED =
      EnumSet.of(FailureKind.ALREADY_DONE, FailureKind.STATE_CONFLICT, FailureKind.NOT_FOUND);

  private static final Set<FailureKind> FOR_GOOD =
      EnumSet.of(FailureKind.REFUSED, FailureKind.CALLER_FAULT, FailureKind.AUTHORIZATION_LOST);

  private final Shops shops;
  private final Journal journal;
  private final Clock clock;

  ChannelCancel(Shops shops, Journal journal, Clock clock) {
    this.shops = shops;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Takes an order of which it is certain that nothing ships, or nothing more, to its end.
   *
   * @param seen as the channel showed it just now; {@code null} when it could not tell
   * @throws ApiException when a call failed; what was not settled by then is tried again when due
   */
  void settle(RoutingRecord stopped, @Nullable Order seen) {
    Order order = seen == null ? shops.require(stopped) : seen;
    if (CancelWatch.isGone(stopped, order)) {
      end(stopped, order);
      return;
    }
    CancelIntent intent = CancelStage.intentOf(stopped, clock.instant());
    boolean asked = CancelWatch.isRequested(order) || intent.origin() == Origin.BUYER_REQUEST;
    List<CancelRequest> open;
    try {
      open = asked ? channelOf(stopped).cancelRequests(List.of(stopped.orderId())) : List.of();
    } catch (ApiException problem) {
      failed(stopped, problem);
      return;
    }
    boolean tells = !open.isEmpty() || intent.origin() == Origin.SELLER;
    if (tells && !Remainder.leftOutOfIntent(stopped).isEmpty()) {
      refused(stopped, "a part of the order goes without the network, and may ship");
    } else if (!open.isEmpty()) {
      grant(stopped, intent, open);
    } else if (intent.origin() == Origin.SELLER) {
      cancel(stopped, order, Objects.requireNonNull(intent.reason(), "no reason"));
    } else if (asked && stopped.attempts() < LOOKS_FOR_REQUEST) {
      lookAgain(stopped, "the channel shows no open request and no cancellation yet");
    } else {
      leftOver(stopped, order);
    }
  }

  private void grant(RoutingRecord stopped, CancelIntent intent, List<CancelRequest> open) {
    RoutingRecord granting = stopped;
    if (!open.stream().allMatch(intent::answers)) {
      CancelIntent answering = intent.answering(open);
      granting =
          journal.save(
              stopped,
              stopped.toBuilder()
                  .cancel(answering)
                  .decide(decision("granting", "will grant request " + answering.requestId())));
    }
    for (CancelRequest request : open) {
      try {
        // A repeat does no more than one call, so the intent needs no lease.
        channelOf(granting).approve(request);
      } catch (ApiException problem) {
        failed(granting, problem);
        return;
      }
    }
    afterwards(granting, open, "granted the request; the channel does not show it yet");
  }

  private void cancel(RoutingRecord stopped, Order order, CancelReason reason) {
    try {
      channelOf(stopped).cancel(order, reason);
    } catch (ApiException problem) {
      failed(stopped, problem);
      return;
    }
    afterwards(
        stopped, List.of(), "asked the channel to cancel it; the channel does not show it yet");
  }

  private void afterwards(RoutingRecord told, List<CancelRequest> granted, String waiting) {
    Order order = shops.require(told);
    if (CancelWatch.isGone(told, order)) {
      end(told, order);
    } else if (!granted.isEmpty()
        && CancelStage.intentOf(told, clock.instant()).origin() != Origin.SELLER
        && granted.stream().allMatch(request -> isGranted(request, order))) {
      leftOver(told, order);
    } else {
      lookAgain(told, waiting);
    }
  }

  private static boolean isGranted(CancelRequest request, Order order) {
    return !request.lineItems().isEmpty()
        && order.lineItems().stream()
            .filter(item -> request.lineItems().contains(item.id()))
            .allMatch(item -> item.status() == LineItem.Status.CANCELLED);
  }

  private void failed(RoutingRecord told, ApiException problem) {
    Order order = shops.require(told);
    if (CancelWatch.isGone(told, order)) {
      end(told, order);
    } else if (SETTLED.contains(problem.kind())) {
      lookAgain(told, "the channel did not take it; what it shows next decides");
    } else {
      if (isForGood(problem)) {
        refused(told, String.valueOf(problem.getMessage()));
      }
      throw problem;
    }
  }

  /** Returns whether a call will fail again however often it is made. */
  static boolean isForGood(ApiException problem) {
    return FOR_GOOD.contains(problem.kind());
  }

  private void lookAgain(RoutingRecord record, String outcome) {
    int looks = record.attempts() + 1;
    if (looks > MAX_LOOKS) {
      refused(record, "the channel still does not show it as cancelled");
      return;
    }
    journal.save(
        record,
        record.toBuilder()
            .attempts(looks)
            .dueAt(clock.instant().plus(CancelStage.waitAfter(looks - 1)))
            .decide(decision("told", outcome)));
  }

  /**
   * The channel will not cancel it. An order that nothing was sent for is held while a buyer's
   * request is open, which the channel grants by itself in time; any other needs a person.
   */
  private void refused(RoutingRecord record, String why) {
    CancelIntent intent = CancelStage.intentOf(record, clock.instant());
    RoutingRecord.Builder next = record.toBuilder();
    if (record.intent() != null) {
      String message =
          "The network stopped the order, but the channel was not brought to cancel it. Cancel it there,"
              + " or send it again under a new id. The reason: "
              + why;
      review(record, next, ReviewCode.AMAZON_CANCELLED, message, RoutingState.PLACED);
    } else if (intent.origin() == Origin.SELLER) {
      String message =
          "The channel was not brought to cancel the order, which was not sent to the network. Cancel it"
              + " there or with another reason; try again lets it be judged, and sent. The reason: "
              + why;
      review(
          record, next.cancel(null), ReviewCode.UNSUPPORTED_ORDER, message, RoutingState.RECEIVED);
    } else {
      journal.save(
          record,
          next.state(RoutingState.HELD)
              .dueAt(clock.instant().plus(LOOK_WHILE_HELD))
              .decide(
                  new Decision(
                      clock.instant(),
                      CancelStage.STAGE,
                      "not-granted",
                      "the buyer's request was not granted, so the channel decides about it",
                      Map.of("problem", why))));
    }
  }

  /** Nobody wants the whole order cancelled, or not any more. */
  private void leftOver(RoutingRecord stopped, Order order) {
    Instant now = clock.instant();
    if (stopped.intent() == null && CancelWatch.isRequested(order)) {
      refused(stopped, "the channel shows no request that could be granted");
    } else if (stopped.intent() == null) {
      journal.save(
          stopped,
          stopped.toBuilder()
              .state(RoutingState.RECEIVED)
              .cancel(null)
              .dueAt(now)
              .decide(decision("left-over", "what nobody asks to cancel goes on")));
    } else if (order.status().allowsShipping()) {
      reopen(stopped, stopped.toBuilder());
    } else {
      ended(stopped, "the network ships nothing of it, and the channel wants nothing shipped");
    }
  }

  /** Returns whether the channel wants an order shipped, which nobody asks to cancel any more. */
  static boolean isReopened(Order order) {
    return order.status().allowsShipping() && !CancelWatch.isWanted(order);
  }

  /**
   * The network stopped what the channel still wants shipped, or a part of it: a person decides.
   */
  void reopen(RoutingRecord stopped, RoutingRecord.Builder seen) {
    String message =
        "The network stopped the order for a cancellation, but the channel still wants it, or a part"
            + " of it, shipped. Send that again under a new id, or cancel it at the channel.";
    review(
        stopped,
        seen,
        ReviewCode.AMAZON_CANCELLED,
        message,
        isTold(stopped) ? RoutingState.SHIPPING : RoutingState.PLACED);
  }

  /** An order is never called cancelled of which the channel has a parcel. */
  private void end(RoutingRecord stopped, Order order) {
    RoutingRecord.Builder shipped = stopped.toBuilder().state(RoutingState.SHIPPED);
    shipped.dueAt(Silence.nextRead(shipped.build(), clock.instant()));
    if (!isTold(stopped)) {
      ended(stopped, "the channel shows it as cancelled");
    } else if (order.status() == OrderStatus.CANCELLED) {
      String message =
          "The order is cancelled at the channel, but a parcel of it has left. Ask the carrier to return"
              + " it, or settle it with the buyer.";
      review(stopped, shipped, ReviewCode.CANCEL_TOO_LATE, message, RoutingState.SHIPPED);
    } else {
      journal.save(
          stopped,
          shipped.decide(decision("rest-cancelled", "what was not shipped is cancelled at both")));
    }
  }

  private static boolean isTold(RoutingRecord record) {
    return record.packages().stream()
        .anyMatch(parcel -> parcel.confirmation().verdict().isKnownToChannel());
  }

  private void ended(RoutingRecord stopped, String evidence) {
    journal.save(stopped, cancelled(stopped, evidence, clock.instant()));
  }

  private static RoutingRecord.Builder cancelled(
      RoutingRecord record, String evidence, Instant now) {
    return record.toBuilder()
        .state(RoutingState.CANCELLED)
        .dueAt(null)
        .decide(new Decision(now, CancelStage.STAGE, "cancelled", evidence, Map.of()));
  }

  /** Returns the end of an order in review that the channel cancelled. */
  static RoutingRecord.Builder cancelled(RoutingRecord record, Instant now) {
    return cancelled(record, "the channel shows it as cancelled", now);
  }

  /** Returns whether a review of an order is over because the channel cancelled it. */
  static boolean endsReview(RoutingRecord record, Order order) {
    return order.status() == OrderStatus.CANCELLED && isStopped(record);
  }

  /** Returns whether an order waits for a person and the network is known to ship nothing of it. */
  static boolean isStopped(RoutingRecord record) {
    ReviewNote review = record.review();
    return review != null
        && review.code().isNetworkDone()
        && record.packages().stream().noneMatch(TrackedPackage::isShipped);
  }

  private void review(
      RoutingRecord before,
      RoutingRecord.Builder next,
      ReviewCode code,
      String message,
      RoutingState resumeAt) {
    Map<String, String> facts = new TreeMap<>();
    CancelIntent intent = before.cancel();
    if (intent != null && intent.by() != null) {
      facts.put("by", intent.by());
    }
    if (intent != null && intent.reason() != null) {
      facts.put("reason", intent.reason().name());
    }
    ReviewNote note = new ReviewNote(code, message, facts, clock.instant(), resumeAt);
    journal.save(before, Reviews.raise(next, CancelStage.STAGE, note));
  }

  private SalesChannel channelOf(RoutingRecord record) {
    return shops.of(record.shop());
  }

  private Decision decision(String rule, String outcome) {
    return new Decision(clock.instant(), CancelStage.STAGE, rule, outcome, Map.of());
  }
}
