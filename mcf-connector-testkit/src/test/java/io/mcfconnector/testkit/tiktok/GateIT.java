// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.tiktok.Caller.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GateIT extends SimulatorTestBase {

  private static final String SHOPS = "/authorization/202309/shops";

  @Override
  TikTokShopSimulator.Builder configure(TikTokShopSimulator.Builder builder) {
    return builder.quota("getWarehouses", 2).quota(5);
  }

  @Test
  void signedCall_correct_isAnswered() {
    Answer answer = caller.get(SHOPS);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).isZero();
    assertThat(answer.text("message")).isEqualTo("Success");
    assertThat(answer.text("request_id")).matches("20260901120000[0-9A-F]{19}");
    assertThat(answer.text("data.shops.0.id")).isEqualTo(simulator.shopId());
    assertThat(answer.text("data.shops.0.cipher")).isEqualTo(simulator.shopCipher());
  }

  @Test
  void signature_wrongOrUpperCase_isRefused() {
    Map<String, String> query = signed(SHOPS, Map.of());
    String good = String.valueOf(query.get("sign"));

    query.put("sign", good.toUpperCase(java.util.Locale.ROOT));
    assertRefused(send(SHOPS, query), 401, 106001, "Invalid credentials. sign");
    query.put("sign", good.replace(good.charAt(0), good.charAt(0) == 'a' ? 'b' : 'a'));
    assertRefused(send(SHOPS, query), 401, 106001, "Invalid credentials. sign");
    query.remove("sign");
    assertRefused(send(SHOPS, query), 400, 36009004, "Missing credentials");
  }

  @Test
  void signature_ofOtherBody_isRefused() {
    Map<String, String> query =
        signed(SEARCH, Map.of("page_size", "1", "shop_cipher", simulator.shopCipher()));

    Answer answer = caller.send("POST", SEARCH, query, "{\"a\":1}", request -> request);

    assertRefused(answer, 401, 106001, "Invalid credentials. sign");
  }

  @Test
  void app_unknown_isRefused() {
    Map<String, String> query = signed(SHOPS, Map.of());
    query.put("app_key", "other");

    assertRefused(send(SHOPS, query), 400, 36009004, "Invalid credentials. app_key");
  }

  @Test
  void timestamp_withinWindow_isAccepted() {
    assertThat(send(SHOPS, signedAt(-300)).code()).isZero();
    assertThat(send(SHOPS, signedAt(30)).code()).isZero();
  }

  @Test
  void timestamp_outsideWindowOrMalformed_isRefused() {
    assertRefused(send(SHOPS, signedAt(-301)), 400, 36009004, "Invalid timestamp. More than 5");
    assertRefused(send(SHOPS, signedAt(31)), 400, 36009004, "Invalid timestamp. More than 30");
    assertRefused(
        send(SHOPS, signed(SHOPS, Map.of("timestamp", "1788264000000"))),
        400,
        36009004,
        "Invalid timestamp");
  }

  @Test
  void token_malformedOrMissing_isRefused() {
    Answer answer =
        caller.send(
            "GET",
            SHOPS,
            signed(SHOPS, Map.of()),
            "",
            request -> request.setHeader("x-tts-access-token", "nobody knows this"));

    assertRefused(answer, 400, 36009004, "Invalid credentials. x-tts-access-token");
  }

  @Test
  void token_expired_isRefused() {
    simulator.expireAccessToken();
    assertRefused(caller.get(SHOPS), 401, 105002, "Expired credentials");
  }

  @Test
  void token_afterSevenDays_isRefused() {
    pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(caller.get(SHOPS).code()).isZero();
    pass(Duration.ofSeconds(1));
    assertRefused(caller.get(SHOPS), 401, 105002, "Expired credentials");
  }

  @Test
  void cipher_missingForeignOrUnexpected_isRefused() {
    String path = "/logistics/202309/warehouses";
    assertRefused(send(path, signed(path, Map.of())), 400, 106013, "Missing identifier");
    assertRefused(
        send(path, signed(path, Map.of("shop_cipher", "TTP_other"))), 401, 101000, "Invalid query");
    assertRefused(
        send(SHOPS, signed(SHOPS, Map.of("shop_cipher", simulator.shopCipher()))),
        400,
        36009004,
        "Unexpected identifier");
  }

  @Test
  void contentType_missingOnGet_isRefused() {
    Answer answer =
        caller.send(
            "GET",
            SHOPS,
            signed(SHOPS, Map.of()),
            "",
            request -> request.setHeader("content-type", "text/plain"));

    assertRefused(answer, 400, 36009022, "Invalid header");
  }

  @Test
  void path_unknownOrOtherMethod_isRefused() {
    assertRefused(caller.get("/order/202309/nothing"), 404, 36009009, "Invalid path");
    assertRefused(caller.get(SEARCH), 405, 36009010, "Invalid method");
    assertThat(simulator.exchanges("unknown")).hasSize(2);
  }

  @Test
  void body_notJsonOrOfWrongType_isRefused() {
    assertRefused(caller.post(SEARCH, "[1]", "page_size", "1"), 400, 36009022, "Invalid body");
    assertRefused(caller.post(SEARCH, "{\"a\"", "page_size", "1"), 400, 36009022, "Invalid body");
    assertRefused(
        caller.post(SEARCH, "{\"create_time_ge\":\"1\"}", "page_size", "1"),
        400,
        36009004,
        "param body.create_time_ge type invalid");
    assertRefused(
        caller.post(SEARCH, "{\"create_time_ge\":1.5}", "page_size", "1"),
        400,
        36009004,
        "param body.create_time_ge type invalid");
  }

  @Test
  void quota_usedUp_isRefusedUntilTimePasses() {
    String path = "/logistics/202309/warehouses";
    assertThat(caller.get(path).code()).isZero();
    assertThat(caller.get(path).code()).isZero();
    Answer third = caller.get(path);
    assertRefused(third, 429, 36009002, "Too many requests");
    assertThat(third.header("Retry-After")).isEqualTo("1");
    assertThat(caller.get(SHOPS).code()).as("other operations have their own").isZero();

    pass(Duration.ofMillis(500));
    assertThat(caller.get(path).code()).isZero();
    assertThat(caller.get(path).code()).isEqualTo(36009002);
  }

  @Test
  void faults_planned_comeInTikToksWords() {
    simulator
        .faults()
        .next(
            "getAuthorizedShops",
            Fault.throttled(),
            Fault.errorBefore(500),
            Fault.errorBefore(503));

    assertRefused(caller.get(SHOPS), 429, 36009002, "Too many requests");
    assertRefused(caller.get(SHOPS), 500, 36009003, "Internal error");
    Answer unavailable = caller.get(SHOPS);
    assertThat(unavailable.status()).isEqualTo(503);
    assertThat(unavailable.body()).startsWith("<html>");
    assertThat(simulator.exchanges()).hasSize(3);
    simulator.forgetExchanges();
    assertThat(simulator.exchanges()).isEmpty();
  }

  private Map<String, String> signedAt(long secondsFromNow) {
    long timestamp = clock.instant().getEpochSecond() + secondsFromNow;
    return signed(SHOPS, Map.of("timestamp", Long.toString(timestamp)));
  }

  private Map<String, String> signed(String path, Map<String, String> query) {
    TreeMap<String, String> full = new TreeMap<>(query);
    full.put("app_key", simulator.appKey());
    full.putIfAbsent("timestamp", Long.toString(clock.instant().getEpochSecond()));
    full.put("sign", caller.sign(path, full, ""));
    return full;
  }

  private Answer send(String path, Map<String, String> query) {
    return caller.send("GET", path, query, "", request -> request);
  }

  private static void assertRefused(Answer answer, int status, int code, String message) {
    assertThat(answer.body()).contains("\"message\":\"" + message);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("data")).isNull();
  }
}
