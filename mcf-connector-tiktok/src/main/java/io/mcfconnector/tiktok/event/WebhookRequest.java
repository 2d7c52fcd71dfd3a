// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.event;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * Which subscription to change, as it is on the wire.
 *
 * @param address where TikTok sends the event; absent when the subscription ends
 * @param eventType such as {@code ORDER_STATUS_CHANGE}
 */
public record WebhookRequest(
    @Nullable String address, @Json(name = "event_type") @Nullable String eventType) {}
