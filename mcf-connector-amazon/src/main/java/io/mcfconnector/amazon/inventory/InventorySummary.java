// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one SKU ({@code InventorySummary}).
 *
 * @param asin Amazon's catalogue id
 * @param fnSku the fulfillment network's SKU
 * @param sellerSku the MSKU
 * @param condition such as {@code NewItem}
 * @param inventoryDetails the figures by kind
 * @param lastUpdatedTime how old the figures are, ISO 8601
 * @param totalQuantity with everything still on its way in: never publish it
 * @param productName Amazon's name of the product
 * @param stores the stores that show it
 */
public record InventorySummary(
    @Nullable String asin,
    @Nullable String fnSku,
    @Nullable String sellerSku,
    @Nullable String condition,
    @Nullable InventoryDetails inventoryDetails,
    @Nullable String lastUpdatedTime,
    @Nullable Integer totalQuantity,
    @Nullable String productName,
    @Nullable List<String> stores) {}
