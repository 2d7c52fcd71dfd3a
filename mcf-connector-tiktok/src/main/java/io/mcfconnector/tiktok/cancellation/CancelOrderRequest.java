// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.cancellation;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the seller cancels, as it is on the wire.
 *
 * @param orderId order id
 * @param cancelReason one of TikTok's reasons for the order's status, such as {@code
 *     seller_cancel_reason_out_of_stock}, which also sets the product's stock to zero
 * @param orderLineItemIds the units; only with the out-of-stock reason; absent = all
 * @param skus the SKUs and how many of each; absent = all
 */
public record CancelOrderRequest(
    @Json(name = "order_id") @Nullable String orderId,
    @Json(name = "cancel_reason") @Nullable String cancelReason,
    @Json(name = "order_line_item_ids") @Nullable List<String> orderLineItemIds,
    @Nullable List<Sku> skus) {

  private static final int LONGEST_REASON = 128;
  private static final int MOST = 1000;

  /** Returns a request for a whole order. */
  public static CancelOrderRequest whole(String orderId, String cancelReason) {
    return new CancelOrderRequest(orderId, cancelReason, null, null);
  }

  void check(Rules rules) {
    rules.id("order_id", orderId);
    rules.text("cancel_reason", cancelReason, LONGEST_REASON);
    rules.optionalIds("order_line_item_ids", orderLineItemIds, MOST);
    if (skus != null) {
      List<Sku> list = rules.list("skus", skus, 1, MOST);
      for (int i = 0; i < list.size(); i++) {
        rules.id("skus[" + i + "].sku_id", list.get(i).skuId());
        rules.number("skus[" + i + "].quantity", list.get(i).quantity(), 1, Integer.MAX_VALUE);
      }
    }
  }

  /**
   * Units of a SKU.
   *
   * @param skuId TikTok's SKU
   * @param quantity how many
   */
  public record Sku(@Json(name = "sku_id") @Nullable String skuId, @Nullable Integer quantity) {}
}
