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
  /** The buyer changed the address after ordering. */
  ADDRESS_UPDATED,
  /** A free sample. */
  SAMPLE,
  /** At least one unit is a gift that comes with a purchase. */
  GIFT,
  /** A prize. */
  LOTTERY,
  /** Ordered by a subscription. */
  SUBSCRIPTION,
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
  /** The channel has combined it with other orders in one package. */
  COMBINED,
  /** The channel would let it share a package with other orders; nothing demands it. */
  COMBINABLE,
  /** At least one unit is a blind box: what is in it is not what its SKU says. */
  BLIND_BOX,
  /** At least one unit needs a prescription. */
  PRESCRIPTION,
  /** At least one unit is a dangerous good. */
  DANGEROUS_GOODS,
  /** A kind of order, or a state of a unit, that this version does not know. */
  UNKNOWN_KIND
}
