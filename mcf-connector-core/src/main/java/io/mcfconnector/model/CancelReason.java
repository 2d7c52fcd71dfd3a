// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Why a seller cancels an order at the channel. The buyer is told. */
public enum CancelReason {
  /** There is nothing to ship. The channel may set the stock of the SKUs to zero. */
  OUT_OF_STOCK,
  /** The price was wrong. */
  WRONG_PRICE,
  /** Nobody can deliver to the address. */
  ADDRESS_NOT_DELIVERABLE,
  /** The buyer asked for it. */
  BUYER_REQUESTED
}
