// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.PageToken.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells which products and how many units the shop has. */
final class ProductDesk {

  private static final int MOST_SEARCHED = 10;
  private static final int MOST_PRODUCTS = 100;
  private static final int MOST_SKUS = 600;
  private static final Set<String> STATUSES =
      Set.of(
          "ALL",
          "DRAFT",
          "PENDING",
          "FAILED",
          "ACTIVATE",
          "SELLER_DEACTIVATED",
          "PLATFORM_DEACTIVATED",
          "FREEZE",
          "DELETED");

  private final ShopWorld world;

  ProductDesk(ShopWorld world) {
    this.world = world;
  }

  Map<String, @Nullable Object> searchProducts(Incoming request) {
    RequestBody body = RequestBody.of(request);
    String status = body.text("status");
    if (status != null && !STATUSES.contains(status)) {
      throw Refusal.parameter("param body.status invalid");
    }
    Set<String> sellerSkus = atMost(body, "seller_skus", MOST_SEARCHED);
    Set<String> skuIds = atMost(body, "sku_ids", MOST_SEARCHED);
    boolean active = status == null || status.equals("ALL") || status.equals("ACTIVATE");
    List<SimulatedProduct> found =
        world.stock().products().stream()
            .filter(product -> active)
            .filter(product -> sellerSkus.isEmpty() || sells(product, sellerSkus, true))
            .filter(product -> skuIds.isEmpty() || sells(product, skuIds, false))
            .toList();
    Page<SimulatedProduct> page = PageToken.page(found, request.query());
    return new Fields()
        .with("next_page_token", page.nextToken())
        .with("total_count", page.total())
        .with("products", page.rows().stream().map(this::product).toList())
        .map();
  }

  Map<String, @Nullable Object> getProduct(String productId) {
    world.orders();
    SimulatedProduct product = world.stock().product(productId);
    if (product == null) {
      throw Refusal.business(12052031, "Product does not exist");
    }
    Map<String, @Nullable Object> data = product(product);
    List<Map<String, @Nullable Object>> skus = new ArrayList<>();
    for (SimulatedProduct.Sku sku : product.skus()) {
      Map<String, @Nullable Object> detail = sku(sku);
      if (sku.isBundle()) {
        detail.put("combined_skus", components(sku));
      }
      skus.add(detail);
    }
    data.put("skus", skus);
    data.remove("sales_regions"); // Only a search tells.
    return data;
  }

  private List<Map<String, @Nullable Object>> components(SimulatedProduct.Sku bundle) {
    List<Map<String, @Nullable Object>> components = new ArrayList<>();
    new TreeMap<>(bundle.components())
        .forEach(
            (skuId, units) ->
                components.add(
                    new Fields()
                        .with("product_id", world.stock().productOf(skuId).id())
                        .with("sku_id", skuId)
                        .with("seller_sku", world.stock().sku(skuId).sellerSku())
                        .with("sku_count", units)
                        .map()));
    return components;
  }

  Map<String, @Nullable Object> searchInventory(Incoming request) {
    world.orders();
    RequestBody body = RequestBody.of(request);
    Set<String> productIds = atMost(body, "product_ids", MOST_PRODUCTS);
    Set<String> skuIds = atMost(body, "sku_ids", MOST_SKUS);
    if (productIds.isEmpty() && skuIds.isEmpty()) {
      throw Refusal.parameter("param body.product_ids or body.sku_ids is missing");
    }
    Map<String, List<Map<String, @Nullable Object>>> byProduct = new LinkedHashMap<>();
    for (SimulatedProduct product : world.stock().products()) {
      for (SimulatedProduct.Sku sku : product.skus()) {
        boolean asked =
            skuIds.isEmpty() ? productIds.contains(product.id()) : skuIds.contains(sku.id());
        if (asked) {
          byProduct.computeIfAbsent(product.id(), id -> new ArrayList<>()).add(inventory(sku));
        }
      }
    }
    List<Map<String, @Nullable Object>> inventory = new ArrayList<>();
    byProduct.forEach(
        (productId, skus) ->
            inventory.add(new Fields().with("product_id", productId).with("skus", skus).map()));
    return new Fields().with("inventory", inventory).map();
  }

  private static boolean sells(SimulatedProduct product, Set<String> wanted, boolean bySellerSku) {
    return product.skus().stream()
        .anyMatch(sku -> wanted.contains(bySellerSku ? sku.sellerSku() : sku.id()));
  }

  private static Set<String> atMost(RequestBody body, String name, int limit) {
    List<String> values = body.texts(name);
    if (values == null) {
      return Set.of();
    }
    if (values.size() > limit) {
      throw Refusal.parameter("param body." + name + " has more than " + limit + " entries");
    }
    return new HashSet<>(values);
  }

  private Map<String, @Nullable Object> product(SimulatedProduct product) {
    return new Fields()
        .with("id", product.id())
        .with("title", product.title())
        .with("status", "ACTIVATE")
        .with("has_draft", false)
        .with("is_not_for_sale", false)
        .with("sales_regions", List.of("US"))
        .with("skus", product.skus().stream().map(this::sku).toList())
        .map();
  }

  private Map<String, @Nullable Object> sku(SimulatedProduct.Sku sku) {
    List<Map<String, @Nullable Object>> inventory = new ArrayList<>();
    world
        .stock()
        .counts(sku.id())
        .forEach(
            (warehouse, count) ->
                inventory.add(
                    new Fields()
                        .with("warehouse_id", warehouse)
                        .with("quantity", count.available())
                        .map()));
    return new Fields()
        .with("id", sku.id())
        .with("seller_sku", sku.sellerSku())
        .with(
            "price",
            new Fields().with("currency", "USD").with("tax_exclusive_price", sku.price()).map())
        .with("inventory", inventory)
        .with("status_info", new Fields().with("status", "NORMAL").map())
        .map();
  }

  private Map<String, @Nullable Object> inventory(SimulatedProduct.Sku sku) {
    List<Map<String, @Nullable Object>> warehouses = new ArrayList<>();
    world
        .stock()
        .counts(sku.id())
        .forEach(
            (warehouse, count) ->
                warehouses.add(
                    new Fields()
                        .with("warehouse_id", warehouse)
                        .with("available_quantity", count.available())
                        .with("committed_quantity", count.committed())
                        .map()));
    StockSnapshot total = world.stock().snapshot(sku.id());
    return new Fields()
        .with("id", sku.id())
        .with("seller_sku", sku.sellerSku())
        .with("total_available_quantity", total.available())
        .with("total_committed_quantity", total.committed())
        .with("warehouse_inventory", warehouses)
        .with(
            "total_available_inventory_distribution",
            new Fields()
                .with("in_shop_inventory", new Fields().with("quantity", total.available()).map())
                .with("campaign_inventory", List.of())
                .with("creator_inventory", List.of())
                .map())
        .map();
  }
}
