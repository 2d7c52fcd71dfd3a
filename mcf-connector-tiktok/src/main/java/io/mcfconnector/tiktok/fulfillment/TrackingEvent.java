// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A step of a parcel, as it is on the wire.
 *
 * @param description what happened; free text
 * @param updateTimeMillis when, in <em>milliseconds</em>, unlike every other time of TikTok
 */
public record TrackingEvent(
    @Nullable String description,
    @Json(name = "update_time_millis") @Nullable Long updateTimeMillis) {}
