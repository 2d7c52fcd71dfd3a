// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * The sales channel's own id of a SKU; never empty, unlike the {@link SellerSku}.
 *
 * @param value the text as the platform gives it; not blank, at most 64 characters
 */
public record ChannelSkuId(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public ChannelSkuId {
    Ids.check("ChannelSkuId", value, 64);
  }

  /** Returns the id of this text. */
  public static ChannelSkuId of(String value) {
    return new ChannelSkuId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
