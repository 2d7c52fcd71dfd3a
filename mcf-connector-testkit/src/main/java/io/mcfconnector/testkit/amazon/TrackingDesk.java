// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where parcels are, in version 2020-07-01. */
final class TrackingDesk {

  private final FulfillmentWorld world;

  TrackingDesk(FulfillmentWorld world) {
    this.world = world;
  }

  Reply details(Routed asked) {
    String number = asked.required("packageNumber");
    for (SimulatedOrder order : world.all()) {
      for (SimulatedShipment shipment : order.livingShipments()) {
        for (SimulatedPackage parcel : shipment.packages) {
          if (Integer.toString(parcel.number).equals(number)) {
            return Wire.payload(details(order, parcel));
          }
        }
      }
    }
    if (!number.matches("\\d{1,10}")) {
      throw Refusal.invalidValue(number, "PackageNumber");
    }
    throw new Refusal(404, "NotFound", "Package not found", "", "ResourceNotFoundException");
  }

  private static Map<String, Object> details(SimulatedOrder order, SimulatedPackage parcel) {
    Map<String, Object> place = place(order.draft.destination());
    List<Map<String, Object>> events = new ArrayList<>();
    if (parcel.delivered) {
      events.add(event(parcel, place, "EVENT_301", "Delivered"));
    }
    if (parcel.shipped) {
      events.add(event(parcel, place, "EVENT_202", "Departed"));
    }
    String number = parcel.trackingNumber;
    return Wire.object(
        "packageNumber",
        parcel.number,
        "trackingNumber",
        number,
        "customerTrackingLink",
        number == null ? null : "https://www.swiship.com/track/?id=" + number,
        "carrierCode",
        parcel.carrierCode,
        "shipDate",
        parcel.shipped ? Wire.time(parcel.shipsAt) : null,
        "estimatedArrivalDate",
        Wire.time(parcel.arrivesAt),
        "shipToAddress",
        place,
        "currentStatus",
        parcel.delivered ? "DELIVERED" : parcel.shipped ? "IN_TRANSIT" : "UNKNOWN",
        "currentStatusDescription",
        parcel.delivered ? "Delivered" : parcel.shipped ? "In transit" : "Not shipped yet",
        "additionalLocationInfo",
        parcel.delivered ? "FRONT_DOOR" : null,
        "trackingEvents",
        events);
  }

  private static Map<String, Object> event(
      SimulatedPackage parcel, Map<String, Object> place, String code, String description) {
    return Wire.object(
        "eventDate",
        Wire.time(code.equals("EVENT_301") ? parcel.arrivesAt : parcel.shipsAt),
        "eventAddress",
        place,
        "eventCode",
        code,
        "eventDescription",
        description);
  }

  private static Map<String, Object> place(Map<String, Object> destination) {
    return Wire.object(
        "city",
        destination.getOrDefault("city", ""),
        "state",
        destination.getOrDefault("stateOrRegion", ""),
        "country",
        destination.getOrDefault("countryCode", ""));
  }
}
