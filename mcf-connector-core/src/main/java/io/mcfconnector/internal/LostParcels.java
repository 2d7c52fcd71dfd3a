// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackedPackage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells a person of each parcel that will not arrive, once. */
final class LostParcels {

  private LostParcels() {}

  static void raise(
      RoutingRecord record, List<TrackedPackage> parcels, RoutingRecord.Builder next, Instant now) {
    for (TrackedPackage parcel : parcels) {
      String name = "parcel " + parcel.shipmentId() + "/" + parcel.parcel().id();
      if (parcel.parcel().status() == PackageStatus.UNDELIVERABLE && !isTold(record, name)) {
        String number = String.valueOf(parcel.parcel().trackingNumber());
        String message =
            "The network shows the parcel with number "
                + number
                + " as undeliverable or expired. Look it up in Seller Central, settle it with the"
                + " buyer and claim it there; then go on.";
        Reviews.raise(
            next,
            TrackStage.STAGE,
            new ReviewNote(
                ReviewCode.PARCEL_LOST,
                message,
                Map.of(name, number),
                now,
                record.stateBehindReview()));
      }
    }
  }

  private static boolean isTold(RoutingRecord record, String name) {
    return record.decisions().stream()
        .anyMatch(
            step ->
                step.rule().equals(ReviewCode.PARCEL_LOST.name())
                    && step.facts().containsKey(name));
  }
}
