// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Who does a thing: the seller or the sales channel. */
public enum Party {
  /** The seller, with a fulfillment network or carrier of its own. */
  SELLER,
  /** The sales channel. */
  CHANNEL,
  /** Nobody: there is nothing to ship. */
  NOBODY,
  /** A word this version does not know. */
  UNKNOWN
}
