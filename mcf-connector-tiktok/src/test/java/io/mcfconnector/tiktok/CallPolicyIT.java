// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.product.ProductFilter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often calls reach the wire, what answers nobody should send do, and the shop cipher. */
class CallPolicyIT {

  private static final String WAREHOUSES = TestFiles.fixture("warehouses.json");

  private final ShopServer server = new ShopServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void read_failuresThatMayPass_isRepeated() {
    server
        .answers(503, "<html>busy</html>")
        .answers(ShopServer.failure(36009003))
        .answers(200, "")
        .answers(WAREHOUSES);

    assertThat(server.client().logistics().getWarehouses()).hasSize(1);
    assertThat(server.requests()).isEqualTo(4);
  }

  @Test
  void read_retryAfter_isKept() {
    server
        .answers(
            new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "7")
                .body(ShopServer.failure(36009002))
                .build())
        .answers(WAREHOUSES);

    server.client().logistics().getWarehouses();

    Duration waited = server.clock().pauses().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(15));
  }

  @Test
  void read_hourlyQuotaUsedUp_isNotRepeated() {
    server.answers(429, ShopServer.failure(36009037)).answers(WAREHOUSES);

    assertThat(warehousesFail().retryAfter()).hasValue(Duration.ofHours(1));
    assertThat(server.requests()).isOne();
  }

  @Test
  void read_postThatOnlyReads_isRepeatedToo() {
    server.answers(500, "").answers(TestFiles.fixture("order-search.json"));

    server
        .client()
        .orders()
        .searchOrders(new OrderFilter(null, null, null, 1L, 2L, null, null, null, null), 50, null);

    assertThat(server.requests()).isEqualTo(2);
  }

  static Stream<Arguments> writes() {
    Consumer<TikTokShopClient> ship =
        client ->
            client
                .fulfillment()
                .markPackageAsShipped(
                    "577900000000700100",
                    new MarkPackageAsShippedRequest("TBA1", "7248", List.of("1")));
    Consumer<TikTokShopClient> correct =
        client ->
            client.fulfillment().updateOrderShippingInfo("5779", new ShippingInfo("TBA1", "7248"));
    return Stream.of(ship, correct)
        .flatMap(
            write ->
                Stream.of(
                        new MockResponse.Builder().code(503).setHeader("Retry-After", "0"),
                        new MockResponse.Builder().code(500),
                        new MockResponse.Builder().code(408),
                        new MockResponse.Builder().code(307).setHeader("Location", "/elsewhere"),
                        new MockResponse.Builder().body(ShopServer.failure(36009007)),
                        new MockResponse.Builder().body("{\"code\":0,\"da"),
                        new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket(true, true, true)))
                    .map(MockResponse.Builder::build)
                    .map(answer -> Arguments.of(write, answer)));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void write_uncertainFailure_reachesTheWireOnce(
      Consumer<TikTokShopClient> write, MockResponse answer) {
    server.answers(answer).answers(TestFiles.fixture("shipped.json"));

    assertThatThrownBy(() -> write.accept(server.client())).isInstanceOf(ApiException.class);

    assertThat(server.requests()).isOne();
  }

  static Stream<Arguments> hostileAnswers() {
    String deep = "{\"code\":0,\"data\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    String deepOther = "{\"x\":" + "{\"x\":".repeat(5000) + "1" + "}".repeat(5000) + ",\"code\":0}";
    return Stream.of(
        Arguments.of("<html>Ann Buyer</html>", FailureKind.UNREADABLE, "$.code"),
        Arguments.of("[]", FailureKind.UNREADABLE, "$.code"),
        Arguments.of("{}", FailureKind.UNREADABLE, "$.code"),
        Arguments.of("{\"code\":true,\"data\":{}}", FailureKind.UNREADABLE, "$.code"),
        Arguments.of("{\"code\":\"zero\",\"data\":{}}", FailureKind.UNREADABLE, "$.code"),
        Arguments.of("{\"code\":1e400,\"data\":{}}", FailureKind.UNREADABLE, "$.code"),
        Arguments.of("{\"code\":0}", FailureKind.UNREADABLE, "$.data"),
        Arguments.of("{\"code\":0,\"data\":null}", FailureKind.UNREADABLE, "$.data"),
        Arguments.of("{\"code\":0,\"data\":7}", FailureKind.UNREADABLE, "$.data"),
        Arguments.of("{\"code\":0,\"data\":{\"warehouses\":{}}}", FailureKind.UNREADABLE, "$.data"),
        Arguments.of(
            "{\"code\":0,\"data\":{\"warehouses\":[null]}}",
            FailureKind.UNREADABLE,
            "$.data.warehouses"),
        Arguments.of(
            "{\"code\":0,\"data\":{\"warehouses\":[{\"is_default\":\"Ann\"}]}}",
            FailureKind.UNREADABLE,
            "$.data.warehouses[0].is_default"),
        Arguments.of(deep, FailureKind.UNREADABLE, "$.data"),
        Arguments.of(deepOther, FailureKind.UNREADABLE, "$.code"));
  }

  @ParameterizedTest
  @MethodSource("hostileAnswers")
  void read_answerThatIsNotTikToks_isUnreadableAtItsPath(
      String answer, FailureKind kind, String path) {
    server.answers(answer);

    ApiException problem = warehousesFail();

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.jsonPath().orElse("")).startsWith(path);
    assertThat(problem).hasMessageNotContaining("Ann");
    assertThat(server.requests()).isOne();
  }

  @Test
  void read_hugeAnswer_isRefusedUnread() {
    server.answers("{\"code\":0,\"data\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}");

    assertThat(warehousesFail()).hasMessageContaining("larger than");
  }

  @Test
  void read_cutAnswer_isTriedAgainAndThenNoAnswer() {
    for (int i = 0; i < 4; i++) {
      server.answers("{\"code\":0,\"request_id\":\"R-1\",\"data\":{\"warehouses\":[");
    }

    assertThat(warehousesFail().kind()).isEqualTo(FailureKind.NO_ANSWER);
    assertThat(server.requests()).isEqualTo(4);
  }

  @Test
  void read_requestIdThatIsNone_isDropped() {
    server.answers("{\"code\":21011044,\"request_id\":\"a\\nforged log line\"}");

    assertThat(warehousesFail().requestId()).isEmpty();
  }

  @Test
  void call_withoutCipher_looksItUpOnce() {
    server
        .answers(TestFiles.fixture("authorized-shops.json"))
        .answers(WAREHOUSES)
        .answers(WAREHOUSES);
    TikTokShopClient client = withoutCipher();

    client.logistics().getWarehouses();
    client.logistics().getWarehouses();

    assertThat(ShopServer.urlOf(server.take()).queryParameter("shop_cipher")).isNull();
    for (int i = 0; i < 2; i++) {
      assertThat(ShopServer.urlOf(server.take()).queryParameter("shop_cipher"))
          .isEqualTo(ShopServer.CIPHER);
    }
  }

  @Test
  void call_shopThatTheTokenDoesNotOpen_isALostAuthorization() {
    server.answers("{\"code\":0,\"data\":{}}");

    assertThatThrownBy(() -> withoutCipher().logistics().getWarehouses())
        .hasMessageContaining("not shop " + ShopServer.SHOP);
  }

  @Test
  void search_withoutParameters_sendsNoBody() {
    server.answers(TestFiles.fixture("product-search-page2.json"));

    server.client().products().searchProducts(ProductFilter.all(), 10, null);

    assertThat(ShopServer.body(server.take())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "5779?x=1", "5779 ", "ü"})
  void call_idThatIsNone_isRefusedBeforeItIsSent(String id) {
    assertThatThrownBy(
            () ->
                server
                    .client()
                    .fulfillment()
                    .updatePackageShippingInfo(id, new ShippingInfo("TBA1", "7248")))
        .isInstanceOf(ApiException.class)
        .hasMessageEndingWith("; nothing was sent");
    assertThat(server.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void search_pageSizeOutsideOfTheLimits_isRefused(int pageSize) {
    assertThatThrownBy(
            () -> server.client().orders().searchOrders(OrderFilter.all(), pageSize, null))
        .isInstanceOf(ApiException.class)
        .hasMessageEndingWith("; nothing was sent");
  }

  private TikTokShopClient withoutCipher() {
    return TikTokShopClient.builder()
        .env(
            java.util.Map.of(
                "TIKTOK_APP_KEY",
                "test-key",
                "TIKTOK_APP_SECRET",
                ShopServer.SECRET,
                "TIKTOK_ACCESS_TOKEN",
                "TTP_access-one",
                "TIKTOK_REFRESH_TOKEN",
                "TTP_refresh-one",
                "TIKTOK_SHOP_ID",
                ShopServer.SHOP.value(),
                "TIKTOK_API_BASE_URL",
                server.url().toString(),
                "TIKTOK_AUTH_BASE_URL",
                server.url().toString()))
        .clock(server.clock())
        .pause(server.clock())
        .build();
  }

  private ApiException warehousesFail() {
    return Objects.requireNonNull(
        catchThrowableOfType(
            ApiException.class, () -> server.client().logistics().getWarehouses()));
  }
}
