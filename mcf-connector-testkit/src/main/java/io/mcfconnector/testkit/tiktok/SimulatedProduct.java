// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.List;
import java.util.Map;

/**
 * A product that the simulated shop sells.
 *
 * @param id TikTok's id of the product
 * @param title what buyers read
 * @param skus its variants
 */
public record SimulatedProduct(String id, String title, List<Sku> skus) {

  /** Copies the list. */
  public SimulatedProduct {
    skus = List.copyOf(skus);
  }

  /**
   * One variant.
   *
   * @param id TikTok's id of the SKU
   * @param sellerSku the seller's text; empty when the seller gave none
   * @param name what buyers read
   * @param price in US dollars, such as {@code 14.50}
   * @param quantities units that can be ordered at the start, by warehouse id; ignored for a bundle
   * @param components SKU ids and units that a virtual bundle consists of; empty otherwise
   */
  public record Sku(
      String id,
      String sellerSku,
      String name,
      String price,
      Map<String, Integer> quantities,
      Map<String, Integer> components) {

    /** Copies the maps. */
    public Sku {
      quantities = Map.copyOf(quantities);
      components = Map.copyOf(components);
    }

    /** Returns a SKU in the warehouse that orders come from. */
    public static Sku of(String id, String sellerSku, String name, String price, int quantity) {
      return new Sku(
          id, sellerSku, name, price, Map.of(SampleCatalogue.WAREHOUSE, quantity), Map.of());
    }

    /** Returns whether this is a virtual bundle. */
    public boolean isBundle() {
      return !components.isEmpty();
    }
  }
}
