// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelIntent.Origin;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stops an order at the network, if it still lets it. A yes to the cancel call is never taken for a
 * cancellation: what the order shows when read decides. CANCELLING goes to SHIPPING or REVIEW; an
 * order of which nothing ships is handed to {@link ChannelCancel}, which tells the channel.
 */
final class CancelStage {

  static final String STAGE = "cancel";

  /** Most orders are stopped or refused within seconds, and the buyer waits. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** About an hour. */
  private static final int MAX_LOOKS = 34;

  /** How long before a request is granted by itself nothing waits for long any more. */
  private static final Duration NEAR = Duration.ofMinutes(10);

  private static final Duration WAIT_WHEN_NEAR = Duration.ofSeconds(20);

  /** An order placed moments ago may not be shown yet, so one look does not make it absent. */
  private static final int LOOKS_UNTIL_ABSENT = 2;

  /** The order may tell of a request a moment before the list of requests does. */
  private static final int LOOKS_FOR_REQUEST = 3;

  private static final Set<FailureKind> ANSWERS =
      EnumSet.of(
          FailureKind.STATE_CONFLICT,
          FailureKind.REFUSED,
          FailureKind.NOT_FOUND,
          FailureKind.ALREADY_DONE);

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final TrackStage track;
  private final CancelWatch watch;
  private final ChannelCancel channel;
  private final Journal journal;
  private final Clock clock;

  CancelStage(
      FulfillmentNetwork network,
      Shops shops,
      TrackStage track,
      CancelWatch watch,
      ChannelCancel channel,
      Journal journal,
      Clock clock) {
    this.network = network;
    this.shops = shops;
    this.track = track;
    this.watch = watch;
    this.channel = channel;
    this.journal = journal;
    this.clock = clock;
  }

  /** Returns an order that shall stop, with the intent; {@link #resolve} does the rest. */
  static RoutingRecord.Builder begin(
      RoutingRecord.Builder next, CancelIntent intent, String why, Instant now) {
    return next.state(RoutingState.CANCELLING)
        .cancel(intent)
        .dueAt(now)
        .decide(new Decision(now, STAGE, "stop", why, Map.of()));
  }

  /** Returns why an order stops; a record of an older version does not tell. */
  static CancelIntent intentOf(RoutingRecord record, Instant now) {
    CancelIntent intent = record.cancel();
    return intent == null ? CancelIntent.ofChannel(now) : intent;
  }

