// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A unit to take back ({@code CreateReturnItem}); all but the remark is required.
 *
 * @param sellerReturnItemId our id of the return, at most 80 characters
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param amazonShipmentId how it was shipped
 * @param returnReasonCode a reason that {@code listReturnReasonCodes} gives
 * @param returnComment a remark, at most 1000 characters
 */
public record CreateReturnItem(
    @Nullable String sellerReturnItemId,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable String amazonShipmentId,
    @Nullable String returnReasonCode,
    @Nullable String returnComment) {}
