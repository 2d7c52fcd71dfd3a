// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What TikTok did not take of a stock update that succeeded as a whole, as it is on the wire.
 *
 * @param errors the SKUs that kept their old figures; absent when all were taken
 */
public record UpdateInventoryResult(@Nullable List<SkuError> errors) {

  /**
   * Why a SKU kept its figures.
   *
   * @param code TikTok's code
   * @param message TikTok's words
   * @param detail which SKU, and more reasons
   */
  public record SkuError(
      @Nullable String code, @Nullable String message, @Nullable Detail detail) {}

  /**
   * Which SKU it is about.
   *
   * @param skuId SKU id
   * @param extraErrors the reasons, by warehouse
   */
  public record Detail(
      @Json(name = "sku_id") @Nullable String skuId,
      @Json(name = "extra_errors") @Nullable List<WarehouseError> extraErrors) {}

  /**
   * A reason.
   *
   * @param warehouseId TikTok's warehouse
   * @param code TikTok's code
   * @param message TikTok's words
   */
  public record WarehouseError(
      @Json(name = "warehouse_id") @Nullable String warehouseId,
      @Nullable String code,
      @Nullable String message) {}
}
