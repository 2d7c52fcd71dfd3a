// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.DifferenceKind;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Verdict;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a record against what the network shows of its fulfillment order. Pure. */
final class NetworkComparison {

  private final OrderDifferences differences;

  /**
   * What the network showed of an order.
   *
   * @param snapshot the order; {@code null} = it does not have it
   * @param updatedAt when it changed last, as far as known
   */
  record NetworkView(@Nullable FulfillmentSnapshot snapshot, Instant updatedAt) {}

  NetworkComparison(OrderDifferences differences) {
    this.differences = differences;
  }

  void compare(RoutingRecord record, NetworkView view) {
    FulfillmentSnapshot snapshot = view.snapshot();
    PlacementIntent intent = record.intent();
    if (intent == null) {
      return;
    }
    Map<String, String> facts = Map.of("fulfillmentOrderId", record.fulfillmentOrderId().value());
    if (snapshot == null) {
      if (record.stateBehindReview().isTracked()) {
        Instant since = intent.absentSince() == null ? intent.intendedAt() : intent.absentSince();
        differences.add(
            DifferenceKind.PLACED_MISSING,
            since,
            OrderDifferences.SHOWN_LATE,
            "The network shows it a little late; the duty SWEEP looks again.",
            "Look it up in Seller Central before anything is sent again.",
            facts);
      }
      return;
    }
    contents(intent, snapshot, facts);
    boolean mayShip = TakeOver.mayShip(snapshot);
    RoutingState state = record.state();
    if (!mayShip && record.stateBehindReview().isTracked()) {
      differences.add(
          DifferenceKind.STOPPED_AT_NETWORK,
          view.updatedAt(),
          differences.sweep(),
          "The next sweep sees it and hands it to a person.",
          "Look why the duty SWEEP fails; send it again under a new id, or cancel it.",
          Map.of("networkStatus", snapshot.rawStatus()));
    }
    if (mayShip && (state == RoutingState.CANCELLED || state == RoutingState.SKIPPED)) {
      boolean isLeft = record.skipReason() == SkipReason.BY_PERSON;
      differences.put(
          DifferenceKind.ALIVE_AT_NETWORK,
          view.updatedAt(),
          isLeft || differences.isWithin(view.updatedAt(), differences.sweep()),
          isLeft
              ? "A person left it to the host."
              : "Stop it in Seller Central, or settle it with the buyer.",
          facts);
    }
    if (record.stateBehindReview().isTracked()) {
      parcels(record, snapshot, view.updatedAt());
    }
  }

  private void contents(
      PlacementIntent intent, FulfillmentSnapshot snapshot, Map<String, String> facts) {
    if (!TakeOver.unitsOf(snapshot).equals(intent.units())) {
      differences.add(
          DifferenceKind.UNITS_DIFFER,
          intent.intendedAt(),
          Duration.ZERO,
          "",
          "Compare both in Seller Central; stop it if it ships the wrong units.",
          facts);
    }
    AddressFingerprint destination = snapshot.destination();
    if (destination != null
        && !intent.destination().equals(AddressFingerprint.HIDDEN)
        && !destination.equals(intent.destination())) {
      differences.add(
          DifferenceKind.DESTINATION_DIFFERS,
          intent.intendedAt(),
          Duration.ZERO,
          "",
          "Compare both in Seller Central; stop it if it goes to the wrong place.",
          facts);
    }
  }

  private void parcels(RoutingRecord record, FulfillmentSnapshot snapshot, Instant updatedAt) {
    List<ShipmentPackage> living = new ArrayList<>();
    for (Shipment shipment : snapshot.shipments()) {
      if (shipment.status() != Shipment.Status.CANCELLED) {
        for (ShipmentPackage parcel : shipment.packages()) {
          living.add(parcel);
          TrackingNumber number = parcel.trackingNumber();
          if (number != null) {
            parcel(record, shipment, parcel, number, updatedAt);
          }
        }
      }
    }
    if (record.stateBehindReview() == RoutingState.SHIPPED
        && !living.isEmpty()
        && living.stream().allMatch(one -> one.status() == PackageStatus.DELIVERED)) {
      differences.add(
          DifferenceKind.DELIVERED_AT_NETWORK,
          updatedAt,
          OrderDifferences.TRACKING,
          "The duty SWEEP sees it, with its next wide look at the latest.",
          "Look why the duty SWEEP fails.",
          Map.of());
    }
  }

  private void parcel(
      RoutingRecord record,
      Shipment shipment,
      ShipmentPackage parcel,
      TrackingNumber number,
      Instant updatedAt) {
    Optional<TrackedPackage> known =
        record.packages().stream()
            .filter(one -> one.is(record.generation(), shipment.id(), parcel.id()))
            .findFirst();
    boolean isKnown =
        known.isPresent()
            && (known.get().lineItems().isEmpty()
                || known.get().confirmation().verdict().isKnownToChannel());
    if (!isKnown) {
      differences.add(
          DifferenceKind.UNCONFIRMED_PARCEL,
          updatedAt,
          OrderDifferences.TRACKING,
          "The duties SWEEP and CONFIRM give it to the channel.",
          "Look why the duties SWEEP and CONFIRM fail.",
          Map.of("number", number.value()));
      return;
    }
    TrackedPackage.Confirmation told = known.get().confirmation();
    TrackingNumber held = told.number();
    if (told.verdict() == Verdict.CONFIRMED
        && held != null
        && shipment.status() == Shipment.Status.SHIPPED
        && !held.equals(parcel.carrierNumber())
        && !held.equals(parcel.networkNumber())
        && told.replaced() == null) {
      differences.add(
          DifferenceKind.NUMBER_OUTDATED,
          updatedAt,
          OrderDifferences.TRACKING,
          "The next sweep corrects it, while the channel allows it.",
          "Settle it with the channel's support: it allows one correction within 72 hours.",
          Map.of("channel", held.value(), "network", number.value()));
    }
  }
}
