// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** The service level asked of the fulfillment network. */
public enum ShippingSpeed {
  /** Always available. */
  STANDARD,
  /** Faster, where the network offers it. */
  EXPEDITED,
  /** Fastest, where the network offers it. */
  PRIORITY
}
