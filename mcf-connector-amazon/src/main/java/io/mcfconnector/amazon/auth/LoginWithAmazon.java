// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.ApiCall;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Protocol;
import io.mcfconnector.transport.Quota;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Login with Amazon: exchanges what an application has for access tokens. Thread-safe.
 *
 * <p>Each call makes one token; older ones stay valid. A failure is not repeated here: the call
 * that needs the token repeats itself if it may.
 */
public final class LoginWithAmazon implements AutoCloseable {

  /** Opens the calls of Notifications that are about the application and not about a seller. */
  public static final String NOTIFICATIONS_SCOPE = "sellingpartnerapi::notifications";

  private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
  private static final String OPERATION = "requestAccessToken";

  /** Amazon publishes no limit; one refresh an hour never meets this one. */
  private static final Quota QUOTA = new Quota(1, 5);

  private static final RefreshToken NONE = new RefreshToken("");

  private static final Function<Answer, LwaTokenResponse> TOKENS =
      Json.decoder(LwaTokenResponse.class);

  /** What can be a header; HTTP clients quote one that cannot in their complaint. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,2048}");

  private final Transport transport;
  private final HttpUrl url;
  private final String clientId;
  private final String clientSecret;
  private final Clock clock;

  /**
   * Creates the login of one application.
   *
   * @param transports makes a transport that speaks a protocol
   * @param userAgent names the application
   * @param url the token endpoint
   * @param clientId the application's id
   * @param clientSecret the application's secret
   * @param clock tells when an access token ends
   */
  public LoginWithAmazon(
      Function<Protocol, Transport> transports,
      String userAgent,
      URI url,
      String clientId,
      String clientSecret,
      Clock clock) {
    this.transport = transports.apply(new LwaProtocol(userAgent));
    this.url = HttpUrl.get(url.toString());
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clock = clock;
  }

  /** Returns an access token to act for the seller who gave a refresh token. */
  public Tokens requestAccessToken(RefreshToken refreshToken) {
    // Amazon repeats the refresh token and never replaces it, so the one that was sent stays.
    return request(
        "refresh_token",
        field("refresh_token", refreshToken.value()),
        answer -> tokens(answer, refreshToken));
  }

  /**
   * Returns an access token to act for the application itself, for {@code grantless} calls. It has
   * no refresh token, so that one is empty.
   */
  public Tokens requestGrantlessToken(String scope) {
    return request("client_credentials", field("scope", scope), answer -> tokens(answer, NONE));
  }

  /**
   * Returns the refresh token of a seller who has just consented, with a first access token.
   *
   * @param code what the consent brought; it lives for 5 minutes and works once
   * @param redirectUri where Amazon sent the seller with it
   */
  public Tokens exchangeAuthorizationCode(String code, URI redirectUri) {
    return request(
        "authorization_code",
        field("code", code) + field("redirect_uri", redirectUri.toString()),
        answer -> {
          String token = answer.require(TOKENS.apply(answer).refreshToken(), "refresh_token");
          return tokens(answer, new RefreshToken(checked(answer, token, "refresh_token")));
        });
  }

  @Override
  public void close() {
    transport.close();
  }

  private Tokens request(String grantType, String fields, Function<Answer, Tokens> decoder) {
    String form =
        "grant_type="
            + grantType
            + fields
            + field("client_id", clientId)
            + field("client_secret", clientSecret);
    return transport.call(
        ApiCall.write(OPERATION, "POST", url, QUOTA, decoder)
            .body(form.getBytes(UTF_8), FORM)
            .header("Accept", "application/json")
            .build());
  }

  private static String field(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, UTF_8);
  }

  private Tokens tokens(Answer answer, RefreshToken refreshToken) {
    LwaTokenResponse response = TOKENS.apply(answer);
    String token = answer.require(response.accessToken(), "access_token");
    int seconds = answer.require(response.expiresIn(), "expires_in");
    return new Tokens(
        new AccessToken(checked(answer, token, "access_token")),
        clock.instant().plusSeconds(seconds),
        refreshToken,
        null);
  }

  private static String checked(Answer answer, String token, String field) {
    if (!TOKEN.matcher(token).matches()) {
      throw answer
          .failure(FailureKind.UNREADABLE)
          .jsonPath("$." + field)
          .detail("this is no token")
          .build();
    }
    return token;
  }
}
