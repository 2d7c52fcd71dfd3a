// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.auth.AwsCredentials;
import io.mcfconnector.amazon.auth.AwsSigner;
import io.mcfconnector.amazon.auth.LoginWithAmazon;
import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.amazon.internal.SpApiProtocol;
import io.mcfconnector.amazon.internal.UserAgent;
import io.mcfconnector.amazon.inventory.FbaInventoryApi;
import io.mcfconnector.amazon.notification.NotificationApi;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.store.InMemoryTokenStore;
import io.mcfconnector.time.Pause;
import io.mcfconnector.token.TokenKeeper;
import io.mcfconnector.transport.Protocol;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The Selling Partner API for one seller. Thread-safe; build one for each seller and keep it.
 *
 * <p>It logs in when the first call needs it, keeps within Amazon's limits, and repeats reads after
 * failures that may pass.
 */
public final class SellingPartnerClient implements AutoCloseable {

  static final URI LWA_URL = URI.create("https://api.amazon.com/auth/o2/token");

  private static final Duration REFRESH_EARLIER = Duration.ofSeconds(60);

  private final AccountId account;
  private final @Nullable String sellerId;
  private final URI endpoint;
  private final Clock clock;
  private final SpApiProtocol protocol;
  private final Marketplace marketplace;
  private final OutboundVersion outboundVersion;
  private final OutboundVersion readVersion;
  private final LoginWithAmazon login;
  private final Transport transport;
  private final Transport grantless;
  private final io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi outbound20200701;
  private final io.mcfconnector.amazon.outbound.v20260704.FulfillmentOutboundApi outbound20260704;
  private final FbaInventoryApi inventory;
  private final NotificationApi notifications;

  private SellingPartnerClient(Builder builder, LwaCredentials credentials) {
    this.clock = builder.clock == null ? Clock.systemUTC() : builder.clock;
    this.endpoint =
        builder.apiBaseUrl == null ? builder.marketplace.region().endpoint() : builder.apiBaseUrl;
    String userAgent = builder.userAgent.header();
    this.sellerId = builder.sellerId;
    this.account = accountOf(builder.sellerId, credentials);
    this.marketplace = builder.marketplace;
    this.outboundVersion = builder.outboundVersion;
    this.readVersion = builder.readVersion == null ? builder.outboundVersion : builder.readVersion;
    this.login =
        new LoginWithAmazon(
            builder::transport,
            userAgent,
            builder.lwaUrl,
            credentials.clientId(),
            credentials.clientSecret(),
            clock);
    TokenKeeper tokens =
        new TokenKeeper(
            tokenAccountOf(credentials),
            builder.tokenStore,
            Tokens.of(credentials.refreshToken()),
            // Amazon never replaces a refresh token, so the configured one counts.
            stored -> login.requestAccessToken(credentials.refreshToken()),
            REFRESH_EARLIER,
            clock);
    this.protocol = builder.protocol(tokens, userAgent, endpoint, clock);
    this.transport = builder.transport(protocol);
    this.grantless =
        builder.transport(builder.protocol(applicationTokens(clock), userAgent, endpoint, clock));
    this.outbound20200701 =
        new io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi(transport, endpoint);
    this.outbound20260704 =
        new io.mcfconnector.amazon.outbound.v20260704.FulfillmentOutboundApi(transport, endpoint);
    this.inventory = new FbaInventoryApi(transport, endpoint);
    this.notifications = new NotificationApi(transport, grantless, endpoint);
  }

  /** Starts a client for the US marketplace that ships with version 2026-07-04. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a client as the environment configures it, see {@link Builder#env}.
   *
   * @throws ConfigurationException with every problem at once
   */
  public static SellingPartnerClient fromEnv(Map<String, String> env) {
    return builder().env(env).build();
  }

  /** Returns the account that tokens and quotas belong to. */
  public AccountId account() {
    return account;
  }

  /** Returns the marketplace whose stock is meant. */
  public Marketplace marketplace() {
    return marketplace;
  }

  /** Returns the version of Fulfillment Outbound that is used unless another one is asked for. */
  public OutboundVersion outboundVersion() {
    return outboundVersion;
  }

  /** Returns the version of Fulfillment Outbound that reads orders unless another is asked for. */
  public OutboundVersion readVersion() {
    return readVersion;
  }

