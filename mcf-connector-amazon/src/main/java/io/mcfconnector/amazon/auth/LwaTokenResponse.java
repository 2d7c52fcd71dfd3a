// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * New tokens of Login with Amazon; secrets.
 *
 * @param accessToken opens the Selling Partner API
 * @param expiresIn how many seconds it lives
 */
public record LwaTokenResponse(
    @Json(name = "access_token") @Nullable String accessToken,
    @Json(name = "expires_in") @Nullable Integer expiresIn) {

  @Override
  public String toString() {
    return "LwaTokenResponse[****]";
  }
}
