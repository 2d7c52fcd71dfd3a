// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.cancellation;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation, as it is on the wire. Times are Unix seconds.
 *
 * @param cancelId its id
 * @param orderId the order
 * @param cancelType {@code CANCEL} or {@code BUYER_CANCEL}
 * @param cancelStatus such as {@code CANCELLATION_REQUEST_PENDING}
 * @param role who began: {@code BUYER}, {@code SELLER} or {@code SYSTEM}
 * @param cancelReason TikTok's word for the reason
 * @param cancelReasonText the same for people
 * @param createTime when it began
 * @param updateTime when it last changed
 * @param sellerNextActionResponse what the seller has to do, and until when
 * @param refundAmount what the buyer gets back
 * @param cancelLineItems the units
 */
public record Cancellation(
    @Json(name = "cancel_id") @Nullable String cancelId,
    @Json(name = "order_id") @Nullable String orderId,
    @Json(name = "cancel_type") @Nullable String cancelType,
    @Json(name = "cancel_status") @Nullable String cancelStatus,
    @Nullable String role,
    @Json(name = "cancel_reason") @Nullable String cancelReason,
    @Json(name = "cancel_reason_text") @Nullable String cancelReasonText,
    @Json(name = "create_time") @Nullable Long createTime,
    @Json(name = "update_time") @Nullable Long updateTime,
    @Json(name = "seller_next_action_response") @Nullable List<NextAction> sellerNextActionResponse,
    @Json(name = "refund_amount") @Nullable RefundAmount refundAmount,
    @Json(name = "cancel_line_items") @Nullable List<LineItem> cancelLineItems) {

  /**
   * What the seller has to do.
   *
   * @param action such as {@code SELLER_RESPOND_CANCEL}
   * @param deadline Unix second after which TikTok approves by itself
   */
  public record NextAction(@Nullable String action, @Nullable Long deadline) {}

  /**
   * Money for the buyer; decimal texts.
   *
   * @param currency such as {@code USD}
   * @param refundTotal all of it
   * @param refundSubtotal for the goods
   * @param refundShippingFee for shipping
   * @param refundTax taxes
   */
  public record RefundAmount(
      @Nullable String currency,
      @Json(name = "refund_total") @Nullable String refundTotal,
      @Json(name = "refund_subtotal") @Nullable String refundSubtotal,
      @Json(name = "refund_shipping_fee") @Nullable String refundShippingFee,
      @Json(name = "refund_tax") @Nullable String refundTax) {}

  /**
   * A unit.
   *
   * @param cancelLineItemId its id in the cancellation
   * @param orderLineItemId its id in the order
   * @param skuId TikTok's SKU
   * @param sellerSku the seller's text for the SKU
   */
  public record LineItem(
      @Json(name = "cancel_line_item_id") @Nullable String cancelLineItemId,
      @Json(name = "order_line_item_id") @Nullable String orderLineItemId,
      @Json(name = "sku_id") @Nullable String skuId,
      @Json(name = "seller_sku") @Nullable String sellerSku) {}
}
