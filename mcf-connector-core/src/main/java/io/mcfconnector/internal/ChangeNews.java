// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentSnapshot.Change.Phase;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a change that the network reports can tell of an order that its record does not know. */
final class ChangeNews {

  /** An order that is picked sooner after it was placed is one that the network hurries with. */
  private static final Duration AT_ONCE = Duration.ofMinutes(30);

  private ChangeNews() {}

  /**
   * Returns whether the order itself is looked at. Without it in the report that costs a call for
   * each order, so one of which a read can tell nothing, or nothing soon, is not read.
   */
  static boolean isWorthALook(RoutingRecord record, FulfillmentSnapshot.Change change) {
    if (!isPresent(record, change) || change.snapshot() != null) {
      // The time on record is that of the present fulfillment order alone.
      return true;
    }
    return isNewer(record, change)
        && switch (change.phase()) {
          case WAITING -> false;
          case PACKING -> !isBeginOfPacking(record, change) && !hasFinalNumbers(record);
          case SHIPPED -> !hasFinalNumbers(record);
          case UNTOLD -> true;
        };
  }

  /**
   * Returns whether picking has just begun on an order that had waited for it. A parcel has hardly
   * a number in these minutes; it is read at the next change, or when the order has been silent. An
   * order that was picked at once may have been packed at once too, so that one is read.
   */
  static boolean isBeginOfPacking(RoutingRecord record, FulfillmentSnapshot.Change change) {
    return change.phase() == Phase.PACKING
        && isPresent(record, change)
        && record.networkUpdatedAt().equals(Instant.EPOCH)
        && hasWaited(record, change.updatedAt());
  }

  private static boolean hasWaited(RoutingRecord record, @Nullable Instant pickedAt) {
    PlacementIntent intent = record.intent();
    return intent != null
        && pickedAt != null
        && pickedAt.isAfter(intent.intendedAt().plus(AT_ONCE));
  }

  /** The channel has the numbers of all units, and none of them changes any more. */
  private static boolean hasFinalNumbers(RoutingRecord record) {
    return record.stateBehindReview() == RoutingState.SHIPPED
        && record.packages().stream().allMatch(ChangeNews::hasFinalNumber);
  }

  /** A carrier may give another number until the parcel has left. */
  private static boolean hasFinalNumber(TrackedPackage tracked) {
    TrackingNumber told = tracked.confirmation().number();
    PackageStatus status = tracked.parcel().status();
    return (told != null && told.equals(tracked.parcel().networkNumber()))
        || (status != PackageStatus.PENDING && status != PackageStatus.UNKNOWN);
  }

  private static boolean isNewer(RoutingRecord record, FulfillmentSnapshot.Change change) {
    return change.updatedAt() == null || change.updatedAt().isAfter(record.networkUpdatedAt());
  }

  /** Returns whether the change is one of the order's present fulfillment order. */
  static boolean isPresent(RoutingRecord record, FulfillmentSnapshot.Change change) {
    return change.id().equals(record.fulfillmentOrderId());
  }
}
