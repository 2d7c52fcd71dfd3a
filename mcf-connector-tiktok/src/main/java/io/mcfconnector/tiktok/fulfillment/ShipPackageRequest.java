// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a package is handed over, as it is on the wire.
 *
 * @param handoverMethod {@code PICKUP} or {@code DROP_OFF}; for shipping by TikTok
 * @param pickupSlot when it is picked up; for shipping by TikTok
 * @param selfShipment number and carrier; for shipping by the seller
 */
public record ShipPackageRequest(
    @Json(name = "handover_method") @Nullable String handoverMethod,
    @Json(name = "pickup_slot") @Nullable PickupSlot pickupSlot,
    @Json(name = "self_shipment") @Nullable ShippingInfo selfShipment) {

  private static final Set<String> HANDOVER = Set.of("PICKUP", "DROP_OFF");

  /** Returns a request for a parcel of the seller's own carrier. */
  public static ShipPackageRequest bySeller(ShippingInfo info) {
    return new ShipPackageRequest(null, null, info);
  }

  void check(Rules rules) {
    rules.optionalWord("handover_method", handoverMethod, HANDOVER);
    if (pickupSlot != null) {
      rules.present("pickup_slot.start_time", pickupSlot.startTime());
      rules.present("pickup_slot.end_time", pickupSlot.endTime());
    }
    if (selfShipment != null) {
      selfShipment.check(rules, "self_shipment.");
    }
    if (handoverMethod == null && selfShipment == null) {
      throw rules.broken("self_shipment", "must be there when there is no handover_method");
    }
  }

  /**
   * A window for the pick-up.
   *
   * @param startTime Unix seconds
   * @param endTime Unix seconds
   */
  public record PickupSlot(
      @Json(name = "start_time") @Nullable Long startTime,
      @Json(name = "end_time") @Nullable Long endTime) {}
}
