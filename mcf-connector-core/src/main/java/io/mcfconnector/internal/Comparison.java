// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Difference;
import io.mcfconnector.model.DifferenceKind;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewNote;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the three views of one order against each other. Pure. What is younger than the promise is
 * work under way; what waits for a person is explained until the channel's clock has run out.
 */
final class Comparison {

  /** Channels and networks show their own changes a little late. */
  private static final Duration SHOWN_LATE = Duration.ofMinutes(15);

  /** The promise for a number on its way from the network to the channel. */
  private static final Duration TRACKING = Duration.ofHours(4);

  /** A burst is placed in as long as the quota needs. */
  private static final Duration TURN = Duration.ofHours(1);

  private static final Duration STEP = Duration.ofMinutes(30);
  private static final Duration CREATE = Duration.ofMinutes(20);
  private static final Duration CORRECTION = Duration.ofHours(1);
  private static final Duration STOPPING = Duration.ofHours(2);

  private final Settings settings;
  private final Instant now;
  private final OrderId id;
  private final @Nullable Order order;
  private final @Nullable RoutingRecord record;
  private final List<Difference> differences = new ArrayList<>();

  /**
   * What the network showed of an order.
   *
   * @param snapshot the order; {@code null} = it does not have it
   * @param updatedAt when it changed last, as far as known
   */
  record NetworkView(@Nullable FulfillmentSnapshot snapshot, Instant updatedAt) {}

  private Comparison(
      Settings settings,
      Instant now,
      OrderId id,
      @Nullable Order order,
      @Nullable RoutingRecord record) {
    this.settings = settings;
    this.now = now;
    this.id = id;
    this.order = order;
    this.record = record;
  }

  /**
   * Compares.
   *
   * @param order as the channel shows it; {@code null} when it does not
   * @param record as it is in the store; {@code null} when there is none
   * @param network {@code null} when the network was not asked
   */
  static List<Difference> of(
      Settings settings,
      Instant now,
      OrderId id,
      @Nullable Order order,
      @Nullable RoutingRecord record,
      @Nullable NetworkView network) {
    Comparison comparison = new Comparison(settings, now, id, order, record);
    if (record == null) {
      comparison.unknown();
    } else {
      comparison.own(record);
      if (order == null) {
        comparison.missing(record);
      } else {
        comparison.atChannel(record, order);
      }
      if (network != null) {
        comparison.atNetwork(record, network);
      }
    }
    return comparison.differences;
  }

  /** Returns the difference of a destination that housekeeping has not erased in its time. */
  static Difference destinationKept(OrderId id, Instant until, Instant now) {
    Duration age = Duration.between(until, now);
    return new Difference(
        DifferenceKind.DESTINATION_KEPT,
        id,
        until,
        age,
        age.compareTo(STEP) < 0,
        age.compareTo(STEP) < 0
            ? "The duty HOUSEKEEPING erases it."
            : "Erase it, and look why the duty HOUSEKEEPING fails.",
        Map.of());
  }

  private void unknown() {
    if (order != null) {
      add(
          DifferenceKind.ORDER_UNKNOWN,
          order.updatedAt(),
          poll(),
          "The next poll of the shop sees it.",
          "Route it by its id, and look why the intake of its shop fails.",
          Map.of("status", order.rawStatus()));
    }
  }

  private void missing(RoutingRecord record) {
    if (!record.state().isEnd()) {
      add(
          DifferenceKind.ORDER_MISSING,
          record.receivedAt(),
          SHOWN_LATE,
          "The channel shows it a little late.",
          "Look it up at the channel; skip it here if it is gone, and stop it at the network.",
          Map.of("state", record.state().name()));
    }
  }

