// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

/**
 * Something that must not happen.
 *
 * @param rule what is broken
 * @param orderId of which order; empty when of none
 * @param detail what was seen
 */
record Violation(Rule rule, String orderId, String detail) {

  /** What holds at every moment, or at the end. */
  enum Rule {
    /** The network has an order whose intent the store lacks. */
    INTENT_FIRST,
    /** A save that was acknowledged is gone. */
    NOTHING_LOST,
    /** Two saves replaced the same version. */
    SAVED_ONCE,
    /** The network has two orders for one. */
    ONE_ORDER,
    /** The network has an order that should not be there, or lacks one. */
    RIGHT_ORDERS,
    /** A create was sent although a read would have shown the order. */
    READ_BEFORE_REPEAT,
    /** The network saw more creates than the store counted. */
    CREATES_COUNTED,
    /** The shop has an order that the store does not know. */
    ALL_TAKEN_IN,
    /** An order neither ends nor waits for a person. */
    NOTHING_STUCK,
    /** An order ended in another way than it should. */
    RIGHT_END,
    /** A unit without its one tracking number. */
    CONFIRMED_ONCE,
    /** Units are withheld from sale for nothing. */
    NOTHING_RESERVED,
    /** Buyer data of an order that needs it no more. */
    DESTINATION_ERASED
  }
}
