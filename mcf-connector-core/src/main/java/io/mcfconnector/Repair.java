// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;

/** One way to end a review. Thread-safe. */
public interface Repair {

  /** The kinds of repair. */
  enum Kind {
    /** Goes on where the order stopped, after the cause was removed. */
    TRY_AGAIN,
    /** Maps a SKU; every order that waited for it goes on. */
    MAP_SKU,
    /** Ships to another address than the channel shows. */
    CORRECT_ADDRESS,
    /** Gives the channel another number of a parcel, which it may allow only once for an order. */
    CORRECT_TRACKING,
    /** Lets the order, or a tracking number of it, pass the rule that keeps it back for good. */
    RELEASE,
    /**
     * Sends what is not yet shipped to the network again under a new id. Offered when the old id
     * will never ship, or when only a person can find out that it will not.
     */
    SEND_AGAIN,
    /**
     * Asks the network to stop the whole order, of which the buyer wants only a part. When it
     * stops, the next review offers to send that part again; when it is too late, it ships.
     */
    STOP,
    /** Cancels the order at the channel. Offered while nothing ships for it. */
    CANCEL,
    /**
     * Leaves the order to the host: the router does nothing more for it. It does not stop a network
     * that has the order already.
     */
    SKIP
  }

  /** Returns what kind of repair this is. */
  Kind kind();

  /** Returns what {@link #apply} would do, in one sentence without buyer data. */
  String preview();

  /**
   * Does it, and writes into the story of each order who did and when. Applying a repair twice, or
   * after another one ended the review, does nothing. Should the process die meanwhile, applying it
   * again does what is left.
   *
   * @param by who decides, such as a user name; kept as long as the order, so no buyer data
   * @return how many orders left review by this call
   * @throws ApiException when a platform call failed; the order still waits
   * @throws IllegalArgumentException when {@code by} is blank or longer than 100 characters
   */
  int apply(String by);
}
