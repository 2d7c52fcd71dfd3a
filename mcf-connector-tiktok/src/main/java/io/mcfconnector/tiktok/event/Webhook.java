// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.event;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A subscription, as it is on the wire. Times are Unix seconds.
 *
 * @param eventType such as {@code ORDER_STATUS_CHANGE}
 * @param address where TikTok sends it
 * @param createTime when it was made
 * @param updateTime when it last changed
 */
public record Webhook(
    @Json(name = "event_type") @Nullable String eventType,
    @Nullable String address,
    @Json(name = "create_time") @Nullable Long createTime,
    @Json(name = "update_time") @Nullable Long updateTime) {}
