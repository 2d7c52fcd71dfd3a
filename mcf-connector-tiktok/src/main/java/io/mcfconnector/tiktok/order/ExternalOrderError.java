// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A reference that TikTok did not store although the call succeeded, as it is on the wire.
 *
 * @param code TikTok's code
 * @param message TikTok's words
 * @param detail which reference
 */
public record ExternalOrderError(
    @Nullable String code, @Nullable String message, @Nullable Detail detail) {

  /**
   * Which reference it is about.
   *
   * @param orderId TikTok's order id
   * @param externalOrder the other system's id and platform
   */
  public record Detail(
      @Json(name = "order_id") @Nullable String orderId,
      @Json(name = "external_order") @Nullable ExternalOrder externalOrder) {}
}
