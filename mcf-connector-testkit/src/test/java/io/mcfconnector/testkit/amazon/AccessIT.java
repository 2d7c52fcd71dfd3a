// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessIT {

  private static final String LIST = Caller.V2026 + "/orders";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-01T14:00:00Z"));
  private final SellingPartnerSimulator simulator = SellingPartnerSimulator.start(clock);
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void requestAccessToken_rightCredentials_returnsTokenForAnHour() {
    Caller.Answer answer = caller.refresh(simulator.clientSecret(), simulator.refreshToken());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("access_token")).startsWith("Atza|");
    assertThat(answer.text("refresh_token")).isEqualTo(simulator.refreshToken());
    assertThat(answer.text("token_type")).isEqualTo("bearer");
    assertThat(answer.number("expires_in")).isEqualTo(3600);
    assertThat(answer.headers()).containsKey("x-amzn-requestid");
  }

  @Test
  void requestAccessToken_wrongSecret_returnsInvalidClient() {
    Caller.Answer answer = caller.refresh("wrong", simulator.refreshToken());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("error")).isEqualTo("invalid_client");
    assertThat(answer.text("error_description")).isEqualTo("Client authentication failed");
  }

  @Test
  void requestAccessToken_wrongRefreshToken_returnsInvalidGrant() {
    Caller.Answer answer = caller.refresh(simulator.clientSecret(), "Atzr|OTHER");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_grant");
  }

  @Test
  void requestAccessToken_grantsThatLackOrMixFields_areRefused() {
    assertThat(grant(Map.of())).isEqualTo("400 invalid_request");
    assertThat(grant(Map.of("grant_type", "password"))).isEqualTo("400 unsupported_grant_type");
    assertThat(grant(Map.of("grant_type", "authorization_code", "code", "x")))
        .isEqualTo("400 invalid_request");
    assertThat(
            grant(
                Map.of(
                    "grant_type", "authorization_code", "code", "x", "redirect_uri", "https://a")))
        .isEqualTo("400 invalid_grant");
    assertThat(grant(Map.of("grant_type", "refresh_token"))).isEqualTo("400 invalid_request");
    assertThat(
            grant(
                Map.of(
                    "grant_type",
                    "refresh_token",
                    "refresh_token",
                    simulator.refreshToken(),
                    "scope",
                    "x")))
        .isEqualTo("400 invalid_request");
    assertThat(grant(Map.of("grant_type", "client_credentials"))).isEqualTo("400 invalid_request");
    assertThat(grant(Map.of("grant_type", "client_credentials", "scope", "x")))
        .isEqualTo("400 invalid_scope");
  }

  @Test
  void requestAccessToken_jsonBody_isRefused() {
    Caller.Answer answer = caller.post(Routes.TOKEN_PATH, "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void call_grantlessToken_isDenied() {
    String token =
        caller
            .token(
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "scope",
                    "sellingpartnerapi::notifications",
                    "client_id",
                    simulator.clientId(),
                    "client_secret",
                    simulator.clientSecret()))
            .text("access_token");

    Caller.Answer answer = caller.with("x-amz-access-token", token).get(LIST);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("errors.0.details")).isEmpty();
  }

  @Test
  void call_withoutToken_isDenied() {
    Caller.Answer answer = caller.get(LIST);

    assertThat(answer.error())
        .isEqualTo("403 Unauthorized: Access to requested resource is denied.");
    assertThat(answer.text("errors.0.details"))
        .isEqualTo("Access token is missing in the request header.");
    assertThat(answer.headers())
        .containsEntry("x-amzn-errortype", "AccessDeniedException")
        .containsKey("x-amzn-requestid")
        .doesNotContainKey("x-amzn-ratelimit-limit");
  }

  @Test
  void call_foreignToken_isDenied() {
    assertThat(caller.with("x-amz-access-token", "Atza|OTHER").get(LIST).text("errors.0.details"))
        .isEqualTo("The access token you provided is revoked, malformed or invalid.");
  }

  @Test
  void call_tokenOfAnHourAgo_isDenied() {
    caller.authorize();
    clock.advance(Duration.ofSeconds(3599));
    assertThat(caller.get(LIST).status()).isEqualTo(200);

    clock.advance(Duration.ofSeconds(1));

    Caller.Answer answer = caller.get(LIST);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("errors.0.details"))
        .isEqualTo("The access token you provided has expired.");
  }

  @Test
  void revokeAuthorization_refusesTokensAndRefresh() {
    caller.authorize();

    simulator.revokeAuthorization();

    assertThat(caller.get(LIST).status()).isEqualTo(403);
    assertThat(caller.refresh(simulator.clientSecret(), simulator.refreshToken()).text("error"))
        .isEqualTo("invalid_grant");
  }

  @Test
  void call_unknownPathOrMethod_isDeniedWithoutDetails() {
    caller.authorize();

    for (Caller.Answer answer :
        new Caller.Answer[] {
          caller.get("/nothing"), caller.put(LIST), caller.get(Caller.V2026 + "/services")
        }) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text("errors.0.details")).isEmpty();
    }
    assertThat(simulator.exchanges("unknown")).hasSize(3);
  }

  @Test
  void call_userAgentWithoutLanguageOrTooLong_isRefused() {
    caller.authorize();

    assertThat(caller.with("user-agent", "okhttp/5.0").get(LIST).status()).isEqualTo(400);
    String longOne = "Test/1.0 (Language=Java/17; Note=" + "x".repeat(500) + ")";
    assertThat(caller.with("user-agent", longOne).get(LIST).status()).isEqualTo(400);
    String shortOne = "Test/1.0 (Platform=Linux; Language=Java/17)";
    assertThat(caller.with("user-agent", shortOne).get(LIST).status()).isEqualTo(200);
  }

  @Test
  void post_otherContentType_isRefused() {
    caller.authorize().with("content-type", "text/plain");

    assertThat(caller.post(Caller.V2020, "{}").status()).isEqualTo(400);
    assertThat(caller.post(LIST, "{}").status()).isEqualTo(415);
    assertThat(caller.without("content-type").post(LIST, "{}").status()).isEqualTo(415);
  }

  @Test
  void call_moreThanTheBurst_isThrottledUntilTokensComeBack() {
    caller.authorize();
    for (int i = 0; i < 30; i++) {
      assertThat(caller.get(LIST).status()).isEqualTo(200);
    }

    Caller.Answer refused = caller.get(LIST);
    assertThat(refused.error())
        .isEqualTo("429 QuotaExceeded: You exceeded your quota for the requested resource.");
    assertThat(refused.headers()).doesNotContainKey("x-amzn-ratelimit-limit");
    assertThat(caller.get(Caller.V2020).status()).isEqualTo(200);

    clock.advance(Duration.ofMillis(499));
    assertThat(caller.get(LIST).status()).isEqualTo(429);
    clock.advance(Duration.ofMillis(1));
    assertThat(caller.get(LIST).headers()).containsEntry("x-amzn-ratelimit-limit", "2.0");
    assertThat(caller.get(LIST).status()).isEqualTo(429);
  }

  @Test
  void quota_ofOneOperation_canBeSetOrSwitchedOff() {
    try (SellingPartnerSimulator slow =
            SellingPartnerSimulator.builder(clock).quota("listOrders", 0.5, 1).start();
        SellingPartnerSimulator free =
            SellingPartnerSimulator.builder(clock)
                .quota("listOrders", 0.5, 1)
                .withoutQuota()
                .start()) {
      Caller slowly = Caller.authorized(slow);
      assertThat(slowly.get(LIST).headers()).containsEntry("x-amzn-ratelimit-limit", "0.5");
      assertThat(slowly.get(LIST).status()).isEqualTo(429);
      Caller freely = Caller.authorized(free);
      assertThat(freely.get(LIST).status()).isEqualTo(200);
      assertThat(freely.get(LIST).status()).isEqualTo(200);
    }
  }

  private String grant(Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("client_id", simulator.clientId());
    all.put("client_secret", simulator.clientSecret());
    Caller.Answer answer = caller.token(all);
    return answer.status() + " " + answer.text("error");
  }
}
