// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.SkuMapper.Component;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedProduct;
import java.util.List;
import java.util.Map;

/** What the shop sells, with stock for thousands of orders, and what the network ships for it. */
final class Catalogue {

  /** What to ship for a seller SKU. */
  static final Map<String, List<Component>> SKUS =
      Map.of(
          "HL-BCB-L", List.of(component("FBA-BOARD-L", 1)),
          "HL-BCB-S", List.of(component("FBA-BOARD-S", 1)),
          "HL-MUG-BLU", List.of(component("FBA-MUG-BLUE", 1)),
          "HL-MUG-WHT", List.of(component("FBA-MUG-WHITE", 1)),
          "HL-TEA-SET", List.of(component("FBA-TEAPOT", 1), component("FBA-MUG-WHITE", 2)));

  private static final Map<String, String> SELLER_SKUS =
      Map.of(
          SampleCatalogue.BOARD_LARGE, "HL-BCB-L",
          SampleCatalogue.BOARD_SMALL, "HL-BCB-S",
          SampleCatalogue.MUG_BLUE, "HL-MUG-BLU",
          SampleCatalogue.MUG_WHITE, "HL-MUG-WHT",
          SampleCatalogue.TEA_SET, "HL-TEA-SET");

  static final int PLENTY = 100_000;

  private Catalogue() {}

  static List<Component> componentsOf(String skuId) {
    return SKUS.getOrDefault(SELLER_SKUS.getOrDefault(skuId, ""), List.of());
  }

  /** The sample catalogue with stock for thousands of orders. */
  static List<SimulatedProduct> products() {
    return SampleCatalogue.products().stream()
        .map(
            product ->
                new SimulatedProduct(
                    product.id(),
                    product.title(),
                    product.skus().stream().map(Catalogue::plenty).toList()))
        .toList();
  }

  private static SimulatedProduct.Sku plenty(SimulatedProduct.Sku sku) {
    return sku.isBundle()
        ? sku
        : SimulatedProduct.Sku.of(sku.id(), sku.sellerSku(), sku.name(), sku.price(), PLENTY);
  }

  private static Component component(String msku, int units) {
    return new Component(Msku.of(msku), units);
  }
}
