// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * The seller's shop on the sales channel.
 *
 * @param value the text as the platform gives it; not blank, at most 64 characters
 */
public record ShopId(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public ShopId {
    Ids.check("ShopId", value, 64);
  }

  /** Returns the id of this text. */
  public static ShopId of(String value) {
    return new ShopId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
