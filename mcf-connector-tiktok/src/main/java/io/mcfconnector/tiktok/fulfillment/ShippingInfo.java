// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The number of a package and who moves it, as it is on the wire.
 *
 * @param trackingNumber the parcel's number; letters, digits and hyphens
 * @param shippingProviderId who moves it
 */
public record ShippingInfo(
    @Json(name = "tracking_number") @Nullable String trackingNumber,
    @Json(name = "shipping_provider_id") @Nullable String shippingProviderId) {

  void check(Rules rules, String path) {
    rules.trackingNumber(path + "tracking_number", trackingNumber);
    rules.id(path + "shipping_provider_id", shippingProviderId);
  }
}
