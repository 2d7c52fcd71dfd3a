// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, as it is on the wire: the fields that shipping needs. Times are Unix seconds.
 *
 * @param id order id
 * @param status such as {@code AWAITING_SHIPMENT}
 * @param orderType such as {@code NORMAL}; empty for ordinary orders
 * @param createTime when it was made
 * @param updateTime when its status last changed
 * @param paidTime when it was paid
 * @param fulfillmentType who stores and packs, such as {@code FULFILLMENT_BY_SELLER}
 * @param shippingType who chooses the carrier, such as {@code SELLER}
 * @param deliveryType {@code HOME_DELIVERY} or {@code COLLECTION_POINT}
 * @param deliveryOptionId key to the list of shipping providers
 * @param deliveryOptionName what the buyer chose
 * @param warehouseId TikTok's warehouse that shall serve it
 * @param isOnHoldOrder was or will be on hold by TikTok itself
 * @param isBuyerRequestCancel the buyer waits for an answer
 * @param isSampleOrder a free sample
 * @param isReplacementOrder replaces another order
 * @param isExchangeOrder exchanged for another order
 * @param isCod cash on delivery
 * @param isSubscriptionOrder ordered by a subscription
 * @param hasUpdatedRecipientAddress the buyer changed the address
 * @param splitOrCombineTag {@code COMBINED} or {@code SPLIT}; absent otherwise
 * @param autoCombineGroupId names orders of one buyer that may ship together
 * @param payment what the buyer pays
 * @param rtsSlaTime to be confirmed as shipped by then, else late
 * @param ttsSlaTime first carrier scan by then, else late
 * @param shippingDueTime cancelled by TikTok when not shipped by then
 * @param cancelOrderSlaTime older form of the same
 * @param deliverySlaTime should be delivered by then
 * @param lineItems the units
 * @param recipientAddress where it goes; buyer data
 */
public record TikTokOrder(
    @Nullable String id,
    @Nullable String status,
    @Json(name = "order_type") @Nullable String orderType,
    @Json(name = "create_time") @Nullable Long createTime,
    @Json(name = "update_time") @Nullable Long updateTime,
    @Json(name = "paid_time") @Nullable Long paidTime,
    @Json(name = "fulfillment_type") @Nullable String fulfillmentType,
    @Json(name = "shipping_type") @Nullable String shippingType,
    @Json(name = "delivery_type") @Nullable String deliveryType,
    @Json(name = "delivery_option_id") @Nullable String deliveryOptionId,
    @Json(name = "delivery_option_name") @Nullable String deliveryOptionName,
    @Json(name = "warehouse_id") @Nullable String warehouseId,
    @Json(name = "is_on_hold_order") @Nullable Boolean isOnHoldOrder,
    @Json(name = "is_buyer_request_cancel") @Nullable Boolean isBuyerRequestCancel,
    @Json(name = "is_sample_order") @Nullable Boolean isSampleOrder,
    @Json(name = "is_replacement_order") @Nullable Boolean isReplacementOrder,
    @Json(name = "is_exchange_order") @Nullable Boolean isExchangeOrder,
    @Json(name = "is_cod") @Nullable Boolean isCod,
    @Json(name = "is_subscription_order") @Nullable Boolean isSubscriptionOrder,
    @Json(name = "has_updated_recipient_address") @Nullable Boolean hasUpdatedRecipientAddress,
    @Json(name = "split_or_combine_tag") @Nullable String splitOrCombineTag,
    @Json(name = "auto_combine_group_id") @Nullable String autoCombineGroupId,
    @Nullable Payment payment,
    @Json(name = "rts_sla_time") @Nullable Long rtsSlaTime,
    @Json(name = "tts_sla_time") @Nullable Long ttsSlaTime,
    @Json(name = "shipping_due_time") @Nullable Long shippingDueTime,
    @Json(name = "cancel_order_sla_time") @Nullable Long cancelOrderSlaTime,
    @Json(name = "delivery_sla_time") @Nullable Long deliverySlaTime,
    @Json(name = "line_items") @Nullable List<TikTokLineItem> lineItems,
    @Json(name = "recipient_address") @Nullable RecipientAddress recipientAddress) {

  /**
   * What the buyer pays.
   *
   * @param currency such as {@code USD}
   * @param totalAmount all of it, as a decimal number
   */
  public record Payment(
      @Nullable String currency, @Json(name = "total_amount") @Nullable String totalAmount) {}
}
