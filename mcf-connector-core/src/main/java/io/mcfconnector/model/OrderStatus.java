// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Where an order stands at the sales channel. */
public enum OrderStatus {
  /** Not paid yet; payment may never come. */
  UNPAID,
  /** Paid, but the channel forbids shipping for now: the buyer may still cancel freely. */
  ON_HOLD,
  /** May be shipped. */
  AWAITING_SHIPMENT,
  /** Some units are shipped, the rest may be. */
  PARTIALLY_SHIPPED,
  /** All units are confirmed as shipped; no carrier scan yet. */
  AWAITING_COLLECTION,
  /** On its way. */
  IN_TRANSIT,
  /** Delivered. */
  DELIVERED,
  /** Delivered and closed. */
  COMPLETED,
  /** Every unit is cancelled. */
  CANCELLED,
  /** A word this version does not know; the order is read again later, never dropped. */
  UNKNOWN;

  /** Returns whether units of an order in this status may be shipped. */
  public boolean allowsShipping() {
    return this == AWAITING_SHIPMENT || this == PARTIALLY_SHIPPED;
  }
}
