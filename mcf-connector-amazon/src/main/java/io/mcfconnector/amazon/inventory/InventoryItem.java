// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Units for a product of the sandbox ({@code InventoryItem}); all required.
 *
 * @param sellerSku the MSKU
 * @param marketplaceId the marketplace
 * @param quantity units
 */
public record InventoryItem(
    @Nullable String sellerSku, @Nullable String marketplaceId, @Nullable Integer quantity) {}
