// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** What makes an order special for routing. */
public enum OrderTrait {
  /** The buyer asked to cancel and waits for an answer. */
  BUYER_CANCEL_REQUESTED,
  /** The channel holds, or held, this order by itself before it may be shipped. */
  CHANNEL_HOLD,
  /** To be collected at a point, not delivered to a home. */
  COLLECTION_POINT,
  /** A free sample. */
  SAMPLE,
  /** Replaces an earlier order. */
  REPLACEMENT,
  /** Exchanged for an earlier order. */
  EXCHANGE,
  /** Cash on delivery. */
  CASH_ON_DELIVERY,
  /** Sold before release. */
  PRE_ORDER,
  /** Made after the sale. */
  MADE_TO_ORDER,
  /** Sold before the stock arrived. */
  BACK_ORDER,
  /** At least one unit needs a prescription. */
  PRESCRIPTION,
  /** At least one unit is a dangerous good. */
  DANGEROUS_GOODS,
  /** A kind of order this version does not know. */
  UNKNOWN_KIND
}
