// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

/** One way to end a review. Thread-safe. */
public interface Repair {

  /** The kinds of repair. */
  enum Kind {
    /** Goes on where the order stopped, after the cause was removed. */
    TRY_AGAIN,
    /**
     * Sends what is not yet shipped to the network again under a new id. Offered when the old id
     * will never ship, or when only a person can find out that it will not.
     */
    SEND_AGAIN,
    /**
     * Leaves the order to the host: the router does nothing more for it. It does not stop a network
     * that has the order already.
     */
    SKIP
  }

  /** Returns what kind of repair this is. */
  Kind kind();

  /** Returns what {@link #apply()} would do, in one sentence. */
  String preview();

  /**
   * Does it. Applying a repair twice, or after another one ended the review, does nothing.
   *
   * @return whether this call ended the review
   */
  boolean apply();
}
