// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * New tokens of Login with Amazon; secrets.
 *
 * @param accessToken opens the Selling Partner API
 * @param expiresIn how many seconds it lives
 * @param refreshToken yields the next one; absent for the application's own tokens
 */
public record LwaTokenResponse(
    @Json(name = "access_token") @Nullable String accessToken,
    @Json(name = "expires_in") @Nullable Integer expiresIn,
    @Json(name = "refresh_token") @Nullable String refreshToken) {

  @Override
  public String toString() {
    return "LwaTokenResponse[****]";
  }
}
