// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.RoutingState;

/** The kinds of orders in a world, and how each may end. */
enum Kind {
  /** One unit. */
  PLAIN,
  /** Three units of one SKU. */
  SEVERAL_UNITS,
  /** One unit that the SKU mapping takes apart. */
  KIT,
  /** Two SKUs in two packages, one after the other. */
  TWO_PACKAGES,
  /** Cancelled by the buyer while it is on hold. */
  CANCELLED_EARLY,
  /** The buyer asks to cancel when the network has it: stopped, or too late. */
  CANCELLED_LATE,
  /** Its address stays masked. */
  MASKED,
  /** Its SKU is not mapped. */
  UNMAPPED;

  boolean mayEndAs(RoutingState state) {
    boolean shipped = state == RoutingState.SHIPPED || state == RoutingState.DELIVERED;
    return switch (this) {
      case PLAIN, SEVERAL_UNITS, KIT, TWO_PACKAGES -> shipped;
      case CANCELLED_EARLY -> state == RoutingState.CANCELLED;
      case CANCELLED_LATE -> shipped || state == RoutingState.CANCELLED;
      case MASKED, UNMAPPED -> state == RoutingState.REVIEW;
    };
  }

  /** Returns whether the network gets it. */
  boolean isRouted() {
    return this != CANCELLED_EARLY && this != MASKED && this != UNMAPPED;
  }

  /** Returns whether every unit of it must be confirmed. */
  boolean isShipped() {
    return isRouted() && this != CANCELLED_LATE;
  }
}
