// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** How sales channel, store and network may disagree. A closed list: hosts may switch over it. */
public enum DifferenceKind {
  /** An order of the channel that the store does not know. */
  ORDER_UNKNOWN("The channel has an order that the store does not know."),
  /** A record whose order the channel does not show. */
  ORDER_MISSING("The store has a record whose order the channel does not show."),
  /** Cancelled at the channel, and going on here or at the network. */
  CANCELLED_AT_CHANNEL("The channel has cancelled an order that goes on all the same."),
  /** Cancelled here, and still to ship at the channel. */
  CANCELLED_HERE("The store has an order as cancelled that the channel still wants shipped."),
  /** The channel has tracking that this router did not give. */
  CONFIRMED_ELSEWHERE("The channel has a tracking number that this router did not give it."),
  /** The channel holds another number than the one it was given. */
  NUMBER_DIFFERS("The channel holds another tracking number than the one it was given."),
  /** Confirmed in the store, not shipped at the channel. */
  CONFIRMED_HERE("The store has a parcel as confirmed that the channel does not show."),
  /** A correction of a number that does not come to its end. */
  CORRECTION_PENDING("The correction of a tracking number is not finished."),
  /** Delivered at the channel, under way in the store. */
  DELIVERED_AT_CHANNEL("The channel shows an order as delivered that is under way in the store."),
  /** A step that was due and was not done. */
  OVERDUE("A step of an order was due and was not done."),
  /** A create whose outcome is open for too long. */
  PLACING_STUCK("It is still open what became of the create call of an order."),
  /** A review whose clock has run out. */
  REVIEW_OVERDUE("An order waits for a person, and the channel's clock for it has run out."),
  /** A buyer's address that should be erased. */
  DESTINATION_KEPT("The address of a buyer is kept longer than the host allows."),
  /** Placed in the store, absent at the network. */
  PLACED_MISSING("The store has an order as placed that the network does not show."),
  /** Other units at the network than were asked for. */
  UNITS_DIFFER("The network has other units of an order than were asked for."),
  /** Another destination at the network than was asked for. */
  DESTINATION_DIFFERS("The network has an order with another destination than was asked for."),
  /** Cancelled or given up by the network, under way in the store. */
  STOPPED_AT_NETWORK("The network ships nothing of an order that is under way in the store."),
  /** Ended in the store, alive at the network. */
  ALIVE_AT_NETWORK("The network ships an order that has ended in the store."),
  /** A parcel with a number that the channel was not told. */
  UNCONFIRMED_PARCEL("The network shows a tracking number that the channel was not given."),
  /** The network changed a number that the channel holds. */
  NUMBER_OUTDATED("The network shows another tracking number than the channel was given."),
  /** Delivered at the network, under way in the store. */
  DELIVERED_AT_NETWORK("The network has delivered an order that is under way in the store."),
  /** A fulfillment order with our id and without a record. */
  NETWORK_ONLY("The network has an order under an id of this router that the store lacks."),
  /** A fulfillment order of somebody else for an order that we placed. */
  SECOND_FULFILLMENT_ORDER("The network has a second order for one that this router placed."),
  /** A fulfillment order of somebody else for an order that we did not place yet. */
  FOREIGN_FULFILLMENT_ORDER("The network has an order that somebody else made for one of ours.");

  private final String sentence;

  DifferenceKind(String sentence) {
    this.sentence = sentence;
  }

  /** Returns what it means, in one sentence for people. */
  public String sentence() {
    return sentence;
  }
}
