// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * The sales channel's id of a carrier.
 *
 * @param value the text as the platform gives it; not blank, at most 64 characters
 */
public record ShippingProviderId(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public ShippingProviderId {
    Ids.check("ShippingProviderId", value, 64);
  }

  /** Returns the id of this text. */
  public static ShippingProviderId of(String value) {
    return new ShippingProviderId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
