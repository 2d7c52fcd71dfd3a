// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * What a virtual bundle of the sales channel contains.
 *
 * @param sku the component
 * @param units how many of it one bundle holds; at least 1
 */
public record BundleComponent(ChannelSku sku, int units) {

  /** Checks the units. */
  public BundleComponent {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, but is " + units);
    }
  }
}
