// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * How a search goes on, as it is on the wire.
 *
 * @param nextPageToken key of the next page; absent or empty on the last
 * @param totalCount how many there are in all
 */
public record PageInfo(
    @Json(name = "next_page_token") @Nullable String nextPageToken,
    @Json(name = "total_count") @Nullable Integer totalCount) {}
