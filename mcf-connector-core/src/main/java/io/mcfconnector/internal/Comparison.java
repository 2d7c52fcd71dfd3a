// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Difference;
import io.mcfconnector.model.DifferenceKind;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Verdict;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the three views of one order against each other. Pure. */
final class Comparison {

  /** A burst is placed in as long as the quota needs. */
  private static final Duration TURN = Duration.ofHours(1);

  private static final Duration STEP = Duration.ofMinutes(30);
  private static final Duration CREATE = Duration.ofMinutes(20);
  private static final Duration CORRECTION = Duration.ofHours(1);
  private static final Duration STOPPING = Duration.ofHours(2);

  private final OrderDifferences differences;

  private Comparison(OrderDifferences differences) {
    this.differences = differences;
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
      NetworkComparison.@Nullable NetworkView network) {
    OrderDifferences differences = new OrderDifferences(settings, now, id, record);
    Comparison comparison = new Comparison(differences);
    if (record == null) {
      comparison.unknown(order);
    } else {
      comparison.own(record);
      if (order == null) {
        comparison.missing(record);
      } else {
        comparison.atChannel(record, order);
      }
      if (network != null) {
        new NetworkComparison(differences).compare(record, network);
      }
    }
    return differences.toList();
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

  private void unknown(@Nullable Order order) {
    if (order != null) {
      differences.add(
          DifferenceKind.ORDER_UNKNOWN,
          order.updatedAt(),
          differences.poll(),
          "The next poll of the shop sees it.",
          "Route it by its id, and look why the intake of its shop fails.",
          Map.of("status", order.rawStatus()));
    }
  }

  private void missing(RoutingRecord record) {
    if (!record.state().isEnd()) {
      differences.add(
          DifferenceKind.ORDER_MISSING,
          record.receivedAt(),
          OrderDifferences.SHOWN_LATE,
          "The channel shows it a little late.",
          "Look it up at the channel; skip it here if it is gone, and stop it at the network.",
          Map.of("state", record.state().name()));
    }
  }

  /** What the record alone tells. */
  private void own(RoutingRecord record) {
    Instant dueAt = record.dueAt();
    Duty duty = record.duty();
    if (duty != null
        && dueAt != null
        && dueAt.plus(OrderDifferences.SHOWN_LATE).isBefore(differences.now())) {
      differences.add(
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
      if (since.plus(Duration.ofMinutes(5)).isBefore(differences.now())) {
        differences.add(
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
    if (review != null && deadline != null && deadline.isBefore(differences.now())) {
      differences.put(
          DifferenceKind.REVIEW_OVERDUE,
          deadline,
          false,
          "Repair the review " + review.code() + ".",
          Map.of("review", review.code().name()));
    }
    for (TrackedPackage parcel : record.packages()) {
      if (parcel.confirmation().verdict() == Verdict.CORRECTING) {
        differences.add(
            DifferenceKind.CORRECTION_PENDING,
            lastDecision(record, "correction").orElse(differences.now()),
            CORRECTION,
            "The duty CONFIRM gives the channel the number.",
            "Look why the duty CONFIRM fails, or settle it with the channel's support.",
            Map.of("number", String.valueOf(parcel.confirmation().number())));
      }
    }
  }

  private static Optional<Instant> lastDecision(RoutingRecord record, String rule) {
    return record.decisions().stream()
        .filter(step -> step.rule().equals(rule))
        .map(Decision::at)
        .reduce((earlier, later) -> later);
  }

  private void atChannel(RoutingRecord record, Order order) {
    RoutingState state = record.state();
    if (order.status() == OrderStatus.CANCELLED && !state.isEnd()) {
      differences.add(
          DifferenceKind.CANCELLED_AT_CHANNEL,
          order.updatedAt(),
          state == RoutingState.CANCELLING ? STOPPING : differences.poll(),
          "The next poll sees it, and the duty PLACE stops it at the network.",
          "Look why the intake of its shop fails; stop it in Seller Central before it ships.",
          Map.of("state", state.name()));
    }
    if (state == RoutingState.CANCELLED
        && order.status().allowsShipping()
        && !order.openLineItems().isEmpty()) {
      differences.add(
          DifferenceKind.CANCELLED_HERE,
          lastStep(record),
          OrderDifferences.SHOWN_LATE,
          "The channel shows it as cancelled a little late.",
          "Cancel it at the channel, or ship it by other means.",
          Map.of("status", order.rawStatus()));
    }
    boolean isDelivered =
        order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.COMPLETED;
    if (isDelivered && state == RoutingState.SHIPPED) {
      differences.add(
          DifferenceKind.DELIVERED_AT_CHANNEL,
          order.updatedAt(),
          differences.poll(),
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
        differences.add(
            DifferenceKind.CONFIRMED_ELSEWHERE,
            order.updatedAt(),
            record.adopted() == null ? differences.poll() : OrderDifferences.TRACKING,
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
    Instant at = told.at() == null ? differences.now() : told.at();
    LineItem.ShippedIn in = item.shippedIn();
    if (in == null && item.status() == LineItem.Status.OPEN) {
      differences.add(
          DifferenceKind.CONFIRMED_HERE,
          at,
          OrderDifferences.SHOWN_LATE,
          "The channel shows it a little late.",
          "Enter the number at the channel by hand.",
          Map.of("number", number.value()));
    } else if (in != null && in.trackingNumber() != null && !number.equals(in.trackingNumber())) {
      differences.add(
          DifferenceKind.NUMBER_DIFFERS,
          at,
          OrderDifferences.SHOWN_LATE,
          "The channel shows it a little late.",
          "Compare both with the network, and correct the wrong one at the channel.",
          Map.of("here", number.value(), "channel", in.trackingNumber().value()));
    }
  }
}
