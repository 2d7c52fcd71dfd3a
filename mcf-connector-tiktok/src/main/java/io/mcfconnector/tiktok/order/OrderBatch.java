// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import io.mcfconnector.model.OrderPage.UnreadableOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one answer.
 *
 * @param orders those that are readable JSON
 * @param unreadable the others
 * @param nextPageToken where to go on; {@code null} = nothing follows
 * @param requestId TikTok's id of the call; absent when not told
 */
public record OrderBatch(
    List<TikTokOrder> orders,
    List<UnreadableOrder> unreadable,
    @Nullable String nextPageToken,
    @Nullable String requestId) {

  /** Copies the lists. */
  public OrderBatch {
    orders = List.copyOf(orders);
    unreadable = List.copyOf(unreadable);
  }
}
