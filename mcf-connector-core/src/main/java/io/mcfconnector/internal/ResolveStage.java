// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a create that may have been sent: PLACING goes to PLACED, CANCELLING,
 * READY or REVIEW by what the network shows.
 */
final class ResolveStage {

  /** Two looks this far apart make "the network does not have it" certain. */
  static final Duration SECOND_LOOK = Duration.ofSeconds(5);

  /** When a placed order is read by its id because no sweep has shown it. */
  private static final Duration FIRST_SIGN = Duration.ofMinutes(10);

  private static final int MAX_ATTEMPTS = 5;
  private static final int MAX_FAILED_LOOKS = 20;

  private final FulfillmentNetwork network;
  private final Journal journal;
  private final Settings settings;
  private final Clock clock;

  ResolveStage(FulfillmentNetwork network, Journal journal, Settings settings, Clock clock) {
    this.network = network;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /** Saves that the network took the order. */
  void placed(RoutingRecord placing) {
    String outcome = "the network accepted " + placing.fulfillmentOrderId();
    journal.save(placing, asPlaced(placing, "accepted", outcome));
  }

  /**
   * Reads the network before anything is sent again.
   *
   * @param order as the channel shows it now; {@code null} when it cannot tell
   */
  void resolve(RoutingRecord placing, @Nullable Order order) {
    PlacementIntent intent = intentOf(placing);
    Optional<FulfillmentSnapshot> found;
    try {
      found = network.find(intent.id());
    } catch (ApiException problem) {
      if (placing.attempts() >= MAX_FAILED_LOOKS) {
        uncertain(
            placing, "cannot be read since " + intent.intendedAt(), PlaceStage.facts(problem));
        return;
      }
      throw problem;
    }
    if (found.isEmpty()) {
      absent(placing, intent);
    } else if (found.get().matches(intent)) {
      adopted(placing, order);
    } else {
      conflict(placing, found.get());
    }
  }

  private void absent(RoutingRecord placing, PlacementIntent intent) {
    Instant now = clock.instant();
    Instant absentSince = intent.absentSince();
    if (absentSince == null || now.isBefore(absentSince.plus(SECOND_LOOK))) {
      Instant since = absentSince == null ? now : absentSince;
      journal.save(
          placing,
          placing.toBuilder()
              .intent(intent.absentSince(since))
              .dueAt(since.plus(SECOND_LOOK))
              .attempts(0));
    } else if (intent.attempts() >= MAX_ATTEMPTS) {
      uncertain(placing, "was asked for " + intent.attempts() + " times without effect", Map.of());
    } else {
      journal.save(
          placing,
          placing.toBuilder()
              .state(RoutingState.READY)
              .intent(intent.absentSince(null))
              .dueAt(now)
              .decide(
                  decision(
                      "absent",
                      "the network does not have it, seen twice; the same request goes again")));
    }
  }

  /** The polls that showed a cancellation may be long over when the order is found at last. */
  private void adopted(RoutingRecord placing, @Nullable Order order) {
    String outcome = "found " + placing.fulfillmentOrderId() + " at the network as asked for";
    RoutingRecord.Builder next = asPlaced(placing, "adopted", outcome);
    if (placing.cancel() == null && order != null && CancelWatch.isWanted(order)) {
      Instant now = clock.instant();
      CancelIntent intent =
          order.status() == OrderStatus.CANCELLED
              ? CancelIntent.ofChannel(now)
              : CancelIntent.ofBuyer(now);
      CancelStage.begin(next, intent, "the buyer cancelled, or asked to, meanwhile", now);
    }
    journal.save(placing, next);
  }

  private RoutingRecord.Builder asPlaced(RoutingRecord placing, String rule, String outcome) {
    Instant now = clock.instant();
    RoutingRecord.Builder next =
        placing.toBuilder()
            .state(RoutingState.PLACED)
            .intent(intentOf(placing).absentSince(null))
            .dueAt(now.plus(FIRST_SIGN))
            .reservedUntil(now.plus(settings.settle()))
            .decide(decision(rule, outcome));
    CancelIntent wish = placing.cancel();
    return wish != null && wish.origin() == CancelIntent.Origin.SELLER
        ? CancelStage.begin(next, wish, "the seller cancelled it while it was placed", now)
        : next;
  }

  private void conflict(RoutingRecord placing, FulfillmentSnapshot found) {
    review(
        placing,
        placing.toBuilder(),
        ReviewCode.CREATE_CONFLICT,
        "The network has another order under the id "
            + found.id()
            + ". Compare both; send again under a new id only if this order was never shipped.",
        Map.of("networkStatus", found.rawStatus()));
  }

  private void uncertain(RoutingRecord placing, String evidence, Map<String, String> facts) {
    // A person who tries again starts a new row of looks and attempts; one attempt stays on record,
    // so that the network is still read before a refusal counts.
    PlacementIntent intent = intentOf(placing);
    PlacementIntent fresh =
        new PlacementIntent(
            intent.id(), intent.units(), intent.destination(), intent.intendedAt(), 1, null);
    review(
        placing,
        placing.toBuilder().intent(fresh),
        ReviewCode.CREATE_UNCERTAIN,
        "It is unclear whether the network has the order: it "
            + evidence
            + ". Look it up in Seller Central, then try again; the same id never ships twice.",
        facts);
  }

  private void review(
      RoutingRecord placing,
      RoutingRecord.Builder next,
      ReviewCode code,
      String message,
      Map<String, String> facts) {
    ReviewNote note = new ReviewNote(code, message, facts, clock.instant(), RoutingState.PLACING);
    journal.save(placing, Reviews.raise(next, PlaceStage.STAGE, note));
  }

  private static PlacementIntent intentOf(RoutingRecord placing) {
    return Objects.requireNonNull(placing.intent(), "PLACING without intent");
  }

  private Decision decision(String rule, String outcome) {
    return new Decision(clock.instant(), PlaceStage.STAGE, rule, outcome, Map.of());
  }
}
