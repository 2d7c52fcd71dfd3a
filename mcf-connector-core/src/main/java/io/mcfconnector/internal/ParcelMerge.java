// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackedPackage.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings the parcels on record together with those that the network shows of one of the order's
 * fulfillment orders. Parcels of the others stay as they are.
 */
final class ParcelMerge {

  private final RoutingRecord record;
  private final int generation;
  private final List<Shipment> living;
  private final List<TrackedPackage> merged = new ArrayList<>();
  private final List<TrackedPackage> gone = new ArrayList<>();
  private final List<TrackedPackage> fresh = new ArrayList<>();

  private ParcelMerge(RoutingRecord record, FulfillmentSnapshot snapshot, int generation) {
    this.record = record;
    this.generation = generation;
    this.living =
        snapshot.shipments().stream()
            .filter(shipment -> shipment.status() != Shipment.Status.CANCELLED)
            .toList();
  }

  /** Returns the parcels, those seen first before in the same order. */
  static List<TrackedPackage> merge(
      RoutingRecord record, FulfillmentSnapshot snapshot, int generation) {
    ParcelMerge merge = new ParcelMerge(record, snapshot, generation);
    record.packages().forEach(merge::takeKnown);
    merge.findFresh();
    merge.replaceGone();
    merge.assign();
    return merge.merged;
  }

  private void takeKnown(TrackedPackage known) {
    Optional<ShipmentPackage> seen = find(known);
    if (known.generation() != generation) {
      merged.add(known);
    } else if (seen.isPresent()) {
      merged.add(with(known, seen.get()));
    } else if (seen.isEmpty() && known.confirmation().verdict() == Verdict.CONFIRMED) {
      gone.add(known);
      merged.add(known);
    } else if (isMaybeTold(known)) {
      // The channel may have been told: a parcel that vanished since stays on record.
      merged.add(known);
    }
  }

  private static boolean isMaybeTold(TrackedPackage known) {
    return known.confirmation().verdict() == Verdict.CONFIRMING
        || known.confirmation().verdict() == Verdict.CORRECTING;
  }

  private Optional<ShipmentPackage> find(TrackedPackage known) {
    return living.stream()
        .filter(shipment -> shipment.id().equals(known.shipmentId()))
        .flatMap(shipment -> shipment.packages().stream())
        .filter(parcel -> parcel.id().equals(known.parcel().id()))
        .findFirst();
  }

  private void findFresh() {
    for (Shipment shipment : living) {
      for (ShipmentPackage parcel : shipment.packages()) {
        if (merged.stream().noneMatch(one -> one.is(generation, shipment.id(), parcel.id()))) {
          fresh.add(
              new TrackedPackage(generation, shipment.id(), parcel, List.of(), Confirmation.OPEN));
        }
      }
    }
  }

  /**
   * A parcel that the channel knows and that the network packed anew: the one that holds the same
   * takes its place, units and number included. So its units are never confirmed twice, and its
   * number is corrected like any that changed.
   */
  private void replaceGone() {
    for (TrackedPackage old : gone) {
      // The network's own number may outlive the parcel it was given for, so it stays as told.
      boolean networks =
          old.parcel().networkNumber() != null
              && old.parcel().networkNumber().equals(old.confirmation().number());
      Optional<TrackedPackage> heir =
          fresh.stream().filter(one -> holdsTheSame(one, old)).findFirst();
      if (heir.isPresent()) {
        fresh.remove(heir.get());
        if (networks) {
          merged.add(heir.get());
        } else {
          merged.set(merged.indexOf(old), heirOf(old, heir.get()));
        }
      }
    }
  }

  private static boolean holdsTheSame(TrackedPackage one, TrackedPackage other) {
    return !one.parcel().contents().isEmpty()
        && new HashSet<>(one.parcel().contents()).equals(new HashSet<>(other.parcel().contents()));
  }

  private static TrackedPackage heirOf(TrackedPackage old, TrackedPackage heir) {
    return new TrackedPackage(
        heir.generation(), heir.shipmentId(), heir.parcel(), old.lineItems(), old.confirmation());
  }

  /** What the channel was not told of is dealt out anew, since any such parcel may vanish. */
  private void assign() {
    merged.addAll(fresh);
    // What the items of an earlier fulfillment order stand for is not on record any more.
    if (generation == record.generation()) {
      UnitAssignment assignment =
          new UnitAssignment(record, merged.stream().filter(one -> !isOpen(one)).toList());
      // What can be told now takes first, so that no kit waits for its slower parcel.
      deal(assignment, one -> isOpen(one) && one.parcel().trackingNumber() != null);
      deal(assignment, one -> isOpen(one) && one.parcel().trackingNumber() == null);
    }
  }

  private boolean isOpen(TrackedPackage one) {
    return one.generation() == generation && one.confirmation().verdict() == Verdict.OPEN;
  }

  private void deal(UnitAssignment assignment, Predicate<TrackedPackage> which) {
    merged.replaceAll(
        one ->
            which.test(one)
                ? new TrackedPackage(
                    generation,
                    one.shipmentId(),
                    one.parcel(),
                    assignment.lineItemsOf(one.parcel()),
                    one.confirmation())
                : one);
  }

  private static TrackedPackage with(TrackedPackage known, ShipmentPackage seen) {
    return new TrackedPackage(
        known.generation(), known.shipmentId(), seen, known.lineItems(), known.confirmation());
  }
}