  /** Returns Fulfillment Outbound 2020-07-01. */
  public io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi outbound20200701() {
    return outbound20200701;
  }

  /** Returns Fulfillment Outbound 2026-07-04. */
  public io.mcfconnector.amazon.outbound.v20260704.FulfillmentOutboundApi outbound20260704() {
    return outbound20260704;
  }

  /** Returns FBA Inventory v1. */
  public FbaInventoryApi inventory() {
    return inventory;
  }

  /** Returns Notifications v1. */
  public NotificationApi notifications() {
    return notifications;
  }

  Clock clock() {
    return clock;
  }

  /** Returns the seller's id as the host configured it. */
  Optional<String> sellerId() {
    return Optional.ofNullable(sellerId);
  }

  /** Returns whether calls go to a sandbox, where nothing ships. */
  boolean isSandbox() {
    return isSandbox(endpoint);
  }

  private static boolean isSandbox(URI endpoint) {
    return endpoint.getHost().startsWith("sandbox.");
  }

  /** Returns how far Amazon's clock is ahead of ours, by its last answer. */
  Optional<Duration> clockAhead() {
    return protocol.ahead();
  }

  /** Gives connections back. An HTTP client that the host gave stays open. */
  @Override
  public void close() {
    transport.close();
    grantless.close();
    login.close();
  }

  @Override
  public String toString() {
    return "SellingPartnerClient[" + account + ", " + marketplace + "]";
  }

  /** Keeps the application's own token. Another one can be had at any time, so none is stored. */
  private TokenKeeper applicationTokens(Clock clock) {
    return new TokenKeeper(
        AccountId.of("amazon/application"),
        new InMemoryTokenStore(),
        Tokens.of(new RefreshToken("")),
        none -> login.requestGrantlessToken(LoginWithAmazon.NOTIFICATIONS_SCOPE),
        REFRESH_EARLIER,
        clock);
  }

  /**
   * Names the account. Without a seller id it needs both: one application serves many sellers, and
   * stores must not mix up their tokens.
   */
  private static AccountId accountOf(@Nullable String sellerId, LwaCredentials credentials) {
    return sellerId == null ? tokenAccountOf(credentials) : AccountId.of("amazon/" + sellerId);
  }

  /**
   * Names what the token store keeps. Another authorization has another name: an access token of
   * the one before, which may even be another seller's, must not be used for one call more.
   */
  private static AccountId tokenAccountOf(LwaCredentials credentials) {
    String secret = credentials.clientId() + "\n" + credentials.refreshToken().value();
    return AccountId.of("amazon/" + ByteString.encodeUtf8(secret).sha256().hex().substring(0, 16));
  }

  /** Collects the configuration of a {@link SellingPartnerClient}. Not thread-safe. */
  public static final class Builder {

    private @Nullable LwaCredentials credentials;
    private @Nullable AwsCredentials awsCredentials;
    private @Nullable String sellerId;
    private Marketplace marketplace = Marketplace.US;
    private OutboundVersion outboundVersion = OutboundVersion.V2026_07_04;
    private @Nullable OutboundVersion readVersion;
    private @Nullable URI apiBaseUrl;
    private URI lwaUrl = LWA_URL;
    private @Nullable OkHttpClient httpClient;
    private @Nullable Clock clock;
    private Pause pause = Pause.sleeping();
    private Duration callTimeout = Duration.ofSeconds(20);
    private TokenStore tokenStore = new InMemoryTokenStore();
    private UserAgent userAgent = UserAgent.ofLibrary();

    private Builder() {}

    /**
     * Takes everything that these variables configure: {@code AMAZON_CLIENT_ID}, {@code
     * AMAZON_CLIENT_SECRET}, {@code AMAZON_REFRESH_TOKEN} (all required), {@code
     * AMAZON_MARKETPLACE_ID}, {@code AMAZON_SELLER_ID}, {@code AMAZON_REGION}, {@code
     * AMAZON_API_BASE_URL}, {@code AMAZON_LWA_URL}, {@code AMAZON_AWS_ACCESS_KEY} and {@code
     * AMAZON_AWS_SECRET_KEY} (both or neither), {@code AMAZON_OUTBOUND_VERSION}, {@code
     * AMAZON_OUTBOUND_READ_VERSION}.
     *
     * @throws ConfigurationException with every problem of them
     */
    public Builder env(Map<String, String> env) {
      new Environment(env).applyTo(this);
      return this;
    }

