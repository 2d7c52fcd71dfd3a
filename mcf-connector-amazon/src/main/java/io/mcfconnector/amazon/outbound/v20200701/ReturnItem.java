// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A unit that comes back ({@code ReturnItem}).
 *
 * @param sellerReturnItemId our id of the return
 * @param sellerFulfillmentOrderItemId our id of the line
 * @param amazonShipmentId how it was shipped
 * @param sellerReturnReasonCode the reason we gave
 * @param returnComment our remark
 * @param amazonReturnReasonCode the reason Amazon found
 * @param status {@code New} or {@code Processed}
 * @param statusChangedDate when that changed
 * @param returnAuthorizationId under which authorization
 * @param returnReceivedCondition such as {@code Sellable}
 * @param fulfillmentCenterId where it came in
 */
public record ReturnItem(
    @Nullable String sellerReturnItemId,
    @Nullable String sellerFulfillmentOrderItemId,
    @Nullable String amazonShipmentId,
    @Nullable String sellerReturnReasonCode,
    @Nullable String returnComment,
    @Nullable String amazonReturnReasonCode,
    @Nullable String status,
    @Nullable String statusChangedDate,
    @Nullable String returnAuthorizationId,
    @Nullable String returnReceivedCondition,
    @Nullable String fulfillmentCenterId) {}
