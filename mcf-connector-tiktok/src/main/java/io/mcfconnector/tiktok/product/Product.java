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
   * @param externalSkuId the SKU's id at another shop system; only in detail
   * @param combinedSkus what a virtual bundle contains; only in detail
   * @param statusInfo whether it is on sale
   */
  public record Sku(
      @Nullable String id,
      @Json(name = "seller_sku") @Nullable String sellerSku,
      @Nullable List<Stock> inventory,
      @Json(name = "external_sku_id") @Nullable String externalSkuId,
      @Json(name = "combined_skus") @Nullable List<CombinedSku> combinedSkus,
      @Json(name = "status_info") @Nullable StatusInfo statusInfo) {}

  /**
   * What one unit of a bundle contains of a SKU.
   *
   * @param productId the product of the SKU
   * @param skuId the SKU
   * @param sellerSku the seller's text; may be empty
   * @param skuCount how many
   */
  public record CombinedSku(
      @Json(name = "product_id") @Nullable String productId,
      @Json(name = "sku_id") @Nullable String skuId,
      @Json(name = "seller_sku") @Nullable String sellerSku,
      @Json(name = "sku_count") @Nullable Integer skuCount) {}

  /**
   * Whether a variant is on sale.
   *
   * @param status {@code NORMAL} or {@code DEACTIVATED}
   */
  public record StatusInfo(@Nullable String status) {}

  /**
   * Units in one warehouse.
   *
   * @param warehouseId TikTok's warehouse
   * @param quantity units that can be ordered now
   * @param backorderQuantity units that can be ordered after those
   * @param handlingTime working days that those take
   */
  public record Stock(
      @Json(name = "warehouse_id") @Nullable String warehouseId,
      @Nullable Integer quantity,
      @Json(name = "backorder_quantity") @Nullable Integer backorderQuantity,
      @Json(name = "handling_time") @Nullable Integer handlingTime) {}
}
