// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * Another number for a shipped package, as it is on the wire.
 *
 * @param trackingNumber the parcel's number
 * @param shippingProviderId who moves it
 */
public record ShippingInfo(
    @Json(name = "tracking_number") @Nullable String trackingNumber,
    @Json(name = "shipping_provider_id") @Nullable String shippingProviderId) {}
