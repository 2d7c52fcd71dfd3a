// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackedPackage.Verdict;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rule that spends an order's only correction: the channel holds a carrier's number that the
 * network has changed for good. The network's own number and a carrier's number of the same parcel
 * are both good, so neither ever replaces the other.
 */
final class Corrections {

  /** TikTok Shop takes a correction within 72 hours of shipment; an hour is left for the call. */
  private static final Duration WINDOW = Duration.ofHours(71);

  private Corrections() {}

  /**
   * A number at the channel and the one to have instead.
   *
   * @param told what the channel holds
   * @param shown what the network shows
   */
  record Change(TrackingNumber told, TrackingNumber shown) {}

  /** Returns the parcels, of which one at most has the intent to correct its number. */
  static List<TrackedPackage> intend(
      RoutingRecord record,
      List<TrackedPackage> parcels,
      FulfillmentSnapshot snapshot,
      int generation,
      Instant now) {
    List<TrackedPackage> intended = new ArrayList<>(parcels);
    intended.replaceAll(
        parcel ->
            changeOf(parcel, snapshot, generation)
                .filter(change -> !isKnown(record, change))
                .filter(change -> obstacle(intended, parcel, now).isEmpty())
                .map(change -> intend(parcel, change.shown()))
                .orElse(parcel));
    return intended;
  }

  /** Returns the parcel with the intent to give the channel another number of it. */
  static TrackedPackage intend(TrackedPackage parcel, TrackingNumber number) {
    Confirmation told = parcel.confirmation();
    return parcel.with(
        new Confirmation(
            Verdict.CORRECTING,
            number,
            told.provider(),
            told.channelPackageId(),
            told.warning(),
            told.at(),
            told.number()));
  }

  /** Returns why the channel would not take a correction any more; empty when it should. */
  static Optional<String> obstacle(
      List<TrackedPackage> parcels, TrackedPackage parcel, Instant now) {
    if (parcels.stream().anyMatch(one -> one.confirmation().replaced() != null)) {
      return Optional.of("the only correction of the order is spent");
    }
    Instant at = parcel.confirmation().at();
    return at == null || now.isBefore(at.plus(WINDOW))
        ? Optional.empty()
        : Optional.of("the channel takes a correction only within 72 hours of shipment");
  }

  /** Returns what a person has to know of changes that cannot be corrected; each is told once. */
  static Optional<ReviewNote> unmet(
      RoutingRecord record,
      List<TrackedPackage> parcels,
      FulfillmentSnapshot snapshot,
      int generation,
      Instant now) {
    List<Change> changes = new ArrayList<>();
    String why = "";
    for (TrackedPackage parcel : parcels) {
      Optional<Change> change =
          changeOf(parcel, snapshot, generation).filter(one -> !isKnown(record, one));
      if (change.isPresent()) {
        changes.add(change.get());
        why = obstacle(parcels, parcel, now).orElse(why);
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            note(ReviewCode.CORRECTION_SPENT, changes, why, now, record.stateBehindReview()));
  }

  static ReviewNote note(
      ReviewCode code, List<Change> changes, String why, Instant now, RoutingState resumeAt) {
    String numbers =
        changes.stream()
            .map(change -> change.told() + " (now " + change.shown() + ")")
            .collect(Collectors.joining(", "));
    String message =
        "The channel holds a tracking number that is no longer right, and it was not corrected: "
            + numbers
            + ". The reason: "
            + why
            + ". Settle it with the channel's support, then go on by trying again.";
    Map<String, String> facts =
        changes.stream()
            .collect(
                Collectors.toMap(
                    change -> change.told().value(),
                    change -> change.shown().value(),
                    (a, b) -> b));
    return new ReviewNote(code, message, facts, now, resumeAt);
  }

  private static boolean isKnown(RoutingRecord record, Change change) {
    return record.decisions().stream()
        .anyMatch(step -> change.shown().value().equals(step.facts().get(change.told().value())));
  }

  private static Optional<Change> changeOf(
      TrackedPackage parcel, FulfillmentSnapshot snapshot, int generation) {
    Confirmation told = parcel.confirmation();
    TrackingNumber number = told.number();
    TrackingNumber shown = parcel.parcel().carrierNumber();
    boolean changed =
        told.verdict() == Verdict.CONFIRMED
            && number != null
            && shown != null
            && !number.equals(shown)
            && !number.equals(parcel.parcel().networkNumber())
            // A person corrected it away from what the network shows.
            && !shown.equals(told.replaced());
    return changed && isFinal(parcel, snapshot, generation)
        ? Optional.of(new Change(Objects.requireNonNull(number), Objects.requireNonNull(shown)))
        : Optional.empty();
  }

  /** Until the parcel has left, its number may change again. */
  private static boolean isFinal(
      TrackedPackage parcel, FulfillmentSnapshot snapshot, int generation) {
    return snapshot.shipments().stream()
        .filter(shipment -> shipment.status() == Shipment.Status.SHIPPED)
        .anyMatch(
            shipment ->
                shipment.packages().stream()
                    .anyMatch(one -> parcel.is(generation, shipment.id(), one.id())));
  }
}
