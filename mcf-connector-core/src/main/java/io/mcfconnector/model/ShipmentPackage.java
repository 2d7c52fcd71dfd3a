// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parcel.
 *
 * @param id the network's id of the parcel, unique within its shipment
 * @param carrier who moves it; absent until known
 * @param carrierNumber the carrier's number; absent until known
 * @param networkNumber the network's own number (Amazon: AFTN); absent when it gives none
 * @param status where it is
 * @param contents what is in it
 */
public record ShipmentPackage(
    String id,
    @Nullable CarrierCode carrier,
    @Nullable TrackingNumber carrierNumber,
    @Nullable TrackingNumber networkNumber,
    PackageStatus status,
    List<Content> contents) {

  /** Copies the list. */
  public ShipmentPackage {
    contents = List.copyOf(contents);
  }

  /**
   * Returns the number to give to the buyer: the network's own if there is one, else the carrier's.
   */
  public @Nullable TrackingNumber trackingNumber() {
    return networkNumber != null ? networkNumber : carrierNumber;
  }

  /**
   * Units of one fulfillment order item in a parcel.
   *
   * @param itemId our id of the fulfillment order item
   * @param quantity how many units
   */
  public record Content(String itemId, int quantity) {}
}
