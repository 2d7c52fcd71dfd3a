// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Where a fulfillment order stands at the network. */
public enum FulfillmentStatus {
  /** Accepted, planned or being packed. */
  IN_PROGRESS,
  /** Every unit is shipped. */
  COMPLETE,
  /** Some units are shipped; the rest may still come, or not. Never final by itself. */
  PARTIAL,
  /** Cancelled before anything shipped. */
  CANCELLED,
  /** The network found no sellable unit. */
  UNFULFILLABLE,
  /** The network's own checks failed; nothing ships. */
  INVALID,
  /** A word this version does not know. */
  UNKNOWN
}
