// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * Whose a tracking number is, as it is on the wire.
 *
 * @param isTiktokShipping bought from TikTok Shipping
 * @param isTiktokCollection collected by TikTok
 */
public record TrackingValidation(
    @Json(name = "is_tiktok_shipping") @Nullable Boolean isTiktokShipping,
    @Json(name = "is_tiktok_collection") @Nullable Boolean isTiktokCollection) {}
