// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * Merchant SKU: the seller's SKU in the fulfillment network's catalogue.
 *
 * @param value the text as the platform gives it; not blank, at most 50 characters
 */
public record Msku(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public Msku {
    Ids.check("Msku", value, 50);
  }

  /** Returns the id of this text. */
  public static Msku of(String value) {
    return new Msku(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
