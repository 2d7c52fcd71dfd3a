// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.Map;

/**
 * A SKU on sale at one shop and the stock the channel shows for it.
 *
 * @param productId the channel's product
 * @param sku the channel's SKU
 * @param quantities units shown, by the channel's warehouse id
 */
public record Listing(String productId, ChannelSku sku, Map<String, Integer> quantities) {

  /** Copies the map. */
  public Listing {
    quantities = Map.copyOf(quantities);
  }

  /**
   * A new absolute figure for a listing.
   *
   * @param listing the listing as last read
   * @param warehouseId the warehouse the figure is for; the others keep theirs
   * @param quantity units that may be sold; not negative
   */
  public record StockLevel(Listing listing, String warehouseId, int quantity) {

    /** Checks the quantity. */
    public StockLevel {
      if (quantity < 0) {
        throw new IllegalArgumentException("quantity must not be negative, but is " + quantity);
      }
    }
  }

  /**
   * A figure the channel did not take.
   *
   * @param sku the channel's SKU
   * @param code the channel's code
   * @param message the channel's words
   */
  public record Refusal(ChannelSkuId sku, String code, String message) {}
}
