// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parcel of an order, as it is on the wire.
 *
 * @param trackingNumber the parcel's number; letters, digits and hyphens
 * @param shippingProviderId who moves it
 * @param orderLineItemIds exactly the units in the parcel; absent = every unit still unshipped
 */
public record MarkPackageAsShippedRequest(
    @Json(name = "tracking_number") @Nullable String trackingNumber,
    @Json(name = "shipping_provider_id") @Nullable String shippingProviderId,
    @Json(name = "order_line_item_ids") @Nullable List<String> orderLineItemIds) {

  private static final int MOST_UNITS = 1000;

  void check(Rules rules) {
    rules.trackingNumber("tracking_number", trackingNumber);
    rules.id("shipping_provider_id", shippingProviderId);
    rules.optionalIds("order_line_item_ids", orderLineItemIds, MOST_UNITS);
  }
}
