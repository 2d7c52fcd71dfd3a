// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One fulfillment order and what is still to happen to it. */
final class SimulatedOrder {

  OrderDraft draft;
  final Instant receivedAt;
  final Instant visibleAt;
  final List<SimulatedShipment> shipments = new ArrayList<>();
  private final Map<String, Integer> cancelled = new LinkedHashMap<>();
  private final Map<String, Integer> unfulfillable = new LinkedHashMap<>();
  private final Agenda agenda;
  private int plan;
  private OrderStatus status = OrderStatus.RECEIVED;
  private Instant statusUpdatedAt;
  private Instant startedAt;
  int createAttempts = 1;
  OrderScript script = OrderScript.normal();
  Changes changes = Changes.UNHEARD;
  final List<Map<String, Object>> returns = new ArrayList<>();

  SimulatedOrder(OrderDraft draft, Instant receivedAt, Instant visibleAt, Agenda agenda) {
    this.agenda = agenda;
    this.draft = draft;
    this.receivedAt = receivedAt;
    this.startedAt = receivedAt;
    this.visibleAt = visibleAt;
    // A filtered list must not pass over an order that shows later than it was received.
    this.statusUpdatedAt = visibleAt;
  }

  /** When its life began: when it was received, or let go after a hold. */
  Instant startedAt() {
    return startedAt;
  }

  /** Lets an order on hold go. */
  void start(Instant at) {
    forgetPlan();
    startedAt = at;
    touch(at);
  }

  /** Changes an order on hold. */
  void change(OrderDraft changed, Instant at) {
    draft = changed;
    touch(at);
  }

  OrderStatus status() {
    return status;
  }

  Instant statusUpdatedAt() {
    return statusUpdatedAt;
  }

  int cancelled(OrderDraft.Line line) {
    return cancelled.getOrDefault(line.id(), 0);
  }

  int unfulfillable(OrderDraft.Line line) {
    return unfulfillable.getOrDefault(line.id(), 0);
  }

  /** Units of a line that are neither cancelled nor missing. */
  int open(OrderDraft.Line line) {
    return line.units() - cancelled(line) - unfulfillable(line);
  }

  boolean isVisible(Instant now) {
    return !visibleAt.isAfter(now);
  }

  void later(Instant at, Consumer<Instant> change) {
    int current = plan;
    agenda.add(at, () -> plan == current, change);
  }

  /** Nothing that was to happen will happen. */
  void forgetPlan() {
    plan++;
  }

  void move(OrderStatus next, Instant at) {
    status = next;
    touch(at);
    changes.orderChanged(this, at);
  }

  void touch(Instant at) {
    if (at.isAfter(statusUpdatedAt)) {
      statusUpdatedAt = at;
    }
  }

  void markCancelled(OrderDraft.Line line, int units) {
    cancelled.merge(line.id(), units, Integer::sum);
  }

  void markUnfulfillable(OrderDraft.Line line, int units) {
    unfulfillable.merge(line.id(), units, Integer::sum);
  }

  List<SimulatedShipment> livingShipments() {
    return shipments.stream().filter(shipment -> !shipment.status.isCancelled()).toList();
  }

  /** Returns whether a parcel left the building. */
  boolean anyLeft() {
    return shipments.stream()
        .flatMap(shipment -> shipment.packages.stream())
        .anyMatch(parcel -> parcel.shipped);
  }

  FulfillmentOrderSnapshot snapshot() {
    return new FulfillmentOrderSnapshot(
        draft.id(),
        draft.version(),
        draft.channel(),
        status.v2020(),
        receivedAt,
        statusUpdatedAt,
        draft.lines().stream()
            .map(
                line ->
                    new FulfillmentOrderSnapshot.Item(
                        line.id(), line.sku(), line.units(), cancelled(line), unfulfillable(line)))
            .toList(),
        livingShipments().stream()
            .flatMap(
                shipment -> shipment.packages.stream().map(parcel -> snapshot(shipment, parcel)))
            .toList(),
        createAttempts);
  }

  private static FulfillmentOrderSnapshot.ShipmentPackage snapshot(
      SimulatedShipment shipment, SimulatedPackage parcel) {
    return new FulfillmentOrderSnapshot.ShipmentPackage(
        shipment.id,
        parcel.number,
        parcel.id,
        parcel.carrierCode,
        parcel.trackingNumber,
        parcel.amazonTrackingNumber,
        parcel.shipped,
        parcel.delivered,
        parcel.contents.stream()
            .map(
                content ->
                    new FulfillmentOrderSnapshot.Content(
                        content.line().id(), content.line().sku(), content.units()))
            .toList());
  }
}
