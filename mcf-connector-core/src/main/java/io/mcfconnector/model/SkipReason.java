// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Why an order is not ours to ship. */
public enum SkipReason {
  /** The channel stores and ships it. */
  FULFILLED_BY_CHANNEL,
  /** The channel chooses the carrier and prints the label. */
  SHIPPED_BY_CHANNEL,
  /** Nothing to ship. */
  DIGITAL,
  /** Already shipped by somebody else when first seen. */
  ALREADY_SHIPPED,
  /** Belongs to a warehouse that this router does not serve. */
  OTHER_WAREHOUSE,
  /** The host's routing policy gave it to somebody else. */
  ROUTED_ELSEWHERE,
  /** The host's routing policy left it out. */
  BY_POLICY,
  /** The SKU mapping says that the network ships none of it. */
  NOT_AT_NETWORK,
  /** A person decided; the network may have it all the same. */
  BY_PERSON
}
