// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.store.InMemoryTokenStore;
import io.mcfconnector.tiktok.authorization.AppSecret;
import io.mcfconnector.tiktok.authorization.AuthorizationApi;
import io.mcfconnector.tiktok.authorization.SellerAuthorization;
import io.mcfconnector.tiktok.authorization.TokenApi;
import io.mcfconnector.tiktok.cancellation.CancellationApi;
import io.mcfconnector.tiktok.event.EventApi;
import io.mcfconnector.tiktok.fulfillment.FulfillmentApi;
import io.mcfconnector.tiktok.fulfillment.PackageApi;
import io.mcfconnector.tiktok.internal.ShopCipher;
import io.mcfconnector.tiktok.internal.SignedProtocol;
import io.mcfconnector.tiktok.internal.SigningClock;
import io.mcfconnector.tiktok.internal.TokenProtocol;
import io.mcfconnector.tiktok.logistics.LogisticsApi;
import io.mcfconnector.tiktok.order.ExternalOrderApi;
import io.mcfconnector.tiktok.order.OrderApi;
import io.mcfconnector.tiktok.product.ProductApi;
import io.mcfconnector.tiktok.returns.ReturnsApi;
import io.mcfconnector.time.Pause;
import io.mcfconnector.token.TokenKeeper;
import io.mcfconnector.transport.Protocol;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Calls TikTok Shop for one shop: signs, keeps the tokens fresh, keeps to the limits, and says what
 * a failure means. Thread-safe; make one for each shop and close it at the end.
 *
 * <p>Every call throws {@link io.mcfconnector.error.ApiException} when it failed. Building sends
 * nothing.
 */
public final class TikTokShopClient implements AutoCloseable {

  /** An access token lives for seven days; a new one is fetched this long before its end. */
  private static final Duration REFRESH_EARLIER = Duration.ofHours(1);

  private final ShopId shop;
  private final URI apiBaseUrl;
  private final Clock clock;
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final TokenKeeper keeper;
  private final boolean keepsTokens;
  private final @Nullable String configuredCipher;
  private final SigningClock signingClock;
  private final TokenApi tokens;
  private final AuthorizationApi authorization;
  private final OrderApi orders;
  private final ExternalOrderApi externalOrders;
  private final FulfillmentApi fulfillment;
  private final PackageApi packages;
  private final LogisticsApi logistics;
  private final ProductApi products;
  private final CancellationApi cancellations;
  private final ReturnsApi returns;
  private final EventApi events;
  private volatile List<String> grantedScopes = List.of();

  private TikTokShopClient(Builder builder, ClientSettings settings) {
    this.shop = settings.shop();
    this.apiBaseUrl = settings.apiBaseUrl();
    this.clock = builder.clockOrSystems();
    this.ownsHttp = builder.http == null;
    this.http = builder.http == null ? new OkHttpClient() : builder.http;

    this.tokens =
        new TokenApi(
            builder.transport(new TokenProtocol(), http),
            settings.authBaseUrl(),
            settings.appKey(),
            settings.appSecret());
    this.keeper =
        new TokenKeeper(
            builder.account == null ? AccountId.of("tiktok/" + settings.shop()) : builder.account,
            builder.tokenStore,
            settings.tokens(),
            this::refresh,
            REFRESH_EARLIER,
            clock);
    this.keepsTokens = !(builder.tokenStore instanceof InMemoryTokenStore);
    this.configuredCipher = settings.shopCipher();
    this.signingClock = new SigningClock(clock);
    this.authorization =
        new AuthorizationApi(
            builder.transport(
                new SignedProtocol(
                    settings.appKey(), settings.appSecret(), keeper, null, signingClock),
                http),
            apiBaseUrl);
    ShopCipher cipher = new ShopCipher(authorization, keeper, shop, settings.shopCipher());
    Transport shopCalls =
        builder.transport(
            new SignedProtocol(
                settings.appKey(), settings.appSecret(), keeper, cipher, signingClock),
            http);
    this.orders = new OrderApi(shopCalls, apiBaseUrl);
    this.externalOrders = new ExternalOrderApi(shopCalls, apiBaseUrl);
    this.fulfillment = new FulfillmentApi(shopCalls, apiBaseUrl);
    this.packages = new PackageApi(shopCalls, apiBaseUrl);
    this.logistics = new LogisticsApi(shopCalls, apiBaseUrl);
    this.products = new ProductApi(shopCalls, apiBaseUrl);
    this.cancellations = new CancellationApi(shopCalls, apiBaseUrl);
    this.returns = new ReturnsApi(shopCalls, apiBaseUrl);
    this.events = new EventApi(shopCalls, apiBaseUrl);
  }

