// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives out tokens. Each refresh replaces both, and the ones before are dead at once. */
final class TokenDesk {

  private static final Duration ACCESS_LIFE = Duration.ofDays(7);
  private static final Duration AUTHORIZATION_LIFE = Duration.ofDays(365);
  private static final Duration CODE_LIFE = Duration.ofMinutes(30);
  private static final int INVALID = 36004004;
  private static final int REFRESH_TOKEN_EXPIRED = 36004001;

  private final Clock clock;
  private final AppAndShop settings;
  private final Set<String> issued = new HashSet<>();
  private int generation = 1;
  private int codes;
  private @Nullable Instant codeExpiresAt;
  private boolean deauthorized;
  private boolean sellerActive = true;
  private Instant accessExpiresAt;
  private Instant refreshExpiresAt;

  TokenDesk(Clock clock, AppAndShop settings) {
    this.clock = clock;
    this.settings = settings;
    this.accessExpiresAt = clock.instant().plus(ACCESS_LIFE);
    this.refreshExpiresAt = clock.instant().plus(AUTHORIZATION_LIFE);
    issued.add(accessToken());
  }

  String accessToken() {
    return String.format("TTP_simulatedAccess%08d", generation);
  }

  String refreshToken() {
    return String.format("TTP_simulatedRefresh%08d", generation);
  }

  /** Lets a seller give consent; the code works once, for half an hour. */
  String newAuthCode() {
    codes++;
    codeExpiresAt = clock.instant().plus(CODE_LIFE);
    return authCode();
  }

  /** The platform closes the seller's account for now. */
  void deactivateSeller() {
    sellerActive = false;
  }

  boolean isSellerActive() {
    return sellerActive;
  }

  void expireAccessToken() {
    accessExpiresAt = clock.instant();
  }

  void expireRefreshToken() {
    refreshExpiresAt = clock.instant();
  }

  void check(@Nullable String token) {
    if (deauthorized || token == null || !issued.contains(token)) {
      throw Refusal.of(400, 36009004, "Invalid credentials. x-tts-access-token is malformed.");
    }
    if (!token.equals(accessToken()) || !clock.instant().isBefore(accessExpiresAt)) {
      throw Refusal.of(401, 105002, "Expired credentials. x-tts-access-token is past its end.");
    }
  }

  Map<String, @Nullable Object> get(Incoming request) {
    checkApp(request, "authorized_code");
    if (codeExpiresAt == null
        || !clock.instant().isBefore(codeExpiresAt)
        || !authCode().equals(request.query().get("auth_code"))) {
      throw Refusal.business(INVALID, "Invalid auth code");
    }
    codeExpiresAt = null;
    deauthorized = false;
    refreshExpiresAt = clock.instant().plus(AUTHORIZATION_LIFE);
    return rotate();
  }

  Map<String, @Nullable Object> refresh(Incoming request) {
    checkApp(request, "refresh_token");
    if (deauthorized || !refreshToken().equals(request.query().get("refresh_token"))) {
      throw Refusal.business(INVALID, "Invalid refresh token");
    }
    if (!clock.instant().isBefore(refreshExpiresAt)) {
      throw Refusal.business(REFRESH_TOKEN_EXPIRED, "rt has expired");
    }
    return rotate();
  }

  Map<String, @Nullable Object> authorizedShops() {
    Fields shop =
        new Fields()
            .with("id", settings.shopId())
            .with("name", settings.shopName())
            .with("region", settings.region())
            .with("seller_type", settings.sellerType())
            .with("cipher", settings.shopCipher())
            .with("code", "USLCSIMULATED");
    return new Fields().with("shops", List.of(shop.map())).map();
  }

  Map<String, @Nullable Object> activeShops() {
    Fields shop = new Fields().with("id", settings.shopId()).with("region", settings.region());
    return new Fields().with("shops", sellerActive ? List.of(shop.map()) : List.of()).map();
  }

  Map<String, @Nullable Object> sellerStatus() {
    String status = sellerActive ? "2" : "3";
    Fields shop = new Fields().with("shop_id", settings.shopId()).with("shop_status", status);
    return new Fields()
        .with(
            "seller_status_data",
            new Fields()
                .with("seller_status", status)
                .with("tax_form_status", "2")
                .with("shop_statuses", List.of(shop.map()))
                .map())
        .map();
  }

  /** Ends the authorization; only a new consent helps. */
  Map<String, @Nullable Object> deauthorize() {
    deauthorized = true;
    return new Fields().map();
  }

  private String authCode() {
    return String.format("TTP_simulatedCode%08d", codes);
  }

  private void checkApp(Incoming request, String grantType) {
    if (!settings.appKey().equals(request.query().get("app_key"))
        || !settings.appSecret().equals(request.query().get("app_secret"))) {
      throw Refusal.business(36009004, "Invalid credentials. app_key or app_secret is wrong.");
    }
    if (!grantType.equals(request.query().get("grant_type"))) {
      throw Refusal.business(36009004, "param grant_type invalid");
    }
  }

  private Map<String, @Nullable Object> rotate() {
    generation++;
    accessExpiresAt = clock.instant().plus(ACCESS_LIFE);
    issued.add(accessToken());
    return new Fields()
        .with("access_token", accessToken())
        .with("access_token_expire_in", accessExpiresAt.getEpochSecond())
        .with("refresh_token", refreshToken())
        .with("refresh_token_expire_in", refreshExpiresAt.getEpochSecond())
        .with("open_id", "simulatedOpenId")
        .with("seller_name", settings.shopName())
        .with("seller_base_region", settings.region())
        .with("user_type", 0)
        .with("granted_scopes", settings.scopes().stream().sorted().toList())
        .map();
  }
}
