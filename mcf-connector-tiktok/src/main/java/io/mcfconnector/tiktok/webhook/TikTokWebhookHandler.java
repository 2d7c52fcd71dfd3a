// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.tiktok.authorization.AppSecret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes TikTok's webhooks for the shops of one app, whatever server they come through: checks the
 * signature, hands on where to look, and says what to answer. Thread-safe.
 *
 * <p>Nothing that a message says is believed but that something happened to an order of a shop; the
 * order is read before anything is done. So a captured message that is sent again costs no more
 * than a look in the store.
 *
 * <p>TikTok wants its answer within three seconds and sends again, after 2 minutes, 30 minutes, 3
 * hours and 12 hours, what is not answered with 200.
 */
public final class TikTokWebhookHandler {

  /**
   * The largest body that is looked at, in bytes; TikTok's have some hundred. A server shall read
   * no more than one byte beyond it.
   */
  public static final int LARGEST_BODY = 64 * 1024;

  private static final Logger log = LoggerFactory.getLogger(TikTokWebhookHandler.class);

  private final WebhookSignature signature;
  private final Set<ShopId> shops;
  private final Consumer<Notice> notices;
  private final Consumer<WebhookEvent> listener;

  private TikTokWebhookHandler(
      WebhookSignature signature,
      Set<ShopId> shops,
      Consumer<Notice> notices,
      Consumer<WebhookEvent> listener) {
    this.signature = signature;
    this.shops = Set.copyOf(shops);
    this.notices = notices;
    this.listener = listener;
  }

  /** Starts a handler. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Takes one message. Never throws.
   *
   * <p>The status is 200 when it is taken, known already, or of no interest; 401 when TikTok did
   * not sign it; 413 when it is too large; 400 when it cannot be read; 403 when its shop is none of
   * these; 503 when what it tells could not be stored, so that TikTok sends it again.
   *
   * @param headers the request's headers; names in any case
   * @param rawBody the bytes as they came: parsing and writing them again would break the signature
   */
  public WebhookResponse handle(Map<String, List<String>> headers, byte[] rawBody) {
    try {
      return WebhookResponse.of(statusOf(headers, rawBody));
    } catch (RuntimeException e) {
      log.warn("A webhook of TikTok was not taken; TikTok will send it again", e);
      return WebhookResponse.of(503);
    }
  }

  private int statusOf(Map<String, List<String>> headers, byte[] rawBody) {
    if (rawBody.length > LARGEST_BODY) {
      return 413;
    }
    if (!signature.accepts(authorization(headers), rawBody)) {
      return 401;
    }
    Optional<WebhookEvent> read = WebhookReader.read(rawBody);
    if (read.isEmpty()) {
      log.warn("A webhook that TikTok signed cannot be read; polling finds what it is about");
      return 400;
    }
    WebhookEvent event = read.get();
    ShopId shop = event.head().shop();
    if (shop != null && !shops.contains(shop)) {
      log.debug("A webhook for shop {} is refused, since it is not served here", shop);
      return 403;
    }
    WebhookReader.notices(event).forEach(notices);
    warn(event);
    tell(event);
    return 200;
  }

  private static @Nullable String authorization(Map<String, List<String>> headers) {
    String only = null;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if ("authorization".equalsIgnoreCase(header.getKey())) {
        // Two of them mean that somebody in between adds its own.
        if (only != null || header.getValue().size() != 1) {
          return null;
        }
        only = header.getValue().get(0);
      }
    }
    return only;
  }

  private static void warn(WebhookEvent event) {
    if (event instanceof WebhookEvent.Deauthorized gone) {
      log.warn(
          "TikTok says that the seller withdrew the authorization of shop {}. Only the seller can"
              + " give it again.",
          gone.head().shop());
    } else if (event instanceof WebhookEvent.AuthorizationExpiring expiring) {
      log.warn(
          "TikTok says that the authorization of shop {} ends at {}. Only the seller can renew it.",
          expiring.head().shop(),
          expiring.expiresAt());
    }
  }

  private void tell(WebhookEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      log.warn("The listener failed on a webhook; what it tells of is stored all the same", e);
    }
  }

  @Override
  public String toString() {
    return "TikTokWebhookHandler[shops " + shops + "]";
  }

  /** Collects the parts of a {@link TikTokWebhookHandler}. Not thread-safe. */
  public static final class Builder {

    private final Set<ShopId> shops = new HashSet<>();
    private String appKey = "";
    private String appSecret = "";
    private @Nullable Consumer<Notice> notices;
    private Consumer<WebhookEvent> listener = event -> {};

    private Builder() {}

    /**
     * Takes over {@code TIKTOK_APP_KEY}, {@code TIKTOK_APP_SECRET} and {@code TIKTOK_SHOP_ID};
     * blank or absent ones change nothing.
     */
    public Builder env(Map<String, String> env) {
      appKey = value(env, "TIKTOK_APP_KEY", appKey);
      appSecret = value(env, "TIKTOK_APP_SECRET", appSecret);
      String shop = value(env, "TIKTOK_SHOP_ID", "");
      return shop.isEmpty() ? this : shop(ShopId.of(shop));
    }

    private static String value(Map<String, String> env, String name, String before) {
      String value = env.getOrDefault(name, "").strip();
      return value.isEmpty() ? before : value;
    }

    /** Sets the app key. */
    public Builder appKey(String appKey) {
      this.appKey = appKey;
      return this;
    }

    /** Sets the app secret. */
    public Builder appSecret(AppSecret appSecret) {
      this.appSecret = appSecret.value();
      return this;
    }

    /** Adds a shop; messages about others are refused. At least one. */
    public Builder shop(ShopId shop) {
      shops.add(shop);
      return this;
    }

    /**
     * Sets who looks where something happened, such as {@code router::accept}. It shall have stored
     * the notice when it returns, within three seconds; what it throws makes TikTok send again.
     */
    public Builder notices(Consumer<Notice> notices) {
      this.notices = notices;
      return this;
    }

    /**
     * Sets who hears what TikTok said, repeats included; nobody unless set. For looking on: it runs
     * before TikTok gets its answer, and what it throws is logged.
     */
    public Builder listener(Consumer<WebhookEvent> listener) {
      this.listener = listener;
      return this;
    }

    /**
     * Returns the handler.
     *
     * @throws ConfigurationException when a part is missing; lists all of them
     */
    public TikTokWebhookHandler build() {
      List<String> problems = new ArrayList<>();
      if (appKey.isBlank()) {
        problems.add("appKey (TIKTOK_APP_KEY) is required");
      }
      if (appSecret.isBlank()) {
        problems.add("appSecret (TIKTOK_APP_SECRET) is required");
      }
      if (shops.isEmpty()) {
        problems.add("shop (TIKTOK_SHOP_ID) is required: at least one");
      }
      Consumer<Notice> notices = this.notices;
      if (notices == null) {
        problems.add("notices is required, such as router::accept");
      }
      if (!problems.isEmpty() || notices == null) {
        throw new ConfigurationException(problems);
      }
      return new TikTokWebhookHandler(
          new WebhookSignature(appKey, new AppSecret(appSecret)), shops, notices, listener);
    }
  }
}
