// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
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
    @Json(name = "product_ids") @Nullable List<String> productIds) {}
