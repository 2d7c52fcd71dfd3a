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
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackedPackage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes over what the network shows of a placed order: parcels, their numbers, its end. PLACED goes
 * to REVIEW when the network will not ship, SHIPPING when it will not ship the rest; SHIPPED goes
 * to DELIVERED. Pure: the caller saves.
 */
final class TrackStage {

  static final String STAGE = "track";

  /** An order of which no sweep tells anything is read by its id, so that no number waits 4 h. */
  private static final Duration SILENCE = Duration.ofHours(3);

  /** Nobody waits for a number of an order that has all of them. */
  private static final Duration SILENCE_WHEN_SHIPPED = Duration.ofDays(1);

  private final Clock clock;

  TrackStage(Clock clock) {
    this.clock = clock;
  }

  /** Returns the record as the network's view makes it. */
  RoutingRecord.Builder apply(RoutingRecord record, FulfillmentSnapshot snapshot) {
    Instant now = clock.instant();
    List<TrackedPackage> parcels = merge(record, snapshot);
    PlacementIntent intent = record.intent();
    RoutingRecord.Builder next =
        record.toBuilder()
            .packages(parcels)
            .intent(intent == null ? null : intent.absentSince(null));
    boolean waits = parcels.stream().anyMatch(TrackedPackage::awaitsConfirmation);
    if (!waits) {
      next.attempts(0).dueAt(now.plus(silenceOf(record.state())));
    } else if (record.duty() != Duty.CONFIRM) {
      // A confirmation under way keeps its lease and its waits.
      next.attempts(0).dueAt(now);
    }
    if (parcels.size() > record.packages().size()) {
      next.decide(
          new Decision(
              now, STAGE, "parcels", "the network shows " + parcels.size() + " parcels", Map.of()));
    }
    if (record.state() == RoutingState.PLACED
        && parcels.stream().noneMatch(TrackStage::hasNumber)) {
      failure(snapshot).ifPresent(code -> failureReview(next, code, now));
    }
    if (hasShipped(record) && restWillNotShip(snapshot, parcels)) {
      restReview(next, record.state(), now);
    } else if (record.state() == RoutingState.SHIPPED && allDelivered(parcels)) {
      delivered(next, now, "every parcel is delivered");
    }
    return next;
  }

  /** Returns after which silence an order is read by its id. */
  static Duration silenceOf(RoutingState state) {
    return state == RoutingState.SHIPPED ? SILENCE_WHEN_SHIPPED : SILENCE;
  }

  /** Ends an order that arrived. */
  static RoutingRecord.Builder delivered(RoutingRecord.Builder next, Instant now, String evidence) {
    return next.decide(new Decision(now, STAGE, "delivered", evidence, Map.of()))
        .state(RoutingState.DELIVERED)
        .dueAt(null);
  }

  private static List<TrackedPackage> merge(RoutingRecord record, FulfillmentSnapshot snapshot) {
    List<TrackedPackage> merged = new ArrayList<>();
    for (TrackedPackage known : record.packages()) {
      Optional<ShipmentPackage> seen = find(snapshot, known);
      if (seen.isPresent() && !wasEmpty(known)) {
        merged.add(
            new TrackedPackage(
                known.shipmentId(), seen.get(), known.lineItems(), known.confirmation()));
      } else if (known.confirmation().verdict() != TrackedPackage.Verdict.OPEN) {
        // The channel was told, or may have been: a parcel that vanished since stays on record.
        merged.add(known);
      }
    }
    UnitAssignment assignment = new UnitAssignment(record, merged);
    for (Shipment shipment : living(snapshot)) {
      for (ShipmentPackage parcel : shipment.packages()) {
        if (merged.stream().noneMatch(known -> known.is(shipment.id(), parcel.id()))) {
          merged.add(
              new TrackedPackage(
                  shipment.id(),
                  parcel,
                  assignment.lineItemsOf(parcel),
                  TrackedPackage.Confirmation.OPEN));
        }
      }
    }
    return merged;
  }

  private static Optional<ShipmentPackage> find(
      FulfillmentSnapshot snapshot, TrackedPackage known) {
    return living(snapshot).stream()
        .filter(shipment -> shipment.id().equals(known.shipmentId()))
        .flatMap(shipment -> shipment.packages().stream())
        .filter(parcel -> parcel.id().equals(known.parcel().id()))
        .findFirst();
  }

  private static List<Shipment> living(FulfillmentSnapshot snapshot) {
    return snapshot.shipments().stream()
        .filter(shipment -> shipment.status() != Shipment.Status.CANCELLED)
        .toList();
  }

  /** Seen before the network told what is in it: taken in anew, when it tells. */
  private static boolean wasEmpty(TrackedPackage known) {
    return known.parcel().contents().isEmpty()
        && known.confirmation().verdict() == TrackedPackage.Verdict.OPEN;
  }

  private static boolean hasShipped(RoutingRecord record) {
    return record.state() == RoutingState.SHIPPING || record.state() == RoutingState.SHIPPED;
  }

  private static boolean hasNumber(TrackedPackage tracked) {
    return tracked.parcel().trackingNumber() != null;
  }

  /** All that ships is confirmed, and there are units that the network cancelled or lacks. */
  private static boolean restWillNotShip(
      FulfillmentSnapshot snapshot, List<TrackedPackage> parcels) {
    boolean open =
        parcels.stream()
            .anyMatch(
                tracked ->
                    !tracked.lineItems().isEmpty()
                        && tracked.confirmation().verdict() != TrackedPackage.Verdict.CONFIRMED);
    boolean lost =
        failure(snapshot).isPresent()
            || snapshot.items().stream()
                .anyMatch(item -> item.cancelled() + item.unfulfillable() > 0);
    return !open
        && lost
        && snapshot.items().stream()
            .allMatch(
                item ->
                    shipped(item, parcels) + item.cancelled() + item.unfulfillable()
                        >= item.ordered());
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
