// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** What became of a seller's wish to cancel an order. */
public enum CancelOutcome {
  /** Nothing ships, and the channel shows it as cancelled. */
  CANCELLED,
  /**
   * The wish is on record. The router asks the network to stop the order, cancels it at the channel
   * as soon as it is certain that nothing ships, and lets it ship when it is too late.
   */
  STOPPING,
  /** It ships, or has arrived: it is not cancelled, and nobody was asked to. */
  TOO_LATE,
  /** A person has to decide; the order's review tells why. */
  IN_REVIEW
}
