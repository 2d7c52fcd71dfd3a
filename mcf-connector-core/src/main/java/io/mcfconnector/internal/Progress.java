// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingWarning;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far an order is that the channel knows parcels of: SHIPPED when it knows every unit that it
 * did not cancel itself. The network's word for the order decides nothing.
 */
final class Progress {

  private Progress() {}

  /** Returns whether the channel knows every unit, or has cancelled it. */
  static boolean isComplete(RoutingRecord record) {
    Set<LineItemId> open = new HashSet<>();
    record.lineItems().stream()
        .filter(item -> item.status() != LineItem.Status.CANCELLED)
        .forEach(item -> open.add(item.id()));
    record.packages().forEach(parcel -> open.addAll(parcel.lineItems()));
    Set<LineItemId> known = record.confirmedLineItems();
    return !known.isEmpty() && known.containsAll(open);
  }

  /** Moves an order on that the channel knows a parcel of. */
  static void advance(RoutingRecord told, RoutingRecord.Builder next, String stage, Instant now) {
    if (!isComplete(told)) {
      next.advance(RoutingState.SHIPPING);
      return;
    }
    next.advance(RoutingState.SHIPPED);
    warningOf(told, now).ifPresent(note -> Reviews.raise(next, stage, note));
    Remainder.reviewIfOpen(told, next, stage, now);
  }

  /** Told when no parcel is left to confirm, so that a person is asked once for all. */
  private static Optional<ReviewNote> warningOf(RoutingRecord told, Instant now) {
    Map<String, String> warnings = new TreeMap<>();
    for (TrackedPackage parcel : told.packages()) {
      TrackingWarning warning = parcel.confirmation().warning();
      if (warning != null) {
        warnings.put(String.valueOf(parcel.confirmation().number()), warning.text());
      }
    }
    String message =
        "The channel took every tracking number of the order, and doubts "
            + String.join(", ", warnings.keySet())
            + ". Compare number and carrier with the network's. Correct a number that is wrong; accept"
            + " it by trying again.";
    return warnings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReviewNote(
                ReviewCode.TRACKING_WARNING, message, warnings, now, RoutingState.SHIPPED));
  }
}
