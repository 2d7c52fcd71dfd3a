// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New stock figures for SKUs of one product, as it is on the wire.
 *
 * @param skus the SKUs
 */
public record UpdateInventoryRequest(@Nullable List<SkuStock> skus) {

  private static final int MOST = 1000;

  /** TikTok's pages disagree whether 0 is taken, so it is sent. */
  private static final int MOST_UNITS = 99_999;

  void check(Rules rules) {
    List<SkuStock> list = rules.list("skus", skus, 1, MOST);
    for (int i = 0; i < list.size(); i++) {
      list.get(i).check(rules, "skus[" + i + "]");
    }
  }

  /**
   * The figures of one SKU.
   *
   * @param id SKU id
   * @param inventory <em>every</em> warehouse of the SKU, and no other
   */
  public record SkuStock(@Nullable String id, @Nullable List<WarehouseStock> inventory) {

    void check(Rules rules, String path) {
      rules.id(path + ".id", id);
      List<WarehouseStock> list = rules.list(path + ".inventory", inventory, 1, MOST);
      for (int i = 0; i < list.size(); i++) {
        list.get(i).check(rules, path + ".inventory[" + i + "]");
      }
    }
  }

  /**
   * The figure of one warehouse.
   *
   * @param warehouseId TikTok's warehouse; may be absent only when the shop has a single one
   * @param quantity absolute: units that can be ordered from now on, without reserved ones
   * @param backorderQuantity units that can be ordered after those; unchanged when absent
   * @param handlingTime working days that those take
   */
  public record WarehouseStock(
      @Json(name = "warehouse_id") @Nullable String warehouseId,
      @Nullable Integer quantity,
      @Json(name = "backorder_quantity") @Nullable Integer backorderQuantity,
      @Json(name = "handling_time") @Nullable Integer handlingTime) {

    /** Returns a figure without back orders. */
    public static WarehouseStock of(String warehouseId, int quantity) {
      return new WarehouseStock(warehouseId, quantity, null, null);
    }

    void check(Rules rules, String path) {
      rules.optionalId(path + ".warehouse_id", warehouseId);
      rules.number(path + ".quantity", quantity, 0, MOST_UNITS);
      rules.optionalNumber(path + ".backorder_quantity", backorderQuantity, 0, MOST_UNITS);
      rules.optionalNumber(path + ".handling_time", handlingTime, 0, MOST_UNITS);
    }
  }
}
