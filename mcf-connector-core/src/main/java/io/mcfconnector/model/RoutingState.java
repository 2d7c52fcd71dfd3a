// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Where an order is on its way; only a stage of the router moves it. */
public enum RoutingState {
  /** Seen and stored; not yet judged. */
  RECEIVED,
  /** Not yet allowed to go; looked at again when due. */
  HELD,
  /** Valid, mapped, stock reserved; waits for its turn. */
  READY,
  /** Intent stored; the create call may have been sent. */
  PLACING,
  /** The network has it. */
  PLACED,
  /** Some units are confirmed at the channel with tracking. */
  SHIPPING,
  /** Every unit is confirmed at the channel. */
  SHIPPED,
  /** Delivered. An end. */
  DELIVERED,
  /** Cancelled. An end. */
  CANCELLED,
  /** Not ours to ship, with a reason. An end. */
  SKIPPED,
  /** Cancel sent to the network; the truth is the order read afterwards. */
  CANCELLING,
  /** A person decides. */
  REVIEW;

  /** Returns whether nothing more will happen by itself, ever. */
  public boolean isEnd() {
    return this == DELIVERED || this == CANCELLED || this == SKIPPED;
  }

  /** Returns whether the network has the order and its parcels are followed. */
  public boolean isTracked() {
    return this == PLACED || this == SHIPPING || this == SHIPPED;
  }

  /** Returns whether the order is on its way, and not every unit is confirmed at the channel. */
  public boolean isUnshipped() {
    return isBeforePlacing() || this == PLACING || this == PLACED || this == SHIPPING;
  }

  /** Returns whether nothing was sent to the network yet, so that cancelling needs no call. */
  public boolean isBeforePlacing() {
    return this == RECEIVED || this == HELD || this == READY;
  }
}
