// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order may or must be split before it is shipped, as it is on the wire.
 *
 * @param orderId order id
 * @param canSplit may be split
 * @param reason why it may not
 * @param mustSplit must be split
 * @param mustSplitReasons why it must
 */
public record SplitAttribute(
    @Json(name = "order_id") @Nullable String orderId,
    @Json(name = "can_split") @Nullable Boolean canSplit,
    @Nullable String reason,
    @Json(name = "must_split") @Nullable Boolean mustSplit,
    @Json(name = "must_split_reasons") @Nullable List<Reason> mustSplitReasons) {

  /**
   * A limit that the order breaks.
   *
   * @param type such as {@code CATEGORY_ITEM_LIMITATION}
   * @param categoryId the category with the limit
   * @param maxCount most units in one package, a decimal text
   */
  public record Reason(
      @Nullable String type,
      @Json(name = "category_id") @Nullable String categoryId,
      @Json(name = "max_count") @Nullable String maxCount) {}
}
