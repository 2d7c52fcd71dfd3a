// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happens to an order after Amazon accepted it. */
final class OrderLife {

  private static final Duration HOLD_ENDS = Duration.ofDays(14);
  private static final Duration FILL_ALL_ENDS = Duration.ofHours(24);

  private final SimulatedOrder order;
  private final OrderScript script;
  private final Warehouse warehouse;
  private @Nullable String amazonNumber;

  private OrderLife(SimulatedOrder order, OrderScript script, Warehouse warehouse) {
    this.order = order;
    this.script = script;
    this.warehouse = warehouse;
  }

  /** Plans the whole life of an order whose units are taken from the warehouse already. */
  static void begin(SimulatedOrder order, OrderScript script, Warehouse warehouse) {
    order.script = script;
    OrderLife life = new OrderLife(order, script, warehouse);
    Instant start = order.startedAt();
    if (order.draft.isOnHold()) {
      order.later(start.plus(HOLD_ENDS), at -> cancel(order, warehouse, at));
      return;
    }
    order.later(start.plus(script.planningAfter()), life::plan);
    order.later(start.plus(script.processingAfter()), life::process);
    if (life.getsAmazonNumber()) {
      order.later(start.plus(script.amazonNumberAfter()), life::giveAmazonNumber);
    }
  }

  /** Takes a cancel that came in time; what becomes of it is in the script. */
  static void acceptCancel(SimulatedOrder order, Warehouse warehouse, Instant at) {
    OrderScript script = order.script;
    if (script.isCancelIgnored()) {
      return;
    }
    if (script.cancelTakes().isZero()) {
      cancel(order, warehouse, at);
      return;
    }
    order.later(
        at.plus(script.cancelTakes()),
        when -> {
          boolean open = order.status().isCancellable() || order.status() == OrderStatus.PROCESSING;
          if (open && !order.anyLeft()) {
            cancel(order, warehouse, when);
          }
        });
  }

  /** Stops an order and puts its units back. */
  static void cancel(SimulatedOrder order, Warehouse warehouse, Instant at) {
    order.forgetPlan();
    for (SimulatedShipment shipment : order.livingShipments()) {
      shipment.status = ShipmentStatus.CANCELLED_BY_SELLER;
    }
    for (OrderDraft.Line line : order.draft.lines()) {
      int open = order.open(line);
      order.markCancelled(line, open);
      warehouse.giveBack(line.sku(), open, at);
    }
    order.move(OrderStatus.CANCELLED, at);
  }

  private void plan(Instant at) {
    if (script.ending() == OrderScript.Ending.INVALID) {
      order.forgetPlan();
      putBack(at);
      order.move(OrderStatus.INVALID, at);
    } else {
      order.move(OrderStatus.PLANNING, at);
    }
  }

  private void process(Instant at) {
    switch (script.ending()) {
      case CANCELLED -> cancel(order, warehouse, at);
      case UNFULFILLABLE -> lose(at);
      default -> pick(at);
    }
  }

  private void lose(Instant at) {
    order.forgetPlan();
    dropShipments();
    for (OrderDraft.Line line : order.draft.lines()) {
      int open = order.open(line);
      // The units were on record but not on the shelf: they do not come back.
      warehouse.ship(line.sku(), open);
      order.markUnfulfillable(line, open);
    }
    order.move(OrderStatus.UNFULFILLABLE, at);
  }

  private void pick(Instant at) {
    if (markMissing()) {
      dropShipments();
    }
    if (order.draft.lines().stream().allMatch(line -> order.open(line) == 0)) {
      lose(at);
      return;
    }
    openShipments(at, Duration.ZERO);
    order.move(OrderStatus.PROCESSING, at);
    Duration replan = script.replannedAfter();
    if (replan != null) {
      order.later(at.plus(replan), again -> replan(again, replan));
    }
  }

  private void replan(Instant at, Duration delay) {
    // What left the building cannot be planned again.
    if (!order.anyLeft()) {
      dropShipments();
      openShipments(at, delay);
    }
  }

  private void dropShipments() {
    for (SimulatedShipment shipment : order.livingShipments()) {
      shipment.status = ShipmentStatus.CANCELLED_BY_FULFILLER;
    }
  }

