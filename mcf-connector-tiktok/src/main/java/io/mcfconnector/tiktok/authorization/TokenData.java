// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of both token calls, as it is on the wire; printed without its tokens.
 *
 * @param accessToken opens the API
 * @param accessTokenExpireIn <em>absolute</em> Unix time in seconds, in spite of its name
 * @param refreshToken yields the next tokens
 * @param refreshTokenExpireIn <em>absolute</em> Unix time in seconds; end of the authorization
 * @param openId the seller's stable id for this app
 * @param sellerName name of the seller
 * @param sellerBaseRegion such as {@code US}
 * @param grantedScopes scope keys; absent in old answers
 */
public record TokenData(
    @Json(name = "access_token") @Nullable String accessToken,
    @Json(name = "access_token_expire_in") @Nullable Long accessTokenExpireIn,
    @Json(name = "refresh_token") @Nullable String refreshToken,
    @Json(name = "refresh_token_expire_in") @Nullable Long refreshTokenExpireIn,
    @Json(name = "open_id") @Nullable String openId,
    @Json(name = "seller_name") @Nullable String sellerName,
    @Json(name = "seller_base_region") @Nullable String sellerBaseRegion,
    @Json(name = "granted_scopes") @Nullable List<String> grantedScopes) {

  @Override
  public String toString() {
    return "TokenData[****]";
  }
}
