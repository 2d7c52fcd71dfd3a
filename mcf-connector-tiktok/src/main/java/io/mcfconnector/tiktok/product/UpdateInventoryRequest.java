// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New stock figures for SKUs of one product, as it is on the wire.
 *
 * @param skus the SKUs
 */
public record UpdateInventoryRequest(@Nullable List<SkuStock> skus) {

  /**
   * The figures of one SKU.
   *
   * @param id SKU id
   * @param inventory <em>every</em> warehouse of the SKU, and no other
   */
  public record SkuStock(@Nullable String id, @Nullable List<WarehouseStock> inventory) {}

  /**
   * The figure of one warehouse.
   *
   * @param warehouseId TikTok's warehouse
   * @param quantity absolute: units that can be ordered from now on, without reserved ones
   */
  public record WarehouseStock(
      @Json(name = "warehouse_id") @Nullable String warehouseId, @Nullable Integer quantity) {}
}
