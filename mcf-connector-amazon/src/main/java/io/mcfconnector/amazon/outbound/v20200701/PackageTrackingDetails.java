// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel is ({@code PackageTrackingDetails}); buyer data.
 *
 * @param packageNumber Amazon's number of the parcel; a number on the wire
 * @param trackingNumber the carrier's number
 * @param customerTrackingLink a page for the recipient
 * @param carrierCode who moves it; free text
 * @param carrierPhoneNumber the carrier's phone
 * @param carrierUrl the carrier's page
 * @param shipDate when it left
 * @param estimatedArrivalDate estimate
 * @param shipToAddress where it goes
 * @param currentStatus such as {@code DELIVERED}; Amazon sends words that its model lacks
 * @param currentStatusDescription the same in words
 * @param deliveryWindow when it should arrive
 * @param signedForBy who took it
 * @param additionalLocationInfo where it was left
 * @param trackingEvents what the carrier reported
 */
public record PackageTrackingDetails(
    @Nullable String packageNumber,
    @Nullable String trackingNumber,
    @Nullable String customerTrackingLink,
    @Nullable String carrierCode,
    @Nullable String carrierPhoneNumber,
    @Json(name = "carrierURL") @Nullable String carrierUrl,
    @Nullable String shipDate,
    @Nullable String estimatedArrivalDate,
    @Nullable TrackingAddress shipToAddress,
    @Nullable String currentStatus,
    @Nullable String currentStatusDescription,
    @Nullable DateRange deliveryWindow,
    @Nullable String signedForBy,
    @Nullable String additionalLocationInfo,
    @Nullable List<TrackingEvent> trackingEvents) {

  @Override
  public String toString() {
    return "PackageTrackingDetails[****]";
  }
}
