// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * The SKU text the seller gave on the sales channel.
 *
 * @param value the text as the platform gives it; not blank, at most 200 characters
 */
public record SellerSku(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public SellerSku {
    Ids.check("SellerSku", value, 200);
  }

  /** Returns the id of this text. */
  public static SellerSku of(String value) {
    return new SellerSku(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
