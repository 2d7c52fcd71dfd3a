// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Checks a signed call before any business rule sees it. */
final class Gate {

  private static final long OLDEST_SECONDS = 300;
  private static final long NEWEST_SECONDS = 30;

  private final Clock clock;
  private final AppAndShop settings;
  private final SignatureCheck signatures;
  private final TokenDesk tokens;
  private final CallQuota quota;

  Gate(Clock clock, AppAndShop settings, TokenDesk tokens, CallQuota quota) {
    this.clock = clock;
    this.settings = settings;
    this.signatures = new SignatureCheck(settings.appSecret());
    this.tokens = tokens;
    this.quota = quota;
  }

  void check(Route route, Incoming request) {
    if (route.access() != Route.Access.APP_SECRET) {
      checkContentType(request.header("content-type"));
      checkApp(request.query().get("app_key"));
      checkTimestamp(request.query().get("timestamp"));
      checkSignature(request);
      tokens.check(request.header("x-tts-access-token"));
      checkScope(route.scope());
      checkCipher(route, request.query().get("shop_cipher"));
    }
    quota.take(route.operation());
  }

  private static void checkContentType(@Nullable String contentType) {
    if (contentType == null || !contentType.startsWith("application/json")) {
      throw Refusal.of(
          400, 36009022, "Invalid header. content-type must be application/json, also on GET.");
    }
  }

  private void checkApp(@Nullable String appKey) {
    if (!settings.appKey().equals(appKey)) {
      throw Refusal.of(400, 36009004, "Invalid credentials. app_key is unknown.");
    }
  }

  private void checkTimestamp(@Nullable String timestamp) {
    if (timestamp == null || !timestamp.matches("\\d{10}")) {
      throw Refusal.of(400, 36009004, "Invalid timestamp. Ten digits are needed.");
    }
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    if (age > OLDEST_SECONDS) {
      throw Refusal.of(400, 36009004, "Invalid timestamp. More than 5 minutes old.");
    }
    if (age < -NEWEST_SECONDS) {
      throw Refusal.of(400, 36009004, "Invalid timestamp. More than 30 seconds ahead.");
    }
  }

  private void checkSignature(Incoming request) {
    if (!request.query().containsKey("sign")) {
      throw Refusal.of(400, 36009004, "Missing credentials. sign is needed.");
    }
    if (!signatures.accepts(request)) {
      throw Refusal.of(401, 106001, "Invalid credentials. sign is wrong.");
    }
  }

  private void checkScope(String scope) {
    if (!settings.scopes().contains(scope)) {
      throw Refusal.of(401, 105005, "Access denied. The app has no scope " + scope + ".");
    }
  }

  private void checkCipher(Route route, @Nullable String cipher) {
    if (route.access() == Route.Access.SELLER) {
      if (cipher != null) {
        throw Refusal.of(400, 36009004, "Unexpected identifier. shop_cipher is not used here.");
      }
    } else if (cipher == null || cipher.isEmpty()) {
      throw Refusal.of(400, 106013, "Missing identifier. shop_cipher is needed here.");
    } else if (!cipher.equals(settings.shopCipher())) {
      throw Refusal.of(
          401, 101000, "Invalid query or header. x-tts-access-token does not belong to this shop.");
    } else if (!tokens.isSellerActive()) {
      throw Refusal.of(401, 36009044, "Seller is not active.");
    }
  }
}
