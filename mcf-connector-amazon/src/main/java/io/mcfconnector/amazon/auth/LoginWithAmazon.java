// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccessToken;
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

/** Login with Amazon: exchanges a refresh token for an access token. Thread-safe. */
public final class LoginWithAmazon implements AutoCloseable {

  private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

  /** Amazon publishes no limit; one refresh an hour never meets this one. */
  private static final Quota QUOTA = new Quota(1, 5);

  private static final Function<Answer, LwaTokenResponse> TOKENS =
      Json.decoder(LwaTokenResponse.class);

  /** What can be a header; HTTP clients quote one that cannot in their complaint. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,2048}");

  private final Transport transport;
  private final HttpUrl url;
  private final LwaCredentials credentials;
  private final Clock clock;

  /**
   * Creates the login of one seller.
   *
   * @param transports makes a transport that speaks a protocol
   * @param userAgent names the application
   * @param url the token endpoint
   * @param credentials who logs in
   * @param clock tells when an access token ends
   */
  public LoginWithAmazon(
      Function<Protocol, Transport> transports,
      String userAgent,
      URI url,
      LwaCredentials credentials,
      Clock clock) {
    this.transport = transports.apply(new LwaProtocol(userAgent));
    this.url = HttpUrl.get(url.toString());
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * Returns a new access token. Each call makes one; older ones stay valid.
   *
   * <p>A failure is not repeated here: the call that needs the token repeats itself if it may.
   */
  public Tokens requestAccessToken() {
    String form =
        "grant_type=refresh_token"
            + field("refresh_token", credentials.refreshToken().value())
            + field("client_id", credentials.clientId())
            + field("client_secret", credentials.clientSecret());
    return transport.call(
        ApiCall.write("requestAccessToken", "POST", url, QUOTA, this::tokens)
            .body(form.getBytes(UTF_8), FORM)
            .header("Accept", "application/json")
            .build());
  }

  @Override
  public void close() {
    transport.close();
  }

  private static String field(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, UTF_8);
  }

  private Tokens tokens(Answer answer) {
    LwaTokenResponse response = TOKENS.apply(answer);
    String token = answer.require(response.accessToken(), "access_token");
    if (!TOKEN.matcher(token).matches()) {
      throw answer
          .failure(FailureKind.UNREADABLE)
          .jsonPath("$.access_token")
          .detail("this is no access token")
          .build();
    }
    int seconds = answer.require(response.expiresIn(), "expires_in");
    // Amazon repeats the refresh token and never replaces it, so the configured one stays.
    return new Tokens(
        new AccessToken(token),
        clock.instant().plusSeconds(seconds),
        credentials.refreshToken(),
        null);
  }
}
