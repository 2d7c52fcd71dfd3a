// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * One line to ship ({@code CreateFulfillmentOrderItem}); every part is required.
 *
 * @param sellerSku the MSKU, at most 50 characters
 * @param sellerFulfillmentOrderItemId our id of the line, at most 50 characters
 * @param quantity units
 */
public record CreateFulfillmentOrderItem(
    @Nullable String sellerSku,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable Integer quantity) {}
