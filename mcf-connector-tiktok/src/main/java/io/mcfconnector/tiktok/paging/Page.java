// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what a search found.
 *
 * @param <T> what was searched for
 * @param items the elements, in TikTok's order
 * @param nextPageToken where to go on; {@code null} = this was the last page
 * @param totalCount how many there are on all pages; absent when not told
 * @param requestId TikTok's id of the call; absent when not told
 */
public record Page<T>(
    List<T> items,
    @Nullable String nextPageToken,
    @Nullable Integer totalCount,
    @Nullable String requestId) {

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }
}