  /** Returns whether any unit is missing. */
  private boolean markMissing() {
    boolean any = false;
    for (Map.Entry<String, Integer> entry : script.missing().entrySet()) {
      int missing = entry.getValue();
      for (OrderDraft.Line line : order.draft.lines()) {
        if (line.sku().equals(entry.getKey())) {
          int lost = Math.min(missing, order.open(line));
          order.markUnfulfillable(line, lost);
          warehouse.ship(line.sku(), lost);
          missing -= lost;
          any |= lost > 0;
        }
      }
    }
    return any;
  }

  private void openShipments(Instant at, Duration delay) {
    if (!order.livingShipments().isEmpty()) {
      return;
    }
    List<SimulatedShipment> planned = new PackagePlanner(order).plan(script, delay);
    order.shipments.addAll(planned);
    planned.get(0).packages.get(0).amazonTrackingNumber = amazonNumber;
    Instant pickedAt = order.startedAt().plus(script.processingAfter());
    Instant picked = pickedAt.isBefore(at) ? at : pickedAt;
    for (SimulatedShipment shipment : planned) {
      for (SimulatedPackage parcel : shipment.packages) {
        Instant label = order.startedAt().plus(delay).plus(parcel.script.numberAfter());
        schedule(shipment, at, label, when -> label(shipment, parcel, when));
        // Whatever the script says, nothing leaves before it is picked.
        schedule(shipment, picked, parcel.shipsAt, when -> ship(shipment, parcel, when));
        schedule(shipment, picked, parcel.arrivesAt, when -> arrive(parcel, when));
      }
    }
    order.touch(at);
  }

  private void schedule(
      SimulatedShipment shipment, Instant earliest, Instant at, Consumer<Instant> change) {
    order.later(
        at.isBefore(earliest) ? earliest : at,
        when -> {
          if (!shipment.status.isCancelled()) {
            change.accept(when);
          }
        });
  }

  private void label(SimulatedShipment shipment, SimulatedPackage parcel, Instant at) {
    if (parcel.trackingNumber == null) {
      String given = parcel.script.trackingNumber();
      parcel.trackingNumber =
          given != null
              ? given
              : Numbers.trackingNumber(parcel.carrierCode, order.draft.id() + "/" + parcel.id);
      order.touch(at);
      order.changes.shipmentChanged(order, shipment, at);
    }
  }

  private void ship(SimulatedShipment shipment, SimulatedPackage parcel, Instant at) {
    parcel.shipped = true;
    parcel.contents.forEach(content -> warehouse.ship(content.line().sku(), content.units()));
    order.touch(at);
    if (shipment.allLeft()) {
      shipment.status = ShipmentStatus.SHIPPED;
      finish(at);
    }
    order.changes.shipmentChanged(order, shipment, at);
  }

  private void finish(Instant at) {
    boolean allShipped =
        order.livingShipments().stream().allMatch(it -> it.status == ShipmentStatus.SHIPPED);
    boolean complete =
        order.draft.lines().stream().allMatch(line -> order.unfulfillable(line) == 0);
    if (allShipped && complete) {
      order.move(OrderStatus.COMPLETE, at);
    } else if (allShipped && order.draft.policy().equals("FillAll")) {
      Instant end = order.startedAt().plus(FILL_ALL_ENDS);
      order.later(
          end.isBefore(at) ? at : end, when -> order.move(OrderStatus.COMPLETE_PARTIALLED, when));
    } else if (allShipped || script.isPartialWhileShipping()) {
      order.move(OrderStatus.COMPLETE_PARTIALLED, at);
    }
  }

  private void arrive(SimulatedPackage parcel, Instant at) {
    parcel.delivered = true;
    order.touch(at);
  }

  private void putBack(Instant at) {
    for (OrderDraft.Line line : order.draft.lines()) {
      warehouse.giveBack(line.sku(), order.open(line), at);
    }
    dropShipments();
  }

  private boolean getsAmazonNumber() {
    return order.draft.isFromTikTok()
        && order.draft.lines().size() == 1
        && script.packages().size() == 1
        && "US".equals(order.draft.destination().get("countryCode"));
  }

  /** Amazon's number comes while nothing is picked yet, so the shipment opens with it. */
  private void giveAmazonNumber(Instant at) {
    amazonNumber = Numbers.amazonTrackingNumber(order.draft.id());
    openShipments(at, Duration.ZERO);
    SimulatedShipment shipment = order.livingShipments().get(0);
    shipment.packages.get(0).amazonTrackingNumber = amazonNumber;
    order.touch(at);
    order.changes.shipmentChanged(order, shipment, at);
  }
}
