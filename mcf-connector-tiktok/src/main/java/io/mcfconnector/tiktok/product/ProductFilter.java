// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which products to find, as it is on the wire; everything absent = all products.
 *
 * @param status one status, such as {@code ACTIVATE} for what is on sale
 * @param sellerSkus at most 10 texts of the seller
 * @param skuIds at most 10 SKU ids
 * @param createTimeGe made at this Unix second or later
 * @param createTimeLe made at this Unix second or earlier; not "before", unlike other searches
 * @param updateTimeGe changed at this Unix second or later
 * @param updateTimeLe changed at this Unix second or earlier
 */
public record ProductFilter(
    @Nullable String status,
    @Json(name = "seller_skus") @Nullable List<String> sellerSkus,
    @Json(name = "sku_ids") @Nullable List<String> skuIds,
    @Json(name = "create_time_ge") @Nullable Long createTimeGe,
    @Json(name = "create_time_le") @Nullable Long createTimeLe,
    @Json(name = "update_time_ge") @Nullable Long updateTimeGe,
    @Json(name = "update_time_le") @Nullable Long updateTimeLe) {

  private static final int MOST_SKUS = 10;
  private static final int LONGEST_SKU = 255;
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

  /** Returns a filter for all products. */
  public static ProductFilter all() {
    return new ProductFilter(null, null, null, null, null, null, null);
  }

  /** Returns a filter for what is on sale. */
  public static ProductFilter onSale() {
    return new ProductFilter("ACTIVATE", null, null, null, null, null, null);
  }

  void check(Rules rules) {
    rules.optionalWord("status", status, STATUSES);
    if (sellerSkus != null) {
      List<String> skus = rules.list("seller_skus", sellerSkus, 1, MOST_SKUS);
      for (int i = 0; i < skus.size(); i++) {
        rules.text("seller_skus[" + i + "]", skus.get(i), LONGEST_SKU);
      }
    }
    rules.optionalIds("sku_ids", skuIds, MOST_SKUS);
    rules.window("create_time", createTimeGe, createTimeLe);
    rules.window("update_time", updateTimeGe, updateTimeLe);
  }
}
