// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;

/** What the network will do with an order that shall stop, by what it shows of it. */
enum Outlook {
  /** It ships nothing of it, or no more than the channel has tracking for. */
  STOPPED,
  /** It ships something that the channel has no tracking for yet. */
  SHIPS,
  /** Nobody can tell yet. */
  OPEN;

  /** Judges by parcels and units before the network's word for the whole order. */
  static Outlook of(RoutingRecord record, FulfillmentSnapshot snapshot) {
    boolean leaves =
        snapshot.shipments().stream()
            .filter(shipment -> shipment.status() == Shipment.Status.SHIPPED)
            .anyMatch(shipment -> !isKnownToChannel(record, shipment));
    if (leaves) {
      return SHIPS;
    }
    if (isDead(snapshot) || isRestCancelled(record, snapshot)) {
      return STOPPED;
    }
    return snapshot.status() == FulfillmentStatus.COMPLETE ? SHIPS : OPEN;
  }

  /** Returns whether the network will never ship an order as a whole. */
  static boolean isDead(FulfillmentSnapshot snapshot) {
    return snapshot.status() == FulfillmentStatus.CANCELLED
        || snapshot.status() == FulfillmentStatus.UNFULFILLABLE
        || snapshot.status() == FulfillmentStatus.INVALID;
  }

  private static boolean isKnownToChannel(RoutingRecord record, Shipment shipment) {
    return shipment.packages().isEmpty()
        ? record.packages().stream().anyMatch(parcel -> parcel.shipmentId().equals(shipment.id()))
        : shipment.packages().stream()
            .allMatch(parcel -> isKnownToChannel(record, shipment, parcel));
  }

  private static boolean isKnownToChannel(
      RoutingRecord record, Shipment shipment, ShipmentPackage parcel) {
    return record.packages().stream()
        .anyMatch(
            known ->
                known.is(record.generation(), shipment.id(), parcel.id())
                    && known.confirmation().verdict().isKnownToChannel());
  }

  /** Some is shipped, and of every line the rest is cancelled. */
  private static boolean isRestCancelled(RoutingRecord record, FulfillmentSnapshot snapshot) {
    return !record.confirmedLineItems().isEmpty()
        && snapshot.items().stream().anyMatch(item -> item.cancelled() + item.unfulfillable() > 0)
        && snapshot.items().stream().allMatch(item -> isSettled(record, item, snapshot));
  }

  /** A parcel that is only planned may still leave, so its units are open. */
  private static boolean isSettled(
      RoutingRecord record, FulfillmentSnapshot.Item item, FulfillmentSnapshot snapshot) {
    int shipped = 0;
    for (Shipment shipment : snapshot.shipments()) {
      for (ShipmentPackage parcel : shipment.packages()) {
        if (shipment.status() != Shipment.Status.CANCELLED
            && isKnownToChannel(record, shipment, parcel)) {
          shipped +=
              parcel.contents().stream()
                  .filter(content -> content.itemId().equals(item.id()))
                  .mapToInt(ShipmentPackage.Content::quantity)
                  .sum();
        }
      }
    }
    return shipped + item.cancelled() + item.unfulfillable() >= item.ordered();
  }
}