  /**
   * Returns after which wait an order is looked at again.
   *
   * @param looks how often it was looked at
   */
  static Duration waitAfter(int looks) {
    int doublings = Math.min(looks, 5);
    Duration wait = FIRST_LOOK.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /**
   * Takes an order that shall stop as far as it goes now.
   *
   * @param order as the channel shows it now; {@code null} when it cannot tell
   */
  void resolve(RoutingRecord record, @Nullable Order order) {
    RoutingRecord cancelling = asShown(record, order);
    CancelIntent intent = intentOf(cancelling, clock.instant());
    if (intent.stoppedAt() != null) {
      channel.settle(cancelling, order);
    } else if (intent.origin() == Origin.BUYER_REQUEST && intent.requestId() == null) {
      readRequest(cancelling, intent, order == null ? shops.require(cancelling) : order);
    } else {
      askNetwork(cancelling, order);
    }
  }

  /** A request that nobody answered in time is granted by the channel. */
  private RoutingRecord asShown(RoutingRecord record, @Nullable Order order) {
    CancelIntent intent = intentOf(record, clock.instant());
    boolean gone = order != null && order.status() == OrderStatus.CANCELLED;
    return gone && intent.origin() != Origin.CHANNEL && intent.stoppedAt() == null
        ? record.toBuilder()
            .cancel(intent.byChannel())
            .decide(decision("cancelled", "the channel shows it as cancelled by now"))
            .build()
        : record;
  }

  /** Nothing is asked for before it is known whether the buyer means the whole order. */
  private void readRequest(RoutingRecord cancelling, CancelIntent intent, Order order) {
    List<CancelRequest> open = List.of();
    boolean isReadable = true;
    try {
      open = shops.of(cancelling.shop()).cancelRequests(List.of(cancelling.orderId()));
    } catch (ApiException problem) {
      if (!ChannelCancel.isForGood(problem)) {
        throw problem;
      }
      // An order that shall stop must not ship because nobody may read why.
      isReadable = false;
    }
    if (open.isEmpty() && isReadable && !CancelWatch.isWanted(order)) {
      journal.save(
          cancelling,
          cancelling.toBuilder()
              .state(stateBefore(cancelling))
              .cancel(null)
              .dueAt(clock.instant())
              .decide(decision("dropped", "the buyer took the request back; it goes on")));
    } else if (open.isEmpty() && isReadable && cancelling.attempts() < LOOKS_FOR_REQUEST) {
      lookAgain(cancelling, waitAfter(cancelling.attempts()), "the request is not shown yet");
    } else {
      CancelIntent answering = intent.answering(open);
      RoutingRecord read = cancelling.toBuilder().cancel(answering).attempts(0).build();
      if (open.isEmpty() || CancelWatch.coverAll(cancelling, order, open)) {
        askNetwork(read, order);
      } else {
        journal.save(cancelling, partOnly(read, answering, open));
      }
    }
  }

  private RoutingRecord.Builder partOnly(
      RoutingRecord read, CancelIntent intent, List<CancelRequest> open) {
    String units =
        open.stream()
            .map(request -> Remainder.names(request.lineItems()))
            .collect(Collectors.joining(","));
    Map<String, String> facts = new TreeMap<>();
    facts.put("lineItems", units);
    facts.put("request", String.valueOf(intent.requestId()));
    if (intent.answerBy() != null) {
      facts.put("answerBy", intent.answerBy().toString());
    }
    return watch.raise(
        read.toBuilder(),
        "The buyer asks to cancel the line items " + units,
        facts,
        stateBefore(read));
  }

  /** Where an order goes on that shall not stop after all. */
  private static RoutingState stateBefore(RoutingRecord cancelling) {
    if (cancelling.reservedUntil() == null) {
      // The network never said yes, so what became of the create is to be found out first.
      return RoutingState.PLACING;
    }
    return cancelling.confirmedLineItems().isEmpty() ? RoutingState.PLACED : RoutingState.SHIPPING;
  }

  private void askNetwork(RoutingRecord cancelling, @Nullable Order order) {
    CancelIntent intent = intentOf(cancelling, clock.instant());
    Optional<FulfillmentSnapshot> found = network.find(cancelling.fulfillmentOrderId());
    if (found.isEmpty()) {
      if (cancelling.attempts() < LOOKS_UNTIL_ABSENT) {
        ask(cancelling, LONGEST_WAIT);
      } else {
        stopped(cancelling, intent, order, "the network does not have it, seen twice");
      }
      return;
    }
    switch (Outlook.of(cancelling, found.get())) {
      case STOPPED ->
          stopped(
              cancelling, intent, order, "the network shows it as cancelled, nothing more ships");
      case SHIPS -> tooLate(cancelling, intent, found.get());
      case OPEN -> {
        if (cancelling.attempts() >= MAX_LOOKS) {
          unanswered(cancelling);
        } else {
          ask(cancelling, waitFor(intent, cancelling.attempts()));
        }
      }
    }
  }

  /** The nearer the time at which the channel grants a request by itself, the sooner the look. */
  private Duration waitFor(CancelIntent intent, int asked) {
    Duration wait = waitAfter(asked);
    Instant answerBy = intent.answerBy();
    boolean near = answerBy != null && clock.instant().plus(NEAR).isAfter(answerBy);
    return near && wait.compareTo(WAIT_WHEN_NEAR) > 0 ? WAIT_WHEN_NEAR : wait;
  }

  private void stopped(
      RoutingRecord cancelling, CancelIntent intent, @Nullable Order order, String evidence) {
    Instant now = clock.instant();
    RoutingRecord stopped =
        journal.save(
            cancelling,
            cancelling.toBuilder()
                .cancel(intent.stopped(now))
                .attempts(0)
                .dueAt(now)
                .decide(decision("stopped", evidence)));
    channel.settle(stopped, order);
  }

  private void ask(RoutingRecord cancelling, Duration wait) {
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
    lookAgain(cancelling, wait, outcome);
  }

  private void lookAgain(RoutingRecord cancelling, Duration wait, String outcome) {
    journal.save(
        cancelling,
        cancelling.toBuilder()
            .attempts(cancelling.attempts() + 1)
            .dueAt(clock.instant().plus(wait))
            .decide(decision("asked", outcome)));
  }

  /**
   * It ships. Its tracking answers a buyer's request, and the seller's wish is over; what the
   * channel has cancelled already needs a person.
   */
  private void tooLate(
      RoutingRecord cancelling, CancelIntent intent, FulfillmentSnapshot snapshot) {
    RoutingRecord.Builder next = track.apply(cancelling, snapshot);
    if (intent.origin() == Origin.CHANNEL) {
      String message =
          "The order is cancelled at the channel, wholly or in part, but the network ships it. Ask the"
              + " carrier to return the parcel, or settle it with the buyer.";
      review(cancelling, next, message, shippingOrShipped(cancelling));
      return;
    }
    String outcome =
        intent.origin() == Origin.SELLER
            ? "it ships, so it is not cancelled at the channel"
            : "it ships; its tracking answers the request";
    journal.save(
        cancelling,
        next.state(shippingOrShipped(cancelling)).decide(decision("too-late", outcome)));
  }

  /** What was told before somebody wanted it stopped stays told. */
  private static RoutingState shippingOrShipped(RoutingRecord record) {
    return Progress.isComplete(record) ? RoutingState.SHIPPED : RoutingState.SHIPPING;
  }

  /** Picking takes hours, and what leaves has to be told all the same: it answers a request. */
  private void unanswered(RoutingRecord cancelling) {
    String message =
        "The network neither stops nor ships the order for an hour. Its parcels are followed and told"
            + " as if nobody had asked. Look it up in Seller Central; stop it asks once more.";
    RoutingState before = stateBefore(cancelling);
    RoutingRecord goingOn = cancelling.toBuilder().state(before).build();
    review(
        cancelling,
        cancelling.toBuilder().dueAt(Silence.nextRead(goingOn, clock.instant())),
        message,
        before);
  }

  private void review(
      RoutingRecord before, RoutingRecord.Builder next, String message, RoutingState resumeAt) {
    ReviewNote note =
        new ReviewNote(ReviewCode.CANCEL_TOO_LATE, message, Map.of(), clock.instant(), resumeAt);
    journal.save(before, Reviews.raise(next, STAGE, note));
  }

  private Decision decision(String rule, String outcome) {
    return new Decision(clock.instant(), STAGE, rule, outcome, Map.of());
  }
}
