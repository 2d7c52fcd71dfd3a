// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItem;
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
import java.util.stream.Stream;

/**
 * Says which line items a parcel stands for. The network ships units of a SKU, the channel wants
 * line items, each with one number.
 *
 * <p>The units of each fulfillment order item stand in a fixed row. Parcels that the channel was
 * told of keep theirs; the others take from the front of what is left. A line item belongs to the
 * first parcel that takes one of its units, so a kit that is split over parcels is confirmed once,
 * with the first of them.
 */
final class UnitAssignment {

  private final Map<String, List<LineItemId>> rows = new HashMap<>();
  private final Set<LineItemId> assigned = new HashSet<>();

  /** Starts with the parcels that keep what they have. */
  UnitAssignment(RoutingRecord record, List<TrackedPackage> earlier) {
    for (FulfillmentOrderItem item : record.items()) {
      rows.put(item.id(), new ArrayList<>(item.units()));
    }
    earlier.forEach(parcel -> assigned.addAll(parcel.lineItems()));
    record.lineItems().stream()
        .filter(item -> item.status() == LineItem.Status.CANCELLED)
        .forEach(item -> assigned.add(item.id()));
    List<ShipmentPackage.Content> others = new ArrayList<>();
    for (TrackedPackage parcel : earlier) {
      if (parcel.generation() == record.generation()) {
        others.addAll(takeOwn(parcel));
      }
    }
    // The rest of a parcel are parts of kits that went with another.
    others.forEach(content -> take(content, assigned));
  }

  /** Takes the units that are known to be in a parcel; returns how many more are in it. */
  private List<ShipmentPackage.Content> takeOwn(TrackedPackage parcel) {
    List<ShipmentPackage.Content> rest = new ArrayList<>();
    for (ShipmentPackage.Content content : parcel.parcel().contents()) {
      List<LineItemId> row = rows.getOrDefault(content.itemId(), new ArrayList<>());
      int left = content.quantity();
      for (LineItemId own : parcel.lineItems()) {
        while (left > 0 && row.remove(own)) {
          left--;
        }
      }
      if (left > 0) {
        rest.add(new ShipmentPackage.Content(content.itemId(), left));
      }
    }
    return rest;
  }

  /** Returns the line items to confirm with a parcel that the channel was not told of. */
  List<LineItemId> lineItemsOf(ShipmentPackage parcel) {
    List<LineItemId> lineItems = new ArrayList<>();
    for (ShipmentPackage.Content content : parcel.contents()) {
      for (LineItemId taken : take(content, Set.of())) {
        if (assigned.add(taken)) {
          lineItems.add(taken);
        }
      }
    }
    return lineItems;
  }

  /** Takes units from the front of a row, of these first. */
  private List<LineItemId> take(ShipmentPackage.Content content, Set<LineItemId> first) {
    List<LineItemId> row = rows.getOrDefault(content.itemId(), new ArrayList<>());
    List<LineItemId> taken =
        Stream.concat(
                row.stream().filter(first::contains),
                row.stream().filter(unit -> !first.contains(unit)))
            // A network may report more units than were ordered; nobody waits for those.
            .limit(content.quantity())
            .toList();
    taken.forEach(row::remove);
    return taken;
  }
}
