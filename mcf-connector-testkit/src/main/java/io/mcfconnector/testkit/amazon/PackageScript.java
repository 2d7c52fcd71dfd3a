// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one parcel of a simulated order fares. Immutable.
 *
 * <p>Times count from the order's receipt. A parcel without listed units shares what the listed
 * ones leave, evenly, with the other parcels of that kind.
 *
 * @param shipment which shipment carries it, from 1; a shipment is SHIPPED when its last parcel
 *     left
 * @param shippedAfter when it leaves the building
 * @param numberAfter when its tracking number shows; may be before it leaves
 * @param deliveredAfter when it arrives
 * @param carrierCode free text as Amazon sends it
 * @param trackingNumber {@code null} for a number made from the order id
 * @param units units by MSKU; empty for a share of the rest
 */
public record PackageScript(
    int shipment,
    Duration shippedAfter,
    Duration numberAfter,
    Duration deliveredAfter,
    String carrierCode,
    @Nullable String trackingNumber,
    Map<String, Integer> units) {

  /** The carrier of a parcel when the script names none. */
  public static final String AMAZON_LOGISTICS = "Amazon Logistics";

  private static final Duration TRANSIT = Duration.ofDays(2);

  /** Copies the map; checks that times are in order and numbers positive. */
  public PackageScript {
    units = Map.copyOf(units);
    Objects.requireNonNull(carrierCode, "carrierCode");
    if (shipment < 1) {
      throw new IllegalArgumentException("shipment: counts from 1");
    }
    if (deliveredAfter.compareTo(shippedAfter) < 0) {
      throw new IllegalArgumentException("deliveredAfter: before shippedAfter");
    }
    if (units.values().stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("units: less than 1");
    }
  }

  /**
   * Returns a parcel of the first shipment with Amazon Logistics that shows its number when it
   * leaves and arrives two days later.
   */
  public static PackageScript shippedAfter(Duration time) {
    return new PackageScript(1, time, time, time.plus(TRANSIT), AMAZON_LOGISTICS, null, Map.of());
  }

  /** Returns the same parcel in another shipment, counted from 1. */
  public PackageScript inShipment(int number) {
    return new PackageScript(
        number, shippedAfter, numberAfter, deliveredAfter, carrierCode, trackingNumber, units);
  }

  /** Returns the same parcel with a label, and so a number, at another time than its departure. */
  public PackageScript numberAfter(Duration time) {
    return new PackageScript(
        shipment, shippedAfter, time, deliveredAfter, carrierCode, trackingNumber, units);
  }

  /** Returns the same parcel with another time of arrival. */
  public PackageScript deliveredAfter(Duration time) {
    return new PackageScript(
        shipment, shippedAfter, numberAfter, time, carrierCode, trackingNumber, units);
  }

  /** Returns the same parcel with another carrier, and a number in that carrier's form. */
  public PackageScript by(String carrier) {
    return new PackageScript(
        shipment, shippedAfter, numberAfter, deliveredAfter, carrier, trackingNumber, units);
  }

  /** Returns the same parcel with a given tracking number. */
  public PackageScript withNumber(String number) {
    return new PackageScript(
        shipment, shippedAfter, numberAfter, deliveredAfter, carrierCode, number, units);
  }

  /** Returns the same parcel with units of an MSKU in it, beside those already listed. */
  public PackageScript with(String msku, int count) {
    Map<String, Integer> more = new LinkedHashMap<>(units);
    more.merge(msku, count, Integer::sum);
    return new PackageScript(
        shipment, shippedAfter, numberAfter, deliveredAfter, carrierCode, trackingNumber, more);
  }
}
