// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose stock to read, as it is on the wire.
 *
 * @param skuIds at most 600; counts alone when both lists are given
 * @param productIds at most 100
 */
public record InventoryFilter(
    @Json(name = "sku_ids") @Nullable List<String> skuIds,
    @Json(name = "product_ids") @Nullable List<String> productIds) {

  /** Most SKUs of one search. */
  public static final int MAX_SKUS = 600;

  /** Most products of one search. */
  public static final int MAX_PRODUCTS = 100;

  void check(Rules rules) {
    rules.optionalIds("sku_ids", skuIds, MAX_SKUS);
    rules.optionalIds("product_ids", productIds, MAX_PRODUCTS);
    if (skuIds == null && productIds == null) {
      throw rules.broken("sku_ids", "must be there when there are no product_ids");
    }
  }
}
