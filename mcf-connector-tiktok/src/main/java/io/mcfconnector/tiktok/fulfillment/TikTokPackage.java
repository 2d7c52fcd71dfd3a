// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package that a search found, as it is on the wire. Times are Unix seconds.
 *
 * @param id package id
 * @param status such as {@code FULFILLING}
 * @param orders its orders; several when they were combined
 * @param orderLineItemIds the units in it
 * @param trackingNumber the parcel's number
 * @param shippingProviderId who moves it
 * @param shippingProviderName the same for people
 * @param createTime when it was made
 * @param updateTime when it last changed
 */
public record TikTokPackage(
    @Nullable String id,
    @Nullable String status,
    @Nullable List<OrderOfPackage> orders,
    @Json(name = "order_line_item_ids") @Nullable List<String> orderLineItemIds,
    @Json(name = "tracking_number") @Nullable String trackingNumber,
    @Json(name = "shipping_provider_id") @Nullable String shippingProviderId,
    @Json(name = "shipping_provider_name") @Nullable String shippingProviderName,
    @Json(name = "create_time") @Nullable Long createTime,
    @Json(name = "update_time") @Nullable Long updateTime) {

  /**
   * An order that has units in a package.
   *
   * @param id order id
   */
  public record OrderOfPackage(@Nullable String id) {}
}
