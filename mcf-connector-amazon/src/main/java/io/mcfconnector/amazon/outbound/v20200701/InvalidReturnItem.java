// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A unit that Amazon does not take back ({@code InvalidReturnItem}).
 *
 * @param sellerReturnItemId our id of the return
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param invalidItemReason why not
 */
public record InvalidReturnItem(
    @Nullable String sellerReturnItemId,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable InvalidItemReason invalidItemReason) {}
