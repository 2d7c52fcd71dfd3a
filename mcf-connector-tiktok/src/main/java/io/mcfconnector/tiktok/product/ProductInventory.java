// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stock of a product, as it is on the wire.
 *
 * @param productId the product
 * @param skus its variants
 */
public record ProductInventory(
    @Json(name = "product_id") @Nullable String productId, @Nullable List<SkuInventory> skus) {

  /**
   * The stock of a variant.
   *
   * @param id SKU id
   * @param sellerSku the seller's text; may be empty
   * @param totalAvailableQuantity units that can be ordered, over all warehouses
   * @param totalCommittedQuantity units reserved by open orders, not in the former
   * @param warehouseInventory the same by warehouse
   */
  public record SkuInventory(
      @Nullable String id,
      @Json(name = "seller_sku") @Nullable String sellerSku,
      @Json(name = "total_available_quantity") @Nullable Integer totalAvailableQuantity,
      @Json(name = "total_committed_quantity") @Nullable Integer totalCommittedQuantity,
      @Json(name = "warehouse_inventory") @Nullable List<WarehouseInventory> warehouseInventory) {}

  /**
   * The stock of a variant in one warehouse.
   *
   * @param warehouseId TikTok's warehouse
   * @param availableQuantity units that can be ordered
   * @param committedQuantity units reserved by open orders
   */
  public record WarehouseInventory(
      @Json(name = "warehouse_id") @Nullable String warehouseId,
      @Json(name = "available_quantity") @Nullable Integer availableQuantity,
      @Json(name = "committed_quantity") @Nullable Integer committedQuantity) {}
}
