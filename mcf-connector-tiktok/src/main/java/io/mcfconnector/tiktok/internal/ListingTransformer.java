// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static io.mcfconnector.tiktok.internal.UnreadableField.optional;
import static io.mcfconnector.tiktok.internal.UnreadableField.required;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.tiktok.paging.Page;
import io.mcfconnector.tiktok.product.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** TikTok's products in our words: one listing for each SKU. Pure. */
public final class ListingTransformer {

  private ListingTransformer() {}

  /**
   * Returns the listings of a page.
   *
   * @throws ApiException when a product lacks what a stock update needs
   */
  public static List<Listing> transform(Page<Product> page) {
    try {
      return listings(page);
    } catch (UnreadableField e) {
      throw ApiException.builder("searchProducts", FailureKind.UNREADABLE)
          .jsonPath("$.data." + e.path())
          .requestId(page.requestId())
          .detail("a required field is missing or makes no sense")
          .build();
    }
  }

  private static List<Listing> listings(Page<Product> page) {
    List<Listing> listings = new ArrayList<>();
    for (int i = 0; i < page.items().size(); i++) {
      Product product = page.items().get(i);
      String path = "products[" + i + "].";
      String productId = required(product.id(), path + "id");
      List<Product.Sku> skus = orEmpty(product.skus());
      for (int j = 0; j < skus.size(); j++) {
        String skuPath = path + "skus[" + j + "]";
        listings.add(listing(productId, required(skus.get(j), skuPath), skuPath + "."));
      }
    }
    return listings;
  }

  private static Listing listing(String productId, Product.Sku sku, String path) {
    Map<String, Integer> quantities = new LinkedHashMap<>();
    List<Product.Stock> inventory = orEmpty(sku.inventory());
    for (int i = 0; i < inventory.size(); i++) {
      String stockPath = path + "inventory[" + i + "]";
      Product.Stock stock = required(inventory.get(i), stockPath);
      quantities.put(
          required(stock.warehouseId(), stockPath + ".warehouse_id"),
          required(stock.quantity(), stockPath + ".quantity"));
    }
    ChannelSku channelSku =
        new ChannelSku(
            required(sku.id(), path + "id", ChannelSkuId::of),
            optional(sku.sellerSku(), path + "seller_sku", SellerSku::of));
    return new Listing(productId, channelSku, quantities);
  }

  private static <E> List<E> orEmpty(@Nullable List<E> list) {
    return list == null ? List.of() : list;
  }
}
