// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Why a person has to decide. A closed list: hosts may switch over it. */
public enum ReviewCode {
  /** A SKU has no mapping to the network. */
  UNMAPPED_SKU,
  /** Some lines can be served and others cannot. */
  MIXED_CART,
  /** The channel hides parts of the address. */
  ADDRESS_MASKED,
  /** Required parts of the address are missing or impossible. */
  ADDRESS_INCOMPLETE,
  /** A part of the address does not fit the network's limits. */
  ADDRESS_TOO_LONG,
  /** The address is somewhere the network does not deliver. */
  ADDRESS_UNSUPPORTED,
  /** The buyer changed the address after the order was placed. */
  ADDRESS_CHANGED,
  /** The network has too few units. */
  OUT_OF_STOCK,
  /** The network does not know how many units it has. */
  STOCK_UNKNOWN,
  /** The network refused the order. */
  CREATE_REFUSED,
  /** It stays unclear whether the network has the order. */
  CREATE_UNCERTAIN,
  /** The network has another order under our id. */
  CREATE_CONFLICT,
  /** The network accepted the order and found nothing to ship. */
  AMAZON_UNFULFILLABLE,
  /** The network accepted the order and found it invalid. */
  AMAZON_INVALID,
  /** The order was cancelled at the network, not by this router. */
  AMAZON_CANCELLED,
  /** No shipping provider of the channel fits the carrier. */
  CARRIER_UNKNOWN,
  /** The channel refused a tracking number. */
  TRACKING_REFUSED,
  /** The channel took a tracking number and warned. */
  TRACKING_WARNING,
  /** A tracking number would need a second correction. */
  CORRECTION_SPENT,
  /** A number that is not the network's would endanger the channel's warehouse. */
  WAREHOUSE_GUARD,
  /** The buyer cancelled, but the network ships. */
  CANCEL_TOO_LATE,
  /** Some units are cancelled, or shall be, and the network can only stop the whole order. */
  UNITS_CANCELLED,
  /** A parcel was lost, refused, returned or given up: it will not arrive. */
  PARCEL_LOST,
  /** The channel's clock runs out. */
  DEADLINE_AT_RISK,
  /** The platform no longer accepts our authorization. */
  AUTHORIZATION_LOST,
  /** A kind of order this version does not route. */
  UNSUPPORTED_ORDER;

  /** Returns whether the network will never ship more of the order under its id. */
  public boolean isNetworkDone() {
    return this == AMAZON_UNFULFILLABLE || this == AMAZON_INVALID || this == AMAZON_CANCELLED;
  }
}
