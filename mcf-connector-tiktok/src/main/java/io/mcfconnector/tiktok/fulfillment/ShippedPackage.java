// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that TikTok took as shipped, as it is on the wire.
 *
 * @param orderId order id
 * @param orderLineItemIds the units in it
 * @param packageId TikTok's id of the parcel
 * @param warning what TikTok doubts; the parcel is shipped all the same
 */
public record ShippedPackage(
    @Json(name = "order_id") @Nullable String orderId,
    @Json(name = "order_line_item_ids") @Nullable List<String> orderLineItemIds,
    @Json(name = "package_id") @Nullable String packageId,
    @Nullable Warning warning) {

  /**
   * A doubt about number or provider.
   *
   * @param message TikTok's words
   */
  public record Warning(@Nullable String message) {}
}
