// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which products to find, as it is on the wire; everything absent = all products.
 *
 * @param status one status, such as {@code ACTIVATE} for what is on sale
 * @param sellerSkus at most 10 texts of the seller
 * @param skuIds at most 10 SKU ids
 */
public record ProductFilter(
    @Nullable String status,
    @Json(name = "seller_skus") @Nullable List<String> sellerSkus,
    @Json(name = "sku_ids") @Nullable List<String> skuIds) {}
