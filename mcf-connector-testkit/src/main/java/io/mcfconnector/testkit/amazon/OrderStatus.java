// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

/** Stations of a fulfillment order, with the words of both versions. */
enum OrderStatus {
  RECEIVED("Received", "PROCESSING"),
  PLANNING("Planning", "PROCESSING"),
  PROCESSING("Processing", "PROCESSING"),
  COMPLETE("Complete", "COMPLETE"),
  COMPLETE_PARTIALLED("CompletePartialled", "COMPLETE_PARTIAL"),
  CANCELLED("Cancelled", "CANCELLED"),
  UNFULFILLABLE("Unfulfillable", "UNFULFILLABLE"),
  INVALID("Invalid", "INVALID");

  private final String v2020;
  private final String v2026;

  OrderStatus(String v2020, String v2026) {
    this.v2020 = v2020;
    this.v2026 = v2026;
  }

  String v2020() {
    return v2020;
  }

  String v2026() {
    return v2026;
  }

  boolean isCancellable() {
    return this == RECEIVED || this == PLANNING;
  }
}
