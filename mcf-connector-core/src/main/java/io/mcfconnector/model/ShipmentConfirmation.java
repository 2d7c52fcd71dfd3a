// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the sales channel that units are shipped.
 *
 * @param orderId the buyer's order
 * @param lineItems exactly the units in the parcel
 * @param number the parcel's number
 * @param provider who moves it
 */
public record ShipmentConfirmation(
    OrderId orderId,
    List<LineItemId> lineItems,
    TrackingNumber number,
    ShippingProviderId provider) {

  /** Copies the list. */
  public ShipmentConfirmation {
    lineItems = List.copyOf(lineItems);
  }

  /**
   * The channel's yes.
   *
   * @param packageId the channel's id of the package; absent when it gives none
   * @param warning what it said beside; absent without one
   */
  public record Receipt(@Nullable String packageId, @Nullable TrackingWarning warning) {}
}
