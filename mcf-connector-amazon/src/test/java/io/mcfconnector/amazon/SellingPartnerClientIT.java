// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.FakeAmazon.error;
import static io.mcfconnector.amazon.FakeAmazon.json;
import static io.mcfconnector.amazon.Samples.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.amazon.auth.AwsCredentials;
import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.store.InMemoryTokenStore;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every call has in common: headers, tokens, repeats, and answers nobody wishes for. */
final class SellingPartnerClientIT {

  private static final String ID = "TTS-576460752303423488";
  private static final String EXPIRED =
      error(
          "Unauthorized",
          "Access to requested resource is denied.",
          "The access token you provided has expired.");

  private final FakeAmazon amazon = new FakeAmazon();
  private final SellingPartnerClient client =
      amazon.clientBuilder().application("Shop (eu)", "1/2").build();

  @AfterEach
  void close() {
    client.close();
    amazon.close();
  }

  @Test
  void call_anyOperation_carriesTheHeadersAmazonWants() {
    amazon.answers(200, fixture("v20200701/order-planning.json"));

    get();

    RecordedRequest request = amazon.calls().get(0);
    assertThat(request.getHeaders().get("x-amz-access-token")).isEqualTo("Atza|1");
    assertThat(request.getHeaders().get("x-amz-date")).isEqualTo("20260903T020000Z");
    assertThat(request.getHeaders().get("accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("authorization")).isNull();
    assertThat(request.getHeaders().get("user-agent"))
        .startsWith("Shop \\(eu\\)/1\\/2 (Language=Java/")
        .endsWith(")");
  }

  @Test
  void login_firstCall_sendsTheForm() {
    amazon.answers(200, fixture("v20200701/order-planning.json"));

    get();

    RecordedRequest login = amazon.loginCalls().get(0);
    assertThat(login.getHeaders().get("content-type"))
        .isEqualToIgnoringCase("application/x-www-form-urlencoded;charset=utf-8");
    assertThat(FakeAmazon.body(login))
        .isEqualTo(
            "grant_type=refresh_token&refresh_token=Atzr%7Ccanary&client_id=client-1"
                + "&client_secret=secret%2Bcanary");
    assertThat(login.getHeaders().get("user-agent")).startsWith("Shop");
  }

  @Test
  void login_tokenAges_isRenewedAMinuteBeforeItsEnd() {
    for (int i = 0; i < 3; i++) {
      amazon.answers(200, fixture("v20200701/order-planning.json"));
    }

    get();
    amazon.time.advance(Duration.ofSeconds(3_539));
    get();
    amazon.time.advance(Duration.ofSeconds(2));
    get();

    assertThat(amazon.calls())
        .extracting(call -> call.getHeaders().get("x-amz-access-token"))
        .containsExactly("Atza|1", "Atza|1", "Atza|2");
  }

  @Test
  void login_manyThreads_logInOnce() throws Exception {
    int threads = 24;
    for (int i = 0; i < threads; i++) {
      amazon.answers(200, fixture("v20200701/order-planning.json"));
    }
    CountDownLatch ready = new CountDownLatch(threads);
    Callable<Object> call =
        () -> {
          ready.countDown();
          ready.await();
          return get();
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Object>> results =
          pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> call).toList());
      for (Future<Object> result : results) {
        assertThat(result.get()).isNotNull();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(amazon.loginCalls()).hasSize(1);
    assertThat(amazon.calls()).hasSize(threads);
  }

  @ParameterizedTest
  @MethodSource("tokenRefusals")
  void call_tokenRefused_isRenewedAndRepeatedOnce(int status, String body) {
    amazon.answers(status, body).answers(200, "{}");

    create();

    assertThat(amazon.calls())
        .extracting(call -> call.getHeaders().get("x-amz-access-token"))
        .containsExactly("Atza|1", "Atza|2");
    assertThat(FakeAmazon.body(amazon.calls().get(1)))
        .isEqualTo(FakeAmazon.body(amazon.calls().get(0)));
  }

  static Stream<Arguments> tokenRefusals() {
    return Stream.of(
        Arguments.of(403, EXPIRED),
        Arguments.of(401, EXPIRED),
        Arguments.of(
            403,
            error(
                "Unauthorized",
                "Access to requested resource is denied.",
                "The access token you provided is revoked, malformed or invalid.")),
        Arguments.of(
            403,
            error("Unauthorized", "The security token included in the request is expired", "")));
  }

  @Test
  void call_tokenRefusedAgain_givesUp() {
    for (int i = 0; i < 5; i++) {
      amazon.answers(403, EXPIRED);
    }

    ApiException problem = catchThrowableOfType(ApiException.class, this::get);

    assertThat(problem.kind()).isEqualTo(FailureKind.TOKEN_EXPIRED);
    assertThat(amazon.calls()).hasSize(2);
    assertThat(amazon.loginCalls()).hasSize(2);
  }

  @Test
  void call_rightIsMissing_neitherRepeatsNorLogsInAgain() {
    amazon.answers(403, error("Unauthorized", "Access to requested resource is denied.", ""));

    ApiException problem = catchThrowableOfType(ApiException.class, this::get);

    assertThat(problem.kind()).isEqualTo(FailureKind.AUTHORIZATION_LOST);
    assertThat(problem.reviewCode()).contains(ReviewCode.AUTHORIZATION_LOST);
    assertThat(amazon.calls()).hasSize(1);
    assertThat(amazon.loginCalls()).hasSize(1);
  }

  @Test
  void login_anotherRefreshTokenWasConfigured_oldAccessTokenIsNotUsed() {
    InMemoryTokenStore store = new InMemoryTokenStore();
    amazon.answers(200, fixture("v20200701/order-planning.json"));
    amazon.answers(200, fixture("v20200701/order-planning.json"));
    try (SellingPartnerClient before = amazon.clientBuilder().tokenStore(store).build()) {
      before.outbound20200701().getFulfillmentOrder(ID);
    }

    try (SellingPartnerClient another =
        amazon
            .clientBuilder()
            .credentials(new LwaCredentials("client", "secret", new RefreshToken("Atzr|another")))
            .tokenStore(store)
            .build()) {
      another.outbound20200701().getFulfillmentOrder(ID);
    }

    assertThat(amazon.loginCalls()).hasSize(2);
    assertThat(FakeAmazon.body(amazon.loginCalls().get(1))).contains("Atzr%7Canother");
  }

  @Test
  void login_startedAgain_usesTheStoredAccessToken() {
    InMemoryTokenStore store = new InMemoryTokenStore();
    for (int start = 0; start < 2; start++) {
      amazon.answers(200, fixture("v20200701/order-planning.json"));
      try (SellingPartnerClient started = amazon.clientBuilder().tokenStore(store).build()) {
        started.outbound20200701().getFulfillmentOrder(ID);
      }
    }

    assertThat(amazon.loginCalls()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("loginRefusals")
  void login_refused_isClassed(int status, String body, FailureKind kind) {
    amazon.answersLogin(status, body);

    ApiException problem = catchThrowableOfType(ApiException.class, this::create);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.operation()).isEqualTo("requestAccessToken");
    assertThat(problem.reviewCode().isPresent()).isEqualTo(kind == FailureKind.AUTHORIZATION_LOST);
    assertThat(amazon.loginCalls()).hasSize(1);
    assertThat(amazon.calls()).isEmpty();
    assertThat(allText(problem)).doesNotContain("canary");
  }

  static Stream<Arguments> loginRefusals() {
    return Stream.of(
        Arguments.of(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"refresh_token canary\"}",
            FailureKind.AUTHORIZATION_LOST),
        Arguments.of(
            401,
            "{\"error_description\":\"Client authentication failed\",\"error\":\"invalid_client\"}",
            FailureKind.AUTHORIZATION_LOST),
        Arguments.of(400, "{\"error\":\"unauthorized_client\"}", FailureKind.AUTHORIZATION_LOST),
        Arguments.of(400, "{\"error\":\"access_denied\"}", FailureKind.AUTHORIZATION_LOST),
        Arguments.of(400, "{\"error\":\"invalid_request\"}", FailureKind.CALLER_FAULT),
        Arguments.of(400, "{\"error\":\"invalid_scope\"}", FailureKind.CALLER_FAULT),
        Arguments.of(400, "{\"error\":\"unsupported_grant_type\"}", FailureKind.CALLER_FAULT),
        Arguments.of(418, "{\"error\":\"canary\"}", FailureKind.CALLER_FAULT));
  }

  @ParameterizedTest
  @MethodSource("passingLoginFailures")
  void login_failsForAMoment_evenAWriteGoesOn(int status, String body) {
    amazon.answersLogin(status, body).answers(200, "{}");

    create();

    assertThat(amazon.loginCalls()).hasSize(2);
    assertThat(amazon.calls()).hasSize(1);
    assertThat(amazon.time.pauses()).isNotEmpty();
  }

  static Stream<Arguments> passingLoginFailures() {
    return Stream.of(
        Arguments.of(500, "Internal Server Error"),
        Arguments.of(503, "{\"error\":\"temporarily_unavailable\"}"),
        Arguments.of(500, "{\"error\":\"server_error\"}"),
        Arguments.of(429, ""),
        Arguments.of(400, "<h1>400 Bad Request</h1>"),
        Arguments.of(200, "{}"),
        Arguments.of(200, "{\"access_token\":\"\\u00e9 canary\",\"expires_in\":3600}"),
        Arguments.of(200, "{\"access_token\":\"Atza|x\"}"));
  }

  @ParameterizedTest
  @MethodSource("answersOkHttpRepeats")
  void write_answerThatHttpClientsRepeat_isSentOnce(MockResponse answer, FailureKind kind) {
    amazon.answers(answer).answers(200, "{}");

    ApiException problem = catchThrowableOfType(ApiException.class, this::create);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(amazon.calls()).hasSize(1);
  }

  static Stream<Arguments> answersOkHttpRepeats() {
    String busy = error("ServiceUnavailable", "busy", "");
    return Stream.of(
        Arguments.of(
            json(503, busy).addHeader("Retry-After", "0").build(), FailureKind.UNAVAILABLE),
        Arguments.of(json(408, "").build(), FailureKind.UNAVAILABLE),
        Arguments.of(
            json(307, "").addHeader("Location", "/elsewhere").build(), FailureKind.CALLER_FAULT),
        Arguments.of(json(429, busy).build(), FailureKind.THROTTLED),
        Arguments.of(json(500, busy).build(), FailureKind.UNAVAILABLE),
        Arguments.of(json(504, "<html>gateway</html>").build(), FailureKind.UNAVAILABLE),
        Arguments.of(
            json(200, "{}").onResponseStart(new SocketEffect.CloseSocket()).build(),
            FailureKind.NO_ANSWER),
        Arguments.of(
            json(200, "{\"a\":" + " ".repeat(10_000) + "1}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build(),
            FailureKind.NO_ANSWER));
  }

  @Test
  void write_unclearAnswer_saysThatItIsUncertain() {
    amazon
        .answers(json(200, "<html>welcome to the hotel</html>").build())
        .answers(json(200, "{\"errors\":[{\"code\":\"Odd\"}]}").build())
        .answers(json(200, "").build());

    for (int i = 0; i < 3; i++) {
      ApiException problem = catchThrowableOfType(ApiException.class, this::create);
      assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
      assertThat(problem.isUncertain()).isTrue();
    }
    assertThat(amazon.calls()).hasSize(3);
  }

  @Test
  void write_noConnection_isRepeatedAndCertain() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (SellingPartnerClient lost =
        amazon.clientBuilder().apiBaseUrl(URI.create("http://127.0.0.1:" + free)).build()) {
      ApiException problem =
          catchThrowableOfType(
              ApiException.class, () -> AmazonFulfillmentNetwork.of(lost).create(Samples.order()));

      assertThat(problem.kind()).isEqualTo(FailureKind.NOT_SENT);
      assertThat(problem.isUncertain()).isFalse();
      assertThat(amazon.time.pauses()).hasSize(3);
    }
  }

  @Test
  void read_failsForAMoment_isRepeated() {
    amazon
        .answers(json(503, "").addHeader("Retry-After", "7").build())
        .answers(429, error("QuotaExceeded", "You exceeded your quota.", ""))
        .answers(200, fixture("v20200701/order-planning.json"));

    get();

    assertThat(amazon.calls()).hasSize(3);
    assertThat(amazon.time.pauses()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @MethodSource("hostileAnswers")
  void read_hostileAnswer_failsWithPlaceAndRequestIdButNoContent(String body, String jsonPath) {
    amazon.answers(200, body);

    ApiException problem = catchThrowableOfType(ApiException.class, this::get);

    assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
    assertThat(problem.operation()).isEqualTo("getFulfillmentOrder");
    assertThat(problem.requestId()).contains("req-1");
    assertThat(problem.jsonPath()).contains(jsonPath);
    assertThat(allText(problem)).doesNotContain("canary");
    assertThat(amazon.calls()).hasSize(1);
  }

  static Stream<Arguments> hostileAnswers() {
    String good = fixture("v20200701/order-planning.json");
    String order = "$.payload.fulfillmentOrder";
    String shipment = "$.payload.fulfillmentShipments[0]";
    return Stream.of(
        Arguments.of("<html>canary</html>", "$"),
        Arguments.of("{\"payload\":{\"fulfillmentOrder\":{\"canary", order + "."),
        Arguments.of("\"canary\"", "$"),
        Arguments.of("null", "$"),
        Arguments.of("{}", "$.payload"),
        Arguments.of("{\"payload\":{}}", order),
        Arguments.of("{\"payload\":" + "[".repeat(100_000), "$.payload"),
        Arguments.of(good.replace("\"Planning\"", "\" \""), order + ".fulfillmentOrderStatus"),
        Arguments.of(good.replace("\"Planning\"", "null"), order + ".fulfillmentOrderStatus"),
        Arguments.of(
            good.replace("\"quantity\": 2,", "\"quantity\": \"canary\","),
            "$.payload.fulfillmentOrderItems[0].quantity"),
        Arguments.of(
            good.replace("\"quantity\": 2,", "\"quantity\": 99999999999,"),
            "$.payload.fulfillmentOrderItems[0].quantity"),
        Arguments.of(
            good.replace("\"quantity\": 2,", "\"quantity\": -2,"),
            "$.payload.fulfillmentOrderItems[0].quantity"),
        Arguments.of(
            good.replaceFirst(
                "(?s)\"fulfillmentShipmentPackage\": \\[.*?]",
                "\"fulfillmentShipmentPackage\": [null]"),
            shipment + ".fulfillmentShipmentPackage[0]"),
        Arguments.of(
            good.replace("AFTN1000200030004", "canary".repeat(20)),
            shipment + ".fulfillmentShipmentPackage[0].amazonFulfillmentTrackingNumber"));
  }

  @Test
  void read_unknownFieldsAndDeepNesting_areNormal() {
    String deep = "[".repeat(200) + "]".repeat(200);
    amazon.answers(
        200,
        fixture("v20200701/order-planning.json")
            .replaceFirst("\\{", "{\"brandNew\":" + deep + ","));

    assertThat(get()).isNotNull();
  }

  @Test
  void read_absurdlyLargeAnswer_isNotTakenIn() {
    amazon.answers(200, " ".repeat(16 * 1024 * 1024 + 1) + "{}");

    ApiException problem = catchThrowableOfType(ApiException.class, this::get);

    assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
    assertThat(problem).hasMessageContaining("larger than");
  }

  @Test
  void call_manyAtOnce_keepsAmazonsRate() {
    int calls = 40;
    for (int i = 0; i < calls; i++) {
      amazon.answers(200, fixture("v20200701/order-planning.json"));
    }

    for (int i = 0; i < calls; i++) {
      get();
    }

    // 29 at once (one below Amazon's 30), then two a second.
    assertThat(waited()).isBetween(Duration.ofMillis(5_400), Duration.ofMillis(5_600));
  }

  @Test
  void call_amazonGrantsAnotherRate_isLearned() {
    for (int i = 0; i < 40; i++) {
      amazon.answers(
          json(200, fixture("v20200701/order-planning.json"))
              .addHeader("x-amzn-RateLimit-Limit", "10.0")
              .build());
    }

    for (int i = 0; i < 40; i++) {
      get();
    }

    assertThat(waited()).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(1_200));
  }

  @Test
  void call_sandboxTellsItsOwnRate_isNotLearned() {
    for (int i = 0; i < 40; i++) {
      amazon.answers(
          json(200, fixture("v20200701/order-planning.json"))
              .addHeader("x-amzn-RateLimit-Limit", "5.0")
              .build());
    }
    HttpUrl fake = HttpUrl.get(amazon.url("/").toString());
    OkHttpClient rerouted =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  HttpUrl url = chain.request().url();
                  HttpUrl local =
                      url.newBuilder().scheme("http").host(fake.host()).port(fake.port()).build();
                  return chain.proceed(chain.request().newBuilder().url(local).build());
                })
            .build();
    try (SellingPartnerClient sandbox =
        amazon
            .clientBuilder()
            .httpClient(rerouted)
            .apiBaseUrl(Region.NORTH_AMERICA.sandboxEndpoint())
            .build()) {
      for (int i = 0; i < 40; i++) {
        sandbox.outbound20200701().getFulfillmentOrder(ID);
      }
    }

    assertThat(waited()).isBetween(Duration.ofMillis(5_400), Duration.ofMillis(5_600));
  }

  @Test
  void call_unsafeRates_areNotLearned() {
    List<String> rates = List.of("0", "-1", "1e9", "NaN", "0.0", "99999999999", "fast");
    for (int i = 0; i < 40; i++) {
      amazon.answers(
          json(200, fixture("v20200701/order-planning.json"))
              .addHeader("x-amzn-RateLimit-Limit", rates.get(i % rates.size()))
              .build());
    }

    for (int i = 0; i < 40; i++) {
      get();
    }

    assertThat(waited()).isBetween(Duration.ofMillis(5_400), Duration.ofMillis(5_600));
  }

  @Test
  void call_withAwsCredentials_isSigned() {
    amazon.answers(200, "{}");
    try (SellingPartnerClient signing =
        amazon
            .clientBuilder()
            .awsCredentials(new AwsCredentials("AKIDEXAMPLE", "secret-canary"))
            .build()) {
      create(signing.outbound20200701());
    }

    RecordedRequest request = amazon.calls().get(0);
    assertThat(SigV4.authorization(request, "AKIDEXAMPLE", "secret-canary", "us-east-1"))
        .isEqualTo(request.getHeaders().get("Authorization"));
    assertThat(request.getHeaders().get("X-Amz-Date")).isEqualTo("20260903T020000Z");
    assertThat(request.getHeaders().get("x-amz-access-token")).isEqualTo("Atza|1");
  }

  @Test
  void call_signedQuery_hasTheRightSignature() {
    amazon.answers(200, "{\"payload\":{\"inventorySummaries\":[]}}");
    try (SellingPartnerClient signing =
        amazon
            .clientBuilder()
            .awsCredentials(new AwsCredentials("AKIDEXAMPLE", "secret-canary"))
            .build()) {
      signing.inventory().getInventorySummaries("ATVPDKIKX0DER", List.of("A&B +é", "C/D=~*'"));
    }

    RecordedRequest request = amazon.calls().get(0);
    assertThat(SigV4.authorization(request, "AKIDEXAMPLE", "secret-canary", "us-east-1"))
        .isEqualTo(request.getHeaders().get("Authorization"));
  }

  @Test
  void close_hostsHttpClient_staysOpen() {
    OkHttpClient http = new OkHttpClient();
    SellingPartnerClient shared = amazon.clientBuilder().httpClient(http).build();

    shared.close();

    assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
    http.dispatcher().executorService().shutdown();
  }

  @Test
  void toString_anyObject_hidesSecrets() {
    LwaCredentials credentials =
        new LwaCredentials("client-1", "canary", new RefreshToken("canary"));

    assertThat(
            Stream.of(
                    client,
                    credentials,
                    new AwsCredentials("canary", "canary"),
                    AmazonFulfillmentNetwork.of(client))
                .map(Object::toString)
                .collect(Collectors.joining()))
        .doesNotContain("canary");
  }

  @Test
  void previews_bothVersions_areRead() {
    amazon
        .answers(200, fixture("v20200701/preview.json"))
        .answers(200, fixture("v20260704/preview.json"));

    assertThat(
            client
                .outbound20200701()
                .getFulfillmentPreview(Requests.preview20200701())
                .fulfillmentPreviews())
        .hasSize(2)
        .first()
        .satisfies(preview -> assertThat(preview.fulfillable()).isTrue());
    assertThat(client.outbound20260704().getOrderPreview(Requests.preview20260704()).constraints())
        .singleElement()
        .satisfies(
            constraint -> assertThat(constraint.code()).isEqualTo("ItemQuantityNotAvailable"));
  }

  private Object get() {
    return client.outbound20200701().getFulfillmentOrder(ID);
  }

  private void create() {
    create(client.outbound20200701());
  }

  private static void create(FulfillmentOutboundApi api) {
    api.createFulfillmentOrder(Requests.create20200701());
  }

  private Duration waited() {
    return amazon.time.pauses().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static String allText(Throwable problem) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      text.append(cause);
    }
    return text.toString();
  }
}
