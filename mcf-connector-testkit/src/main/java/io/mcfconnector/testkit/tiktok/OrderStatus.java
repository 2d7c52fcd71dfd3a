// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

/** TikTok's words for where an order stands. */
enum OrderStatus {
  UNPAID,
  ON_HOLD,
  AWAITING_SHIPMENT,
  PARTIALLY_SHIPPING,
  AWAITING_COLLECTION,
  IN_TRANSIT,
  DELIVERED,
  COMPLETED,
  CANCELLED;

  /** Returns whether units of the order can be shipped. */
  boolean isShippable() {
    return this == AWAITING_SHIPMENT || this == PARTIALLY_SHIPPING;
  }

  /** Returns whether a buyer can still ask for, or make, a cancellation. */
  boolean isBeforeCollection() {
    return compareTo(PARTIALLY_SHIPPING) <= 0;
  }
}