  /** Starts a client. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a client configured by environment variables; {@link Builder#env} names them.
   *
   * @throws ConfigurationException when a variable is missing or malformed; lists all of them
   */
  public static TikTokShopClient fromEnv(Map<String, String> env) {
    return builder().env(env).build();
  }

  /** Returns the shop. */
  public ShopId shop() {
    return shop;
  }

  /**
   * Returns when the seller's authorization ends, as TikTok said with the last tokens; empty before
   * the first refresh. Calls nothing.
   */
  public Optional<Instant> authorizationEndsAt() {
    return keeper.authorizationEndsAt();
  }

  /** Returns the token calls of the authorization host. */
  public TokenApi tokens() {
    return tokens;
  }

  /** Returns the calls about the seller's authorization. */
  public AuthorizationApi authorization() {
    return authorization;
  }

  /** Returns the calls about orders. */
  public OrderApi orders() {
    return orders;
  }

  /** Returns the calls about what other systems call the orders. */
  public ExternalOrderApi externalOrders() {
    return externalOrders;
  }

  /** Returns the calls about shipping. */
  public FulfillmentApi fulfillment() {
    return fulfillment;
  }

  /** Returns the calls about packages and their way. */
  public PackageApi packages() {
    return packages;
  }

  /** Returns the calls about warehouses and carriers. */
  public LogisticsApi logistics() {
    return logistics;
  }

  /** Returns the calls about products and stock. */
  public ProductApi products() {
    return products;
  }

  /** Returns the calls about cancellations. */
  public CancellationApi cancellations() {
    return cancellations;
  }

  /** Returns the calls about returns and refunds. */
  public ReturnsApi returns() {
    return returns;
  }

  /** Returns the calls about webhook subscriptions. */
  public EventApi events() {
    return events;
  }

  Clock clock() {
    return clock;
  }

  /** Returns whether the tokens outlive the process. */
  boolean keepsTokens() {
    return keepsTokens;
  }

  /** Returns the shop cipher as the host configured it; {@code null} when it is looked up. */
  @Nullable String configuredCipher() {
    return configuredCipher;
  }

  /** Returns the scopes that came with the last tokens; empty before the first refresh. */
  List<String> grantedScopes() {
    return grantedScopes;
  }

  /** Returns how far TikTok's clock is ahead of this machine's, by its last answer. */
  Optional<Duration> clockAhead() {
    return signingClock.ahead();
  }

  private Tokens refresh(RefreshToken refreshToken) {
    SellerAuthorization renewed = tokens.refreshToken(refreshToken);
    grantedScopes = renewed.grantedScopes();
    return renewed.tokens();
  }

