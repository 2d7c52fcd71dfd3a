// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of one answer, as they are on the wire.
 *
 * @param products the products; absent when there are none
 * @param nextPageToken key of the next page; absent or empty on the last
 */
public record ProductList(
    @Nullable List<Product> products,
    @Json(name = "next_page_token") @Nullable String nextPageToken) {}
