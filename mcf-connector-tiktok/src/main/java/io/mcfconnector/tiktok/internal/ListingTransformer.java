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
import io.mcfconnector.tiktok.product.ProductInventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  /**
   * Returns listings with other stock; those that it does not name are left out.
   *
   * @throws ApiException when the stock of a listing makes no sense
   */
  public static List<Listing> withStock(
      Collection<Listing> listings, List<ProductInventory> stock) {
    Map<String, ProductInventory.SkuInventory> bySku = new HashMap<>();
    stock.forEach(
        product ->
            orEmpty(product.skus()).forEach(sku -> bySku.put(String.valueOf(sku.id()), sku)));
    List<Listing> found = new ArrayList<>();
    for (Listing listing : listings) {
      ProductInventory.SkuInventory sku = bySku.get(listing.sku().id().value());
      if (sku != null) {
        found.add(new Listing(listing.productId(), listing.sku(), available(sku)));
      }
    }
    return found;
  }

  private static Map<String, Integer> available(ProductInventory.SkuInventory sku) {
    Map<String, Integer> quantities = new LinkedHashMap<>();
    try {
      for (ProductInventory.WarehouseInventory stock : orEmpty(sku.warehouseInventory())) {
        quantities.put(
            required(stock.warehouseId(), "warehouse_id"),
            required(stock.availableQuantity(), "available_quantity"));
      }
    } catch (UnreadableField e) {
      throw ApiException.builder("searchInventory", FailureKind.UNREADABLE)
          .jsonPath("$.data.inventory[*].skus[*].warehouse_inventory[*]." + e.path())
          .detail("a required field of SKU " + sku.id() + " is missing")
          .build();
    }
    return quantities;
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
