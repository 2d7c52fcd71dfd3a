// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a webhook, as it is on the wire. Times are Unix seconds.
 *
 * @param type number of its kind
 * @param notificationId id of the message; some kinds have none
 * @param shopId which shop it is about; some kinds have none
 * @param timestamp when TikTok made it
 */
public record WebhookMessage(
    @Nullable Integer type,
    @Json(name = "tts_notification_id") @Nullable String notificationId,
    @Json(name = "shop_id") @Nullable String shopId,
    @Nullable Long timestamp) {}
