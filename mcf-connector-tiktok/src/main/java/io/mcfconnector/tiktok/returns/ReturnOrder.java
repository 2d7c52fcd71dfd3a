// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.returns;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return or refund, as it is on the wire, without the return address. Times are Unix seconds.
 *
 * @param returnId its id
 * @param orderId the order
 * @param returnType {@code REFUND}, {@code RETURN_AND_REFUND} or {@code REPLACEMENT}
 * @param returnStatus such as {@code AWAITING_BUYER_SHIP}
 * @param arbitrationStatus such as {@code IN_PROGRESS}; absent without a dispute
 * @param role who began, such as {@code BUYER}
 * @param returnReason TikTok's word for the reason
 * @param returnReasonText the same for people
 * @param returnMethod {@code PLATFORM_SHIPPED}, {@code BUYER_SHIPPED} or {@code SELLER_SHIPPED}
 * @param returnTrackingNumber number of the parcel back; may be empty
 * @param returnProviderName who moves it; may be empty
 * @param createTime when it began
 * @param updateTime when it last changed
 * @param sellerNextActionResponse what the seller has to do, and until when
 * @param refundAmount what the buyer gets back
 * @param returnLineItems the units
 */
public record ReturnOrder(
    @Json(name = "return_id") @Nullable String returnId,
    @Json(name = "order_id") @Nullable String orderId,
    @Json(name = "return_type") @Nullable String returnType,
    @Json(name = "return_status") @Nullable String returnStatus,
    @Json(name = "arbitration_status") @Nullable String arbitrationStatus,
    @Nullable String role,
    @Json(name = "return_reason") @Nullable String returnReason,
    @Json(name = "return_reason_text") @Nullable String returnReasonText,
    @Json(name = "return_method") @Nullable String returnMethod,
    @Json(name = "return_tracking_number") @Nullable String returnTrackingNumber,
    @Json(name = "return_provider_name") @Nullable String returnProviderName,
    @Json(name = "create_time") @Nullable Long createTime,
    @Json(name = "update_time") @Nullable Long updateTime,
    @Json(name = "seller_next_action_response") @Nullable List<NextAction> sellerNextActionResponse,
    @Json(name = "refund_amount") @Nullable RefundAmount refundAmount,
    @Json(name = "return_line_items") @Nullable List<LineItem> returnLineItems) {

  /**
   * What the seller has to do.
   *
   * @param action TikTok's word
   * @param deadline Unix second
   */
  public record NextAction(@Nullable String action, @Nullable Long deadline) {}

  /**
   * Money for the buyer; decimal texts.
   *
   * @param currency such as {@code USD}
   * @param refundTotal all of it
   */
  public record RefundAmount(
      @Nullable String currency, @Json(name = "refund_total") @Nullable String refundTotal) {}

  /**
   * A unit.
   *
   * @param returnLineItemId its id in the return
   * @param orderLineItemId its id in the order
   * @param skuId TikTok's SKU
   * @param sellerSku the seller's text for the SKU
   */
  public record LineItem(
      @Json(name = "return_line_item_id") @Nullable String returnLineItemId,
      @Json(name = "order_line_item_id") @Nullable String orderLineItemId,
      @Json(name = "sku_id") @Nullable String skuId,
      @Json(name = "seller_sku") @Nullable String sellerSku) {}
}
