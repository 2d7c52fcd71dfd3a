// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of an order, as it is on the wire.
 *
 * @param id the unit
 * @param skuId TikTok's SKU
 * @param sellerSku the seller's text for the SKU; may be empty
 * @param combinedListingSkus what a virtual bundle contains; absent otherwise
 * @param displayStatus where the unit stands, such as {@code AWAITING_SHIPMENT}
 * @param packageId in the US only after shipment
 * @param trackingNumber only after shipment
 * @param shippingProviderId only after shipment
 * @param isGift comes with a purchase
 * @param isUnboxingItem a blind box
 * @param isDangerousGood needs care in shipping
 * @param needsPrescription must not be shipped without one
 */
public record TikTokLineItem(
    @Nullable String id,
    @Json(name = "sku_id") @Nullable String skuId,
    @Json(name = "seller_sku") @Nullable String sellerSku,
    @Json(name = "combined_listing_skus") @Nullable List<CombinedListingSku> combinedListingSkus,
    @Json(name = "display_status") @Nullable String displayStatus,
    @Json(name = "package_id") @Nullable String packageId,
    @Json(name = "tracking_number") @Nullable String trackingNumber,
    @Json(name = "shipping_provider_id") @Nullable String shippingProviderId,
    @Json(name = "is_gift") @Nullable Boolean isGift,
    @Json(name = "is_unboxing_item") @Nullable Boolean isUnboxingItem,
    @Json(name = "is_dangerous_good") @Nullable Boolean isDangerousGood,
    @Json(name = "needs_prescription") @Nullable Boolean needsPrescription) {

  /**
   * What one unit of a bundle contains of a SKU.
   *
   * @param skuId TikTok's SKU
   * @param sellerSku the seller's text for the SKU; may be empty
   * @param skuCount how many
   */
  public record CombinedListingSku(
      @Json(name = "sku_id") @Nullable String skuId,
      @Json(name = "seller_sku") @Nullable String sellerSku,
      @Json(name = "sku_count") @Nullable Integer skuCount) {}
}
