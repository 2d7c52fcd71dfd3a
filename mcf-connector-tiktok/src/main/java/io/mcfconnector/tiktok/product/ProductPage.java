// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of one answer.
 *
 * @param products the products
 * @param nextPageToken where to go on; {@code null} = this was the last page
 * @param requestId TikTok's id of the call; absent when not told
 */
public record ProductPage(
    List<Product> products, @Nullable String nextPageToken, @Nullable String requestId) {

  /** Copies the list. */
  public ProductPage {
    products = List.copyOf(products);
  }
}
