// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

/** Stations of a shipment; the constants are the words of version 2020-07-01. */
enum ShipmentStatus {
  PENDING("PROCESSING"),
  SHIPPED("SHIPPED"),
  CANCELLED_BY_FULFILLER("CANCELLED"),
  CANCELLED_BY_SELLER("CANCELLED");

  private final String v2026;

  ShipmentStatus(String v2026) {
    this.v2026 = v2026;
  }

  String v2026() {
    return v2026;
  }

  boolean isCancelled() {
    return this == CANCELLED_BY_FULFILLER || this == CANCELLED_BY_SELLER;
  }
}
