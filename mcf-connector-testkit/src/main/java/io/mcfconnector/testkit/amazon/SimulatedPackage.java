// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One parcel; its shipment's order moves it. */
final class SimulatedPackage {

  final PackageScript script;
  final String carrierCode;
  final int number;
  final String id;
  final List<Content> contents;
  final Instant shipsAt;
  final Instant arrivesAt;
  @Nullable String trackingNumber;
  @Nullable String amazonTrackingNumber;
  boolean shipped;
  boolean delivered;

  /** Units of a line; {@code itemId} is the id of this part in version 2026-07-04. */
  record Content(String itemId, OrderDraft.Line line, int units) {}

  SimulatedPackage(
      PackageScript script,
      String carrierCode,
      int number,
      String id,
      List<Content> contents,
      Instant shipsAt,
      Instant arrivesAt) {
    this.script = script;
    this.carrierCode = carrierCode;
    this.number = number;
    this.id = id;
    this.contents = List.copyOf(contents);
    this.shipsAt = shipsAt;
    this.arrivesAt = arrivesAt;
  }

  String v2026Status() {
    return delivered ? "DELIVERED" : shipped ? "IN_TRANSIT" : "PROCESSING";
  }
}
