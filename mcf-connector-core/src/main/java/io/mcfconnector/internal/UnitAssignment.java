// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackedPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which line items a parcel stands for. The network ships units of a SKU, the channel wants
 * line items, each with one number.
 *
 * <p>The units of each fulfillment order item stand in a fixed row; parcels take from its front in
 * the order they are first seen. A line item belongs to the first parcel that takes one of its
 * units, so a kit that is split over parcels is confirmed once, with the first of them.
 */
final class UnitAssignment {

  private final Map<String, List<LineItemId>> rows = new HashMap<>();
  private final Set<LineItemId> assigned = new HashSet<>();

  UnitAssignment(RoutingRecord record, List<TrackedPackage> earlier) {
    for (FulfillmentOrderItem item : record.items()) {
      rows.put(item.id(), new ArrayList<>(item.units()));
    }
    for (TrackedPackage parcel : earlier) {
      take(parcel.parcel());
      assigned.addAll(parcel.lineItems());
    }
  }

  /** Returns the line items to confirm with a parcel that was not seen before. */
  List<LineItemId> lineItemsOf(ShipmentPackage parcel) {
    List<LineItemId> lineItems = new ArrayList<>();
    for (LineItemId taken : take(parcel)) {
      if (assigned.add(taken)) {
        lineItems.add(taken);
      }
    }
    return lineItems;
  }

  private List<LineItemId> take(ShipmentPackage parcel) {
    List<LineItemId> taken = new ArrayList<>();
    for (ShipmentPackage.Content content : parcel.contents()) {
      List<LineItemId> row = rows.getOrDefault(content.itemId(), List.of());
      // A network may report more units than were ordered; nobody waits for those.
      List<LineItemId> front = row.subList(0, Math.min(content.quantity(), row.size()));
      taken.addAll(front);
      front.clear();
    }
    return taken;
  }
}
