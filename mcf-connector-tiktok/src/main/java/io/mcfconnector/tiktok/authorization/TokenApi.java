// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.TokenText;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the seller, from TikTok's authorization host. Thread-safe.
 *
 * <p>The app secret travels in the query of these calls, so their URL is never logged. Obtained
 * from {@code TikTokShopClient}, which refreshes by itself; hosts need {@link #getToken} once, when
 * a seller has given consent.
 */
public final class TokenApi {

  private static final Function<Answer, TokenData> DATA = Json.decoder(TokenData.class);

  private final Transport transport;
  private final URI baseUrl;
  private final String appKey;
  private final AppSecret appSecret;

  /** Creates the API on a transport that does not sign. */
  public TokenApi(Transport transport, URI baseUrl, String appKey, AppSecret appSecret) {
    this.transport = transport;
    this.baseUrl = baseUrl;
    this.appKey = appKey;
    this.appSecret = appSecret;
  }

  /**
   * Exchanges the code of a seller's consent for tokens. The code is valid for 30 minutes and for
   * one call, so the call is never repeated.
   *
   * @param authCode the {@code code} of the redirect
   * @throws io.mcfconnector.error.ApiException when the call failed; AUTHORIZATION_LOST = the
   *     seller has to consent again
   */
  public SellerAuthorization getToken(String authCode) {
    // TikTok's own spelling: not "authorization_code".
    HttpUrl url = url("get", "authorized_code").addQueryParameter("auth_code", authCode).build();
    return transport.call(Calls.readOnce("getToken", url, TokenApi::decode).build());
  }

  /**
   * Exchanges a refresh token for new tokens. Whether the old refresh token lives on is not
   * documented: store both new ones before use.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed; AUTHORIZATION_LOST = the
   *     seller has to consent again
   */
  public SellerAuthorization refreshToken(RefreshToken refreshToken) {
    HttpUrl url =
        url("refresh", "refresh_token")
            .addQueryParameter("refresh_token", refreshToken.value())
            .build();
    // Repeated on failure: after a lost answer the same token is all there is to try again with.
    return transport.call(Calls.read("refreshToken", url, TokenApi::decode).build());
  }

  private HttpUrl.Builder url(String action, String grantType) {
    return Calls.url(baseUrl, "api", "v2", "token", action)
        .newBuilder()
        .addQueryParameter("app_key", appKey)
        .addQueryParameter("app_secret", appSecret.value())
        .addQueryParameter("grant_type", grantType);
  }

  private static SellerAuthorization decode(Answer answer) {
    TokenData data = DATA.apply(answer);
    Tokens tokens =
        new Tokens(
            new AccessToken(token(answer, data.accessToken(), "access_token")),
            instant(answer, data.accessTokenExpireIn(), "access_token_expire_in"),
            new RefreshToken(token(answer, data.refreshToken(), "refresh_token")),
            data.refreshTokenExpireIn() == null
                ? null
                : instant(answer, data.refreshTokenExpireIn(), "refresh_token_expire_in"));
    List<String> scopes = data.grantedScopes() == null ? List.of() : data.grantedScopes();
    return new SellerAuthorization(
        tokens,
        data.openId(),
        data.sellerName(),
        data.sellerBaseRegion(),
        scopes.stream().filter(Objects::nonNull).toList());
  }

  private static String token(Answer answer, @Nullable String text, String path) {
    String token = answer.require(text, path);
    if (!TokenText.isSendable(token)) {
      throw answer
          .failure(FailureKind.UNREADABLE)
          .jsonPath(answer.jsonRoot() + "." + path)
          .detail("the token holds characters that no header can carry")
          .build();
    }
    return token;
  }

  private static Instant instant(Answer answer, @Nullable Long seconds, String path) {
    try {
      return Instant.ofEpochSecond(answer.require(seconds, path));
    } catch (DateTimeException e) {
      throw answer
          .failure(FailureKind.UNREADABLE)
          .jsonPath(answer.jsonRoot() + "." + path)
          .detail("not a time in seconds")
          .build();
    }
  }
}
