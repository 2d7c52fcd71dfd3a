// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.validation.AddressNormalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates the fulfillment order exactly once: intent saved, call, result saved. READY goes to
 * PLACING and PLACED. Whatever happens between, {@link ResolveStage} reads the network before
 * anything is sent again.
 */
final class PlaceStage {

  /** Names this stage and {@link ResolveStage} in the stories of orders. */
  static final String STAGE = "place";

  /** Names the step before a create call in the stories of orders. */
  static final String INTENT = "intent";

  /**
   * Longer than the wait for a permit after a 429 and a call's time-out: the sender is surely gone.
   */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Whatever a platform asks for, the network is read by then. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final FulfillmentNetwork network;
  private final ResolveStage resolve;
  private final TakeOver takeOver;
  private final HandOver handOver;
  private final AssessStage assess;
  private final KeptDestinations destinations;
  private final AddressNormalizer normalizer;
  private final OrderTransformer transformer;
  private final SpeedChoice speeds;
  private final ShortageCheck shortages;
  private final Journal journal;
  private final Settings settings;
  private final Clock clock;

  PlaceStage(
      FulfillmentNetwork network,
      ResolveStage resolve,
      TakeOver takeOver,
      HandOver handOver,
      AssessStage assess,
      KeptDestinations destinations,
      AddressNormalizer normalizer,
      OrderTransformer transformer,
      ShortageCheck shortages,
      Journal journal,
      Settings settings,
      Clock clock) {
    this.network = network;
    this.resolve = resolve;
    this.takeOver = takeOver;
    this.handOver = handOver;
    this.assess = assess;
    this.destinations = destinations;
    this.normalizer = normalizer;
    this.transformer = transformer;
    this.shortages = shortages;
    this.speeds = new SpeedChoice(network, settings, clock);
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /** Places a READY order, unless the order as it is now may no longer go. */
  void place(RoutingRecord record, Order order) {
    RoutingRecord judged = assess.assess(record, order).build();
    if (judged.state() != RoutingState.READY) {
      journal.save(record, judged.toBuilder());
      return;
    }
    if (takeOver.keepsBack(record, judged, order)) {
      return;
    }
    List<LineItem> rest = handOver.restOf(judged, order);
    if (!rest.isEmpty()) {
      RoutingRecord handedOver = handOver.give(record, judged, rest);
      placePart(handedOver, handedOver, order);
    } else {
      placePart(record, judged, order);
    }
  }

  private void placePart(RoutingRecord record, RoutingRecord judged, Order order) {
    if (judged.items().isEmpty()) {
      handOver.end(record, judged);
      return;
    }
    Address destination =
        Objects.requireNonNull(
            destinations.complete(record, order).destination(), "READY without destination");
    send(record, judged, order, normalizer.normalize(destination).address());
  }

  private void send(RoutingRecord before, RoutingRecord judged, Order order, Address destination) {
    FulfillmentOrder wanted =
        transformer.toFulfillmentOrder(
            judged.fulfillmentOrderId(), order, destination, judged.items());
    Optional<ReviewNote> shortage = shortages.check(before, judged);
    if (shortage.isPresent()) {
      journal.save(before, Reviews.raise(judged.toBuilder(), STAGE, shortage.get()));
      return;
    }
    SpeedChoice.Choice choice = speeds.choose(before, judged, wanted);
    if (choice.review() != null) {
      journal.save(before, Reviews.raise(judged.toBuilder(), STAGE, choice.review()));
      return;
    }
    PlacementIntent intent = intend(judged, destination);
    RoutingRecord placing =
        journal.save(
            before,
            judged.toBuilder()
                .state(RoutingState.PLACING)
                .attempts(before.attempts())
                .intent(intent)
                .dueAt(clock.instant().plus(LEASE))
                .decide(
                    decision(
                        INTENT,
                        "will ask for " + intent.id() + ", attempt " + intent.attempts(),
                        choice.facts())),
            destination,
            clock.instant().plus(settings.addressRetention()));
    try {
      network.create(choice.order());
    } catch (ApiException problem) {
      failed(placing, intent, problem);
      return;
    }
    resolve.placed(placing);
  }

  private PlacementIntent intend(RoutingRecord record, Address destination) {
    PlacementIntent earlier = record.intent();
    int sentBefore =
        earlier != null && earlier.id().equals(record.fulfillmentOrderId())
            ? earlier.attempts()
            : 0;
    return new PlacementIntent(
        record.fulfillmentOrderId(),
        record.units(),
        AddressFingerprint.ofRequired(destination),
        clock.instant(),
        sentBefore + 1,
        null);
  }

  private void failed(RoutingRecord placing, PlacementIntent intent, ApiException problem) {
    if (problem.kind() == FailureKind.ALREADY_DONE) {
      resolve.resolve(placing, null);
    } else if (problem.isUncertain()) {
      Duration wait = atMost(LONGEST_WAIT, problem.retryAfter().orElse(ResolveStage.SECOND_LOOK));
      journal.save(
          placing,
          placing.toBuilder()
              .dueAt(clock.instant().plus(wait))
              .decide(
                  decision(
                      "uncertain",
                      "no certain answer; the network is read before anything is repeated",
                      facts(problem))));
    } else if (problem.isRetryable() || problem.kind() == FailureKind.AUTHORIZATION_LOST) {
      nothingSent(placing, intent, problem);
    } else if (intent.attempts() == 1) {
      // Refused for certain: there is nothing at the network to look for.
      refuse(placing, placing.toBuilder().intent(null), problem);
    } else {
      refuseUnlessFound(placing, problem);
    }
  }

  /** The network did nothing for certain, so the record goes back to where it was before. */
  private void nothingSent(RoutingRecord placing, PlacementIntent intent, ApiException problem) {
    boolean certain = intent.attempts() == 1;
    int failures = placing.attempts() + 1;
    journal.save(
        placing,
        placing.toBuilder()
            .state(certain ? RoutingState.READY : RoutingState.PLACING)
            .intent(certain ? null : intent)
            .attempts(failures)
            .dueAt(clock.instant().plus(Backoff.after(failures)))
            .decide(
                decision("not-sent", "the call did nothing; tried again later", facts(problem))));
    if (problem.kind() == FailureKind.AUTHORIZATION_LOST) {
      throw problem;
    }
  }

  /**
   * An earlier attempt was uncertain: only a look tells whether this refusal is the whole truth.
   */
  private void refuseUnlessFound(RoutingRecord placing, ApiException problem) {
    if (network.find(Objects.requireNonNull(placing.intent()).id()).isPresent()) {
      resolve.resolve(placing, null);
    } else {
      refuse(placing, placing.toBuilder(), problem);
    }
  }

  private void refuse(RoutingRecord placing, RoutingRecord.Builder next, ApiException problem) {
    ReviewCode code = problem.reviewCode().orElse(ReviewCode.CREATE_REFUSED);
    String message =
        code == ReviewCode.OUT_OF_STOCK
            ? "The network has too few units for this order. Send stock, then try again, or cancel"
                + " the order at the channel."
            : "The network refused the order. Repair what it names, then try again. It said: "
                + problem.getMessage();
    ReviewNote note =
        new ReviewNote(code, message, facts(problem), clock.instant(), RoutingState.READY);
    journal.save(placing, Reviews.raise(next, STAGE, note));
  }

  private static Duration atMost(Duration limit, Duration wish) {
    return wish.compareTo(limit) < 0 ? wish : limit;
  }

  private Decision decision(String rule, String outcome, Map<String, String> facts) {
    return new Decision(clock.instant(), STAGE, rule, outcome, facts);
  }

  static Map<String, String> facts(ApiException problem) {
    return Map.of("problem", String.valueOf(problem.getMessage()));
  }
}