  /** What the record alone tells. */
  private void own(RoutingRecord record) {
    Instant dueAt = record.dueAt();
    Duty duty = record.duty();
    if (duty != null && dueAt != null && dueAt.plus(SHOWN_LATE).isBefore(now)) {
      add(
          DifferenceKind.OVERDUE,
          dueAt,
          record.state() == RoutingState.READY ? TURN : STEP,
          "The duty " + duty + " does it in its turn.",
          "Look why the duty " + duty + " does not run or fails.",
          Map.of("state", record.state().name()));
    }
    PlacementIntent intent = record.intent();
    if (record.state() == RoutingState.PLACING && intent != null) {
      Instant since = intent.intendedAt();
      if (since.plus(Duration.ofMinutes(5)).isBefore(now)) {
        add(
            DifferenceKind.PLACING_STUCK,
            since,
            CREATE,
            "The duty PLACE reads the network by the order's id.",
            "Look why the network cannot be read; the same id never ships twice.",
            Map.of());
      }
    }
    Instant deadline = record.deadlines().earliest();
    ReviewNote review = record.review();
    if (review != null && deadline != null && deadline.isBefore(now)) {
      put(
          DifferenceKind.REVIEW_OVERDUE,
          deadline,
          false,
          "Repair the review " + review.code() + ".",
          Map.of("review", review.code().name()));
    }
    for (TrackedPackage parcel : record.packages()) {
      if (parcel.confirmation().verdict() == Verdict.CORRECTING) {
        add(
            DifferenceKind.CORRECTION_PENDING,
            lastDecision("correction").orElse(now),
            CORRECTION,
            "The duty CONFIRM gives the channel the number.",
            "Look why the duty CONFIRM fails, or settle it with the channel's support.",
            Map.of("number", String.valueOf(parcel.confirmation().number())));
      }
    }
  }

  private Optional<Instant> lastDecision(String rule) {
    return record == null
        ? Optional.empty()
        : record.decisions().stream()
            .filter(step -> step.rule().equals(rule))
            .map(Decision::at)
            .reduce((earlier, later) -> later);
  }

  private void atChannel(RoutingRecord record, Order order) {
    RoutingState state = record.state();
    if (order.status() == OrderStatus.CANCELLED && !state.isEnd()) {
      add(
          DifferenceKind.CANCELLED_AT_CHANNEL,
          order.updatedAt(),
          state == RoutingState.CANCELLING ? STOPPING : poll(),
          "The next poll sees it, and the duty PLACE stops it at the network.",
          "Look why the intake of its shop fails; stop it in Seller Central before it ships.",
          Map.of("state", state.name()));
    }
    if (state == RoutingState.CANCELLED
        && order.status().allowsShipping()
        && !order.openLineItems().isEmpty()) {
      add(
          DifferenceKind.CANCELLED_HERE,
          lastStep(record),
          SHOWN_LATE,
          "The channel shows it as cancelled a little late.",
          "Cancel it at the channel, or ship it by other means.",
          Map.of("status", order.rawStatus()));
    }
    boolean isDelivered =
        order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.COMPLETED;
    if (isDelivered && state == RoutingState.SHIPPED) {
      add(
          DifferenceKind.DELIVERED_AT_CHANNEL,
          order.updatedAt(),
          poll(),
          "The next poll sees it.",
          "Look why the intake of its shop fails.",
          Map.of());
    }
    if (state != RoutingState.SKIPPED) {
      units(record, order);
    }
  }

  private static Instant lastStep(RoutingRecord record) {
    List<Decision> steps = record.decisions();
    return steps.isEmpty() ? record.receivedAt() : steps.get(steps.size() - 1).at();
  }

  /** Each unit of the record with its number here and at the channel. */
  private void units(RoutingRecord record, Order order) {
    Map<String, LineItem> shown = new HashMap<>();
    order.lineItems().forEach(item -> shown.put(item.id().value(), item));
    for (TrackedPackage parcel : record.packages()) {
      parcel.lineItems().stream()
          .map(unit -> shown.get(unit.value()))
          .filter(item -> item != null && item.status() != LineItem.Status.CANCELLED)
          .findFirst()
          .ifPresent(item -> parcel(parcel, item));
    }
    for (LineItem unit : record.lineItems()) {
      LineItem item = shown.get(unit.id().value());
      boolean isAssigned =
          record.packages().stream().anyMatch(parcel -> parcel.lineItems().contains(unit.id()));
      if (item != null && item.shippedIn() != null && !isAssigned) {
        add(
            DifferenceKind.CONFIRMED_ELSEWHERE,
            order.updatedAt(),
            record.adopted() == null ? poll() : TRACKING,
            "The next poll or sweep sees it.",
            "Find out who ships it: if somebody else does, stop it here; else correct the number.",
            Map.of("lineItem", unit.id().value()));
        return;
      }
    }
  }

