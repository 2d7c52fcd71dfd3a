// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Makes a product of the sandbox ({@code CreateInventoryItemRequest}); all required.
 *
 * @param sellerSku the MSKU
 * @param marketplaceId the marketplace
 * @param productName its name
 */
public record CreateInventoryItemRequest(
    @Nullable String sellerSku, @Nullable String marketplaceId, @Nullable String productName) {}