    /** Sets who logs in; required. */
    public Builder credentials(LwaCredentials credentials) {
      this.credentials = credentials;
      return this;
    }

    /** Signs calls with AWS Signature Version 4; unsigned unless set. Amazon needs no signature. */
    public Builder awsCredentials(AwsCredentials awsCredentials) {
      this.awsCredentials = awsCredentials;
      return this;
    }

    /**
     * Sets the seller's id at Amazon, which names the account in stores and logs; a fingerprint of
     * the credentials does unless set.
     */
    public Builder sellerId(String sellerId) {
      this.sellerId = sellerId;
      return this;
    }

    /** Sets the marketplace and with it the region; US unless set. */
    public Builder marketplace(Marketplace marketplace) {
      this.marketplace = marketplace;
      return this;
    }

    /** Sets the version of Fulfillment Outbound that ships; 2026-07-04 unless set. */
    public Builder outboundVersion(OutboundVersion outboundVersion) {
      this.outboundVersion = outboundVersion;
      return this;
    }

    /**
     * Sets the version of Fulfillment Outbound that reads orders; the one that ships unless set.
     * Both versions show the same orders.
     */
    public Builder readVersion(OutboundVersion readVersion) {
      this.readVersion = readVersion;
      return this;
    }

    /** Sets where calls go; to the region's endpoint unless set. HTTPS, or HTTP on this machine. */
    public Builder apiBaseUrl(URI apiBaseUrl) {
      this.apiBaseUrl = apiBaseUrl;
      return this;
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

    /** Sets how callers wait for their turn; they sleep unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /** Sets the time for one attempt of a call; 20 seconds unless set. */
    public Builder callTimeout(Duration callTimeout) {
      this.callTimeout = callTimeout;
      return this;
    }

    /** Sets where access tokens live; in memory unless set. */
    public Builder tokenStore(TokenStore tokenStore) {
      this.tokenStore = tokenStore;
      return this;
    }

    /**
     * Sets the application that Amazon sees in the user agent; this library unless set.
     *
     * @param name of the application
     * @param version of the application
     */
    public Builder application(String name, String version) {
      this.userAgent = UserAgent.of(name, version);
      return this;
    }

    /**
     * Returns the client. Nothing is called yet.
     *
     * @throws ConfigurationException with every problem at once
     */
    public SellingPartnerClient build() {
      ConfigurationProblems problems = new ConfigurationProblems();
      LwaCredentials login = credentials;
      if (login == null) {
        problems.add("credentials", "is required");
      } else {
        problems.text("credentials.clientId", login.clientId());
        problems.text("credentials.clientSecret", login.clientSecret());
        problems.text("credentials.refreshToken", login.refreshToken().value());
      }
      if (awsCredentials != null) {
        problems.text("awsCredentials.accessKey", awsCredentials.accessKey());
        problems.text("awsCredentials.secretKey", awsCredentials.secretKey());
      }
      if (sellerId != null) {
        problems.text("sellerId", sellerId);
      }
      if (apiBaseUrl != null) {
        problems.url("apiBaseUrl", apiBaseUrl);
      }
      problems.url("lwaUrl", lwaUrl);
      if (callTimeout.isNegative() || callTimeout.isZero()) {
        problems.add("callTimeout", "must be above 0");
      }
      if (userAgent.header().length() > UserAgent.LONGEST) {
        problems.add("application", "makes a user agent of more than 500 characters");
      }
      problems.throwIfAny();
      return new SellingPartnerClient(this, Objects.requireNonNull(login));
    }

    private SpApiProtocol protocol(
        TokenKeeper tokens, String userAgent, URI endpoint, Clock clock) {
      return new SpApiProtocol(
          tokens,
          userAgent,
          awsCredentials == null
              ? null
              : new AwsSigner(awsCredentials, marketplace.region().awsRegion(), clock),
          isSandbox(endpoint),
          clock);
    }

    private Transport transport(Protocol protocol) {
      return Transport.builder(protocol)
          .httpClient(httpClient)
          .clock(clock)
          .pause(pause)
          .callTimeout(callTimeout)
          .build();
    }
  }
}
