// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.auth.LoginWithAmazon;
import io.mcfconnector.amazon.internal.UserAgent;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Turns the code that a seller's consent brings into the refresh token with which a {@link
 * SellingPartnerClient} acts for the seller. Thread-safe.
 */
public final class SellerAuthorization implements AutoCloseable {

  private final LoginWithAmazon login;

  private SellerAuthorization(Builder builder) {
    Clock clock = builder.clock == null ? Clock.systemUTC() : builder.clock;
    this.login =
        new LoginWithAmazon(
            protocol ->
                Transport.builder(protocol)
                    .httpClient(builder.httpClient)
                    .clock(builder.clock)
                    .build(),
            UserAgent.ofLibrary().header(),
            builder.lwaUrl,
            builder.clientId,
            builder.clientSecret,
            clock);
  }

  /**
   * Starts the authorization of sellers for an application.
   *
   * @param clientId the application's id
   * @param clientSecret the application's secret
   */
  public static Builder builder(String clientId, String clientSecret) {
    return new Builder(clientId, clientSecret);
  }

  /**
   * Returns the seller's refresh token, with a first access token. The call is made once: a code
   * works once.
   *
   * @param code what Amazon added to the redirect as {@code spapi_oauth_code}; it lives for 5
   *     minutes
   * @param redirectUri where Amazon sent the seller
   * @throws ApiException {@code AUTHORIZATION_LOST} when the code is too old or was used
   */
  public Tokens exchange(String code, URI redirectUri) {
    if (code.isBlank() || code.chars().anyMatch(Character::isISOControl)) {
      throw ApiException.builder("requestAccessToken", FailureKind.REFUSED)
          .jsonPath("code")
          .detail("code must not be blank or contain control characters; nothing was sent")
          .build();
    }
    return login.exchangeAuthorizationCode(code, redirectUri);
  }

  /** Gives connections back. An HTTP client that the host gave stays open. */
  @Override
  public void close() {
    login.close();
  }

  @Override
  public String toString() {
    return "SellerAuthorization";
  }

  /** Collects the configuration of a {@link SellerAuthorization}. Not thread-safe. */
  public static final class Builder {
    private final String clientId;
    private final String clientSecret;
    private URI lwaUrl = SellingPartnerClient.LWA_URL;
    private @Nullable OkHttpClient httpClient;
    private @Nullable Clock clock;

    private Builder(String clientId, String clientSecret) {
      this.clientId = clientId;
      this.clientSecret = clientSecret;
    }

    /**
     * Sets where tokens come from; Login with Amazon unless set. HTTPS, or HTTP on this machine.
     */
    public Builder lwaUrl(URI lwaUrl) {
      this.lwaUrl = lwaUrl;
      return this;
    }

    /** Derives from the host's client, whose pool and dispatcher are shared and stay open. */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = httpClient;
      return this;
    }

    /** Sets the clock; the machine's in UTC unless set. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /**
     * Returns the authorization. Nothing is called yet.
     *
     * @throws ConfigurationException with every problem at once
     */
    public SellerAuthorization build() {
      ConfigurationProblems problems = new ConfigurationProblems();
      problems.text("clientId", clientId);
      problems.text("clientSecret", clientSecret);
      problems.url("lwaUrl", lwaUrl);
      problems.throwIfAny();
      return new SellerAuthorization(this);
    }
  }
}