  /** Frees threads and connections; those of an HTTP client of the host stay open. */
  @Override
  public void close() {
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  @Override
  public String toString() {
    return "TikTokShopClient[shop " + shop + ", " + apiBaseUrl + "]";
  }

  /**
   * Collects the parts of a {@link TikTokShopClient}. App key, app secret, refresh token and shop
   * are required. Not thread-safe.
   */
  public static final class Builder {

    private final ClientSettings.Input input = new ClientSettings.Input();
    private @Nullable AccountId account;
    private @Nullable OkHttpClient http;
    private @Nullable Clock clock;
    private Pause pause = Pause.sleeping();
    private Duration callTimeout = Duration.ofSeconds(20);
    private TokenStore tokenStore = new InMemoryTokenStore();

    private Builder() {}

    /**
     * Takes over {@code TIKTOK_APP_KEY}, {@code TIKTOK_APP_SECRET}, {@code TIKTOK_ACCESS_TOKEN},
     * {@code TIKTOK_REFRESH_TOKEN}, {@code TIKTOK_SHOP_ID}, {@code TIKTOK_SHOP_CIPHER}, {@code
     * TIKTOK_API_BASE_URL} and {@code TIKTOK_AUTH_BASE_URL}; blank or absent ones change nothing.
     */
    public Builder env(Map<String, String> env) {
      input.env(env);
      return this;
    }

    /** Sets the app key. */
    public Builder appKey(String appKey) {
      input.appKey = appKey;
      return this;
    }

    /** Sets the app secret. */
    public Builder appSecret(AppSecret appSecret) {
      input.appSecret = appSecret.value();
      return this;
    }

    /** Sets the access token; fetched with the refresh token unless set. */
    public Builder accessToken(AccessToken accessToken) {
      input.accessToken = accessToken.value();
      return this;
    }

    /**
     * Sets the refresh token; counts until the token store holds a newer one, and again when TikTok
     * refuses that one for good.
     */
    public Builder refreshToken(RefreshToken refreshToken) {
      input.refreshToken = refreshToken.value();
      return this;
    }

    /** Sets the shop. */
    public Builder shop(ShopId shop) {
      input.shopId = shop.value();
      return this;
    }

    /** Sets the shop cipher; looked up with the first call unless set. */
    public Builder shopCipher(String shopCipher) {
      input.shopCipher = shopCipher;
      return this;
    }

    /**
     * Sets the API host; {@code https://open-api.tiktokglobalshop.com} unless set. HTTPS, or HTTP
     * on this machine.
     */
    public Builder apiBaseUrl(URI apiBaseUrl) {
      input.apiBaseUrl = apiBaseUrl.toString();
      return this;
    }

    /**
     * Sets the authorization host; {@code https://auth.tiktok-shops.com} unless set. HTTPS, or HTTP
     * on this machine.
     */
    public Builder authBaseUrl(URI authBaseUrl) {
      input.authBaseUrl = authBaseUrl.toString();
      return this;
    }

    /**
     * Sets under which id the token store keeps the tokens; one for each shop unless set. Clients
     * for several shops of <em>one</em> authorization need the same id, since a refresh by one may
     * end the tokens of the others.
     */
    public Builder account(AccountId account) {
      this.account = account;
      return this;
    }

    /**
     * Sets where tokens live; in memory unless set. TikTok may replace the refresh token with every
     * refresh: a host that restarts needs a store that outlives it.
     */
    public Builder tokenStore(TokenStore tokenStore) {
      this.tokenStore = tokenStore;
      return this;
    }

    /** Derives from the host's client, whose pool and dispatcher are shared and stay open. */
    public Builder httpClient(OkHttpClient http) {
      this.http = http;
      return this;
    }

    /**
     * Sets the clock; the machine's in UTC unless set. When TikTok refuses its time, requests are
     * signed with TikTok's from then on, if the two differ by at most a day.
     */
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

    /**
     * Returns the client.
     *
     * @throws ConfigurationException when a part is missing or malformed; lists all of them
     */
    public TikTokShopClient build() {
      return new TikTokShopClient(this, input.check(callTimeout, clockOrSystems()));
    }

    private Clock clockOrSystems() {
      return clock == null ? Clock.systemUTC() : clock;
    }

    /** Without a clock of the host the quotas run on elapsed time, which nobody can set back. */
    private Transport transport(Protocol protocol, OkHttpClient http) {
      return Transport.builder(protocol)
          .httpClient(http)
          .clock(clock)
          .pause(pause)
          .callTimeout(callTimeout)
          .build();
    }
  }
}