  private void parcel(TrackedPackage parcel, LineItem item) {
    TrackedPackage.Confirmation told = parcel.confirmation();
    TrackingNumber number = told.number();
    if (told.verdict() != Verdict.CONFIRMED || number == null) {
      return;
    }
    Instant at = told.at() == null ? now : told.at();
    LineItem.ShippedIn in = item.shippedIn();
    if (in == null && item.status() == LineItem.Status.OPEN) {
      add(
          DifferenceKind.CONFIRMED_HERE,
          at,
          SHOWN_LATE,
          "The channel shows it a little late.",
          "Enter the number at the channel by hand.",
          Map.of("number", number.value()));
    } else if (in != null && in.trackingNumber() != null && !number.equals(in.trackingNumber())) {
      add(
          DifferenceKind.NUMBER_DIFFERS,
          at,
          SHOWN_LATE,
          "The channel shows it a little late.",
          "Compare both with the network, and correct the wrong one at the channel.",
          Map.of("here", number.value(), "channel", in.trackingNumber().value()));
    }
  }

  private void atNetwork(RoutingRecord record, NetworkView view) {
    FulfillmentSnapshot snapshot = view.snapshot();
    PlacementIntent intent = record.intent();
    if (intent == null) {
      return;
    }
    Map<String, String> facts = Map.of("fulfillmentOrderId", record.fulfillmentOrderId().value());
    if (snapshot == null) {
      if (record.stateBehindReview().isTracked()) {
        Instant since = intent.absentSince() == null ? intent.intendedAt() : intent.absentSince();
        add(
            DifferenceKind.PLACED_MISSING,
            since,
            SHOWN_LATE,
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
      add(
          DifferenceKind.STOPPED_AT_NETWORK,
          view.updatedAt(),
          sweep(),
          "The next sweep sees it and hands it to a person.",
          "Look why the duty SWEEP fails; send it again under a new id, or cancel it.",
          Map.of("networkStatus", snapshot.rawStatus()));
    }
    if (mayShip && (state == RoutingState.CANCELLED || state == RoutingState.SKIPPED)) {
      boolean isLeft = record.skipReason() == SkipReason.BY_PERSON;
      put(
          DifferenceKind.ALIVE_AT_NETWORK,
          view.updatedAt(),
          isLeft || isWithin(view.updatedAt(), sweep()),
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
      add(
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
      add(
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
      add(
          DifferenceKind.DELIVERED_AT_NETWORK,
          updatedAt,
          TRACKING,
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
      add(
          DifferenceKind.UNCONFIRMED_PARCEL,
          updatedAt,
          TRACKING,
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
      add(
          DifferenceKind.NUMBER_OUTDATED,
          updatedAt,
          TRACKING,
          "The next sweep corrects it, while the channel allows it.",
          "Settle it with the channel's support: it allows one correction within 72 hours.",
          Map.of("channel", held.value(), "network", number.value()));
    }
  }

  private Duration poll() {
    Duration twice = settings.orderPoll().multipliedBy(2);
    Duration promise = Duration.ofMinutes(5);
    return twice.compareTo(promise) > 0 ? twice : promise;
  }

  private Duration sweep() {
    return settings.trackingSync().multipliedBy(2).plusMinutes(5);
  }

  private boolean isWithin(Instant since, Duration promise) {
    return now.isBefore(since.plus(promise));
  }

  private void add(
      DifferenceKind kind,
      Instant since,
      Duration promise,
      String byItself,
      String byPerson,
      Map<String, String> facts) {
    ReviewNote review = record == null ? null : record.review();
    if (isWithin(since, promise)) {
      put(kind, since, true, byItself, facts);
    } else if (review != null) {
      put(kind, since, true, "A person decides: repair the review " + review.code() + ".", facts);
    } else {
      put(kind, since, false, byPerson, facts);
    }
  }

  private void put(
      DifferenceKind kind,
      Instant since,
      boolean isExplained,
      String repair,
      Map<String, String> facts) {
    Duration age = since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    differences.add(new Difference(kind, id, since, age, isExplained, repair, facts));
  }
}
