// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentSnapshot.Change.Phase;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import java.time.Instant;

/** What a change that the network reports can tell of an order that its record does not know. */
final class ChangeNews {

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
          case PACKING -> !isFirst(record) && !hasFinalNumbers(record);
          case SHIPPED -> !hasFinalNumbers(record);
          case UNTOLD -> true;
        };
  }

  /**
   * Returns whether picking has just begun. A parcel has hardly a number in these minutes; it is
   * read at the next change, or when the order has been silent.
   */
  static boolean isBeginOfPacking(RoutingRecord record, FulfillmentSnapshot.Change change) {
    return change.phase() == Phase.PACKING && isPresent(record, change) && isFirst(record);
  }

  private static boolean isFirst(RoutingRecord record) {
    return record.networkUpdatedAt().equals(Instant.EPOCH);
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
