// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** A repeating job of the router; each kind runs for one account at a time. */
public enum Duty {
  /** Sees new and changed orders of a shop and judges them. */
  INTAKE,
  /** Creates and cancels fulfillment orders at a seller's network account. */
  PLACE,
  /** Learns what changed at the network. */
  SWEEP,
  /** Confirms packages at a shop. */
  CONFIRM,
  /** Publishes stock to the shops of a seller. */
  STOCK,
  /** Erases buyer data whose time is over; tells of authorizations that end soon. */
  HOUSEKEEPING
}
