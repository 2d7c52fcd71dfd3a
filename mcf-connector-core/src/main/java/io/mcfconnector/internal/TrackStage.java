// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackedPackage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what the network shows of a placed order: parcels, their numbers, its end. PLACED goes
 * to REVIEW when the network will not ship, SHIPPING when it will not ship the rest; SHIPPED goes
 * to DELIVERED. Pure: the caller saves.
 */
final class TrackStage {

  static final String STAGE = "track";

  private final Clock clock;

  TrackStage(Clock clock) {
    this.clock = clock;
  }

  /** Returns the record as the network's view makes it. */
  RoutingRecord.Builder apply(RoutingRecord record, FulfillmentSnapshot snapshot) {
    Instant now = clock.instant();
    int generation = record.generationOf(snapshot.id()).orElseThrow();
    List<TrackedPackage> merged = ParcelMerge.merge(record, snapshot, generation);
    List<TrackedPackage> parcels = Corrections.intend(record, merged, snapshot, generation, now);
    RoutingRecord.Builder next = record.toBuilder().packages(parcels);
    boolean waits = parcels.stream().anyMatch(TrackedPackage::awaitsConfirmation);
    if (waits && (record.duty() != Duty.CONFIRM || record.dueAt() == null)) {
      // A confirmation under way keeps its lease and its waits.
      next.attempts(0).dueAt(now);
    } else if (!waits && !isDead(record)) {
      next.attempts(0).dueAt(Silence.nextRead(record, now));
    }
    if (parcels.size() > record.packages().size()) {
      next.decide(
          new Decision(
              now, STAGE, "parcels", "the network shows " + parcels.size() + " parcels", Map.of()));
    }
    if (!parcels.equals(merged)) {
      next.decide(
          new Decision(
              now,
              STAGE,
              "correction",
              "the network changed a number that the channel has; the channel is told",
              Map.of()));
    }
    Corrections.unmet(record, parcels, snapshot, generation, now)
        .ifPresent(note -> Reviews.raise(next, STAGE, note));
    if (generation == record.generation()) {
      judge(record, snapshot, parcels, next, now);
    }
    LostParcels.raise(record, parcels, next, now);
    return next;
  }

  /** Finds out what becomes of an order whose present fulfillment order looks like this. */
  private static void judge(
      RoutingRecord record,
      FulfillmentSnapshot snapshot,
      List<TrackedPackage> parcels,
      RoutingRecord.Builder next,
      Instant now) {
    PlacementIntent intent = record.intent();
    next.intent(intent == null ? null : intent.absentSince(null));
    List<TrackedPackage> present =
        parcels.stream().filter(one -> one.generation() == record.generation()).toList();
    if (record.stateBehindReview() == RoutingState.PLACED
        && present.stream().noneMatch(TrackStage::hasNumber)) {
      failure(snapshot).ifPresent(code -> failureReview(next, code, now));
    }
    RoutingRecord seen = next.build();
    if (record.stateBehindReview() == RoutingState.SHIPPING && Progress.isComplete(seen)) {
      // What was still open has been cancelled at the channel.
      Progress.advance(seen, next, STAGE, now);
    }
    if (hasShipped(record) && restWillNotShip(record, snapshot, present)) {
      restReview(next, record.stateBehindReview(), now);
    } else if (record.stateBehindReview() == RoutingState.SHIPPED && allDelivered(parcels)) {
      delivered(next, now, "every parcel is delivered");
    }
  }

  /** Returns when an order is looked at next: at once as long as a parcel is to be told of. */
  static @Nullable Instant nextLook(RoutingRecord record, Instant now) {
    return record.packages().stream().anyMatch(TrackedPackage::awaitsConfirmation)
        ? now
        : Silence.nextRead(record, now);
  }

  /**
   * Ends an order that arrived. Arriving settles a doubt about its number; any other review stays
   * until its person settles it.
   */
  static RoutingRecord.Builder delivered(RoutingRecord.Builder next, Instant now, String evidence) {
    ReviewNote review = next.build().review();
    next.decide(new Decision(now, STAGE, "delivered", evidence, Map.of())).dueAt(null);
    return review == null || review.code() == ReviewCode.TRACKING_WARNING
        ? next.state(RoutingState.DELIVERED)
        : next.advance(RoutingState.DELIVERED);
  }

