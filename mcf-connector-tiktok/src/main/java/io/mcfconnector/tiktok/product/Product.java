// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product of the shop, as it is on the wire.
 *
 * @param id product id
 * @param title name that buyers read
 * @param status such as {@code ACTIVATE}
 * @param skus its variants
 */
public record Product(
    @Nullable String id,
    @Nullable String title,
    @Nullable String status,
    @Nullable List<Sku> skus) {

  /**
   * A variant.
   *
   * @param id SKU id
   * @param sellerSku the seller's text; may be empty, need not be unique
   * @param inventory units shown, by warehouse
   */
  public record Sku(
      @Nullable String id,
      @Json(name = "seller_sku") @Nullable String sellerSku,
      @Nullable List<Stock> inventory) {}

  /**
   * Units in one warehouse.
   *
   * @param warehouseId TikTok's warehouse
   * @param quantity units that can be ordered now
   */
  public record Stock(
      @Json(name = "warehouse_id") @Nullable String warehouseId, @Nullable Integer quantity) {}
}
