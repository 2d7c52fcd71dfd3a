// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.tiktok.authorization.AppSecret;
import io.mcfconnector.tiktok.internal.TokenText;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What a client is made of, complete and checked. Prints no secret. */
record ClientSettings(
    String appKey,
    AppSecret appSecret,
    Tokens tokens,
    ShopId shop,
    @Nullable String shopCipher,
    URI apiBaseUrl,
    URI authBaseUrl) {

  /** The longest that TikTok lets an access token live. */
  private static final Duration ACCESS_TOKEN_LIFE = Duration.ofDays(7);

  private static final int MAX_SHOP_ID_LENGTH = 64;
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

  /** The parts as the host gave them. */
  static final class Input {
    @Nullable String appKey;
    @Nullable String appSecret;
    @Nullable String accessToken;
    @Nullable String refreshToken;
    @Nullable String shopId;
    @Nullable String shopCipher;
    String apiBaseUrl = "https://open-api.tiktokglobalshop.com";
    String authBaseUrl = "https://auth.tiktok-shops.com";

    private final List<String> problems = new ArrayList<>();

    void env(Map<String, String> env) {
      take(env, "TIKTOK_APP_KEY", value -> appKey = value);
      take(env, "TIKTOK_APP_SECRET", value -> appSecret = value);
      take(env, "TIKTOK_ACCESS_TOKEN", value -> accessToken = value);
      take(env, "TIKTOK_REFRESH_TOKEN", value -> refreshToken = value);
      take(env, "TIKTOK_SHOP_ID", value -> shopId = value);
      take(env, "TIKTOK_SHOP_CIPHER", value -> shopCipher = value);
      take(env, "TIKTOK_API_BASE_URL", value -> apiBaseUrl = value);
      take(env, "TIKTOK_AUTH_BASE_URL", value -> authBaseUrl = value);
    }

    private static void take(Map<String, String> env, String name, Consumer<String> part) {
      String value = env.get(name);
      if (value != null && !value.isBlank()) {
        part.accept(value.strip());
      }
    }

    /** Returns the settings, or throws with every problem. */
    ClientSettings check(Duration callTimeout, Clock clock) {
      problems.clear();
      String checkedKey = required("appKey (TIKTOK_APP_KEY)", appKey);
      String checkedSecret = required("appSecret (TIKTOK_APP_SECRET)", appSecret);
      String checkedRefresh = required("refreshToken (TIKTOK_REFRESH_TOKEN)", refreshToken);
      String checkedAccess = sendable("accessToken (TIKTOK_ACCESS_TOKEN)", accessToken);
      String checkedShop = required("shop (TIKTOK_SHOP_ID)", shopId);
      if (checkedShop.length() > MAX_SHOP_ID_LENGTH) {
        problems.add("shop (TIKTOK_SHOP_ID) is longer than 64 characters");
      }
      String checkedCipher = sendable("shopCipher (TIKTOK_SHOP_CIPHER)", shopCipher);
      URI checkedApi = url("apiBaseUrl (TIKTOK_API_BASE_URL)", apiBaseUrl);
      URI checkedAuth = url("authBaseUrl (TIKTOK_AUTH_BASE_URL)", authBaseUrl);
      if (callTimeout.isNegative() || callTimeout.isZero()) {
        problems.add("callTimeout must be above zero");
      }
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      return new ClientSettings(
          checkedKey,
          new AppSecret(checkedSecret),
          tokens(checkedAccess, new RefreshToken(checkedRefresh), clock),
          ShopId.of(checkedShop),
          checkedCipher,
          checkedApi,
          checkedAuth);
    }

    private static Tokens tokens(@Nullable String access, RefreshToken refresh, Clock clock) {
      if (access == null) {
        return Tokens.of(refresh);
      }
      // Its true end is unknown; should it come earlier, TikTok refuses the token and we refresh.
      Instant latestEnd = clock.instant().plus(ACCESS_TOKEN_LIFE);
      return new Tokens(new AccessToken(access), latestEnd, refresh, null);
    }

    private String required(String name, @Nullable String value) {
      if (value == null || value.isBlank()) {
        problems.add(name + " is required");
        return "";
      }
      sendable(name, value);
      return value;
    }

    private @Nullable String sendable(String name, @Nullable String value) {
      if (value != null && !TokenText.isSendable(value)) {
        problems.add(name + " must be printable ASCII characters without blanks");
      }
      return value;
    }

    /** Secrets and buyer data go there: encrypted, or not leaving this machine. */
    private URI url(String name, String value) {
      HttpUrl url = HttpUrl.parse(value);
      if (url == null || !isPlainHost(url)) {
        problems.add(name + " must be https, a host and at most a port, such as https://host:8443");
        return URI.create("");
      }
      if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
        problems.add(name + " must start with https:// (http:// is for this machine only)");
      }
      return url.uri();
    }

    private static boolean isPlainHost(HttpUrl url) {
      return url.encodedPath().equals("/")
          && url.query() == null
          && url.fragment() == null
          && url.username().isEmpty()
          && url.password().isEmpty();
    }
  }
}