  private static boolean hasShipped(RoutingRecord record) {
    RoutingState at = record.stateBehindReview();
    return at == RoutingState.SHIPPING || at == RoutingState.SHIPPED;
  }

  /** Nothing more comes of it, so only what a sweep happens to show is looked at. */
  private static boolean isDead(RoutingRecord record) {
    return record.review() != null && record.review().code().isNetworkDone();
  }

  private static boolean hasNumber(TrackedPackage tracked) {
    return tracked.parcel().trackingNumber() != null;
  }

  /** All that ships is confirmed, and there are units that the network cancelled or lacks. */
  private static boolean restWillNotShip(
      RoutingRecord record, FulfillmentSnapshot snapshot, List<TrackedPackage> parcels) {
    boolean open =
        parcels.stream()
            .anyMatch(
                tracked ->
                    !tracked.lineItems().isEmpty()
                        && !tracked.confirmation().verdict().isKnownToChannel());
    boolean lost =
        failure(snapshot).isPresent()
            || (!isRestUnwanted(record)
                && snapshot.items().stream()
                    .anyMatch(item -> item.cancelled() + item.unfulfillable() > 0));
    return !open
        && lost
        && snapshot.items().stream()
            .allMatch(
                item ->
                    shipped(item, parcels) + item.cancelled() + item.unfulfillable()
                        >= item.ordered());
  }

  /** The rest was stopped because somebody cancelled it, so nobody waits for it. */
  private static boolean isRestUnwanted(RoutingRecord record) {
    return record.cancel() != null && record.cancel().stoppedAt() != null;
  }

  private static int shipped(FulfillmentSnapshot.Item item, List<TrackedPackage> parcels) {
    return parcels.stream()
        .flatMap(tracked -> tracked.parcel().contents().stream())
        .filter(content -> content.itemId().equals(item.id()))
        .mapToInt(ShipmentPackage.Content::quantity)
        .sum();
  }

  private static void restReview(RoutingRecord.Builder next, RoutingState state, Instant now) {
    ReviewCode code = ReviewCode.AMAZON_UNFULFILLABLE;
    String message =
        "The network will not ship all of the order it had begun to ship. Send the rest again under a"
            + " new id, as far as the channel still shows it open, or settle it with the buyer.";
    Reviews.raise(next, STAGE, new ReviewNote(code, message, Map.of(), now, state));
  }

  private static boolean allDelivered(List<TrackedPackage> parcels) {
    return !parcels.isEmpty()
        && parcels.stream()
            .allMatch(tracked -> tracked.parcel().status() == PackageStatus.DELIVERED);
  }

  private static Optional<ReviewCode> failure(FulfillmentSnapshot snapshot) {
    return switch (snapshot.status()) {
      case CANCELLED -> Optional.of(ReviewCode.AMAZON_CANCELLED);
      case UNFULFILLABLE -> Optional.of(ReviewCode.AMAZON_UNFULFILLABLE);
      case INVALID -> Optional.of(ReviewCode.AMAZON_INVALID);
      default -> Optional.empty();
    };
  }

  private static void failureReview(RoutingRecord.Builder next, ReviewCode code, Instant now) {
    String message =
        switch (code) {
          case AMAZON_CANCELLED ->
              "The order was cancelled at the network. Send it again under a new id, or cancel it at"
                  + " the channel.";
          case AMAZON_UNFULFILLABLE ->
              "The network found no sellable unit. Send stock and send the order again under a new"
                  + " id, or cancel it at the channel.";
          default ->
              "The network found the order invalid after it had accepted it. Check address and SKUs,"
                  + " then send it again under a new id, or cancel it at the channel.";
        };
    Reviews.raise(next, STAGE, new ReviewNote(code, message, Map.of(), now, RoutingState.PLACED));
  }
}
