// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.tiktok.Caller.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenDeskIT extends SimulatorTestBase {

  @Test
  void refresh_goodToken_rotatesBothWithAbsoluteExpiry() {
    String access = simulator.accessToken();
    String refresh = simulator.refreshToken();
    pass(Duration.ofDays(3));

    Answer answer = refresh(refresh, Map.of());

    assertThat(answer.code()).isZero();
    assertThat(answer.text("message")).isEqualTo("success");
    assertThat(answer.text("data.access_token"))
        .isEqualTo(simulator.accessToken())
        .isNotEqualTo(access);
    assertThat(answer.text("data.refresh_token"))
        .isEqualTo(simulator.refreshToken())
        .isNotEqualTo(refresh);
    assertThat(answer.number("data.access_token_expire_in"))
        .isEqualTo(clock.instant().plus(Duration.ofDays(7)).getEpochSecond());
    assertThat(answer.number("data.refresh_token_expire_in"))
        .isEqualTo(START.plus(Duration.ofDays(365)).getEpochSecond());
    assertThat(caller.get("/authorization/202309/shops").code()).isZero();
  }

  @Test
  void refresh_usedToken_isRefusedAndOldAccessTokenIsDead() {
    String access = simulator.accessToken();
    String refresh = simulator.refreshToken();
    refresh(refresh, Map.of());

    assertThat(refresh(refresh, Map.of()).code()).isEqualTo(36004004);
    Map<String, String> query = new HashMap<>();
    query.put("app_key", simulator.appKey());
    query.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
    query.put("sign", caller.sign("/authorization/202309/shops", query, ""));
    Answer old =
        caller.send(
            "GET",
            "/authorization/202309/shops",
            query,
            "",
            request -> request.setHeader("x-tts-access-token", access));
    assertThat(old.code()).isEqualTo(105002);
  }

  @Test
  void refresh_afterEndOfAuthorization_isRefused() {
    simulator.expireRefreshToken();

    assertThat(refresh(simulator.refreshToken(), Map.of()).code()).isEqualTo(36004001);
  }

  @Test
  void refresh_wrongSecretOrGrantType_isRefused() {
    String refresh = simulator.refreshToken();

    assertThat(refresh(refresh, Map.of("app_secret", "wrong")).code()).isEqualTo(36009004);
    assertThat(refresh(refresh, Map.of("grant_type", "authorized_code")).code())
        .isEqualTo(36009004);
    assertThat(refresh(refresh, Map.of()).code()).isZero();
  }

  @Test
  void token_ofAuthCode_worksOnce() {
    simulator.expireRefreshToken();
    String code = simulator.newAuthCode();

    assertThat(exchange(code).code()).isZero();
    assertThat(exchange(code).code()).isEqualTo(36004004);
    assertThat(refresh(simulator.refreshToken(), Map.of()).code()).isZero();
  }

  @Test
  void token_ofOldOrForeignAuthCode_isRefused() {
    String code = simulator.newAuthCode();

    assertThat(exchange("TTP_other").code()).isEqualTo(36004004);
    pass(Duration.ofMinutes(30));
    assertThat(exchange(code).code()).isEqualTo(36004004);
  }

  private Answer exchange(String code) {
    return call("get", Map.of("auth_code", code, "grant_type", "authorized_code"), Map.of());
  }

  private Answer refresh(String token, Map<String, String> changes) {
    return call("refresh", Map.of("refresh_token", token, "grant_type", "refresh_token"), changes);
  }

  private Answer call(String what, Map<String, String> query, Map<String, String> changes) {
    Map<String, String> full = new HashMap<>(query);
    full.put("app_key", simulator.appKey());
    full.put("app_secret", simulator.appSecret());
    full.putAll(changes);
    return caller.send("GET", "/api/v2/token/" + what, full, "", request -> request);
  }
}
