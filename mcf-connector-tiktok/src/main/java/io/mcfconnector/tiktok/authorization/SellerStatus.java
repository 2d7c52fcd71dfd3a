// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the seller stands with TikTok, as it is on the wire. TikTok gives digits as text.
 *
 * @param sellerStatus {@code 0} new, {@code 1} pending, {@code 2} active, {@code 3} deactivated,
 *     {@code 4} rejected, {@code 6} withdrawn
 * @param taxFormStatus {@code 0} unknown, {@code 1} under audit, {@code 2} approved, {@code 3}
 *     rejected
 * @param shopStatuses the shops, if told
 */
public record SellerStatus(
    @Json(name = "seller_status") @Nullable String sellerStatus,
    @Json(name = "tax_form_status") @Nullable String taxFormStatus,
    @Json(name = "shop_statuses") @Nullable List<ShopStatus> shopStatuses) {

  /**
   * How a shop stands. TikTok documents no members; these are what clients read.
   *
   * @param shopId shop id
   * @param shopStatus its status
   */
  public record ShopStatus(
      @Json(name = "shop_id") @Nullable String shopId,
      @Json(name = "shop_status") @Nullable String shopStatus) {}
}
