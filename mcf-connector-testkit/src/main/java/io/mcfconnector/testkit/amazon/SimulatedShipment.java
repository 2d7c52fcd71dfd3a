// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** One dispatch from one fulfillment center. */
final class SimulatedShipment {

  final String id;
  final String facility;
  final List<SimulatedPackage> packages;
  ShipmentStatus status = ShipmentStatus.PENDING;

  SimulatedShipment(String id, String facility, List<SimulatedPackage> packages) {
    this.id = id;
    this.facility = facility;
    this.packages = List.copyOf(packages);
  }

  Instant shipsAt() {
    return latest(packages.stream().map(parcel -> parcel.shipsAt).toList());
  }

  Instant arrivesAt() {
    return latest(packages.stream().map(parcel -> parcel.arrivesAt).toList());
  }

  boolean allLeft() {
    return packages.stream().allMatch(parcel -> parcel.shipped);
  }

  private static Instant latest(List<Instant> times) {
    return times.stream().max(Comparator.naturalOrder()).orElseThrow();
  }
}
