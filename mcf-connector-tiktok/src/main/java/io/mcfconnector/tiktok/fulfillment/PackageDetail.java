// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package in full, without the addresses, as it is on the wire. Times are Unix seconds.
 *
 * @param packageId package id
 * @param packageStatus such as {@code FULFILLING}
 * @param splitAndCombineTag {@code DEFAULT}, {@code COMBINE} or {@code SPLIT}
 * @param shippingType {@code SELLER} or {@code TIKTOK}
 * @param orders its orders; several when they were combined
 * @param orderLineItemIds the units in it
 * @param trackingNumber the parcel's number
 * @param shippingProviderId who moves it
 * @param shippingProviderName the same for people
 * @param deliveryOptionId key to the list of shipping providers
 * @param deliveryOptionName what the buyer chose
 * @param warehouseId where it starts; in the US since 2026
 * @param createTime when it was made
 * @param updateTime when it last changed
 */
public record PackageDetail(
    @Json(name = "package_id") @Nullable String packageId,
    @Json(name = "package_status") @Nullable String packageStatus,
    @Json(name = "split_and_combine_tag") @Nullable String splitAndCombineTag,
    @Json(name = "shipping_type") @Nullable String shippingType,
    @Nullable List<TikTokPackage.OrderOfPackage> orders,
    @Json(name = "order_line_item_ids") @Nullable List<String> orderLineItemIds,
    @Json(name = "tracking_number") @Nullable String trackingNumber,
    @Json(name = "shipping_provider_id") @Nullable String shippingProviderId,
    @Json(name = "shipping_provider_name") @Nullable String shippingProviderName,
    @Json(name = "delivery_option_id") @Nullable String deliveryOptionId,
    @Json(name = "delivery_option_name") @Nullable String deliveryOptionName,
    @Json(name = "warehouse_id") @Nullable String warehouseId,
    @Json(name = "create_time") @Nullable Long createTime,
    @Json(name = "update_time") @Nullable Long updateTime) {}
