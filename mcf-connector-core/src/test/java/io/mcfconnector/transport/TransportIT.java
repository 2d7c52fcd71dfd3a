// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.time.ManualClock;
import io.mcfconnector.time.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransportIT {

  private static final Quota PLENTY = new Quota(1000, 1000);
  private static final byte[] BODY = "{\"note\":\"body-canary\"}".getBytes(UTF_8);

  private final MockWebServer server = new MockWebServer();
  private final ManualClock clock = new ManualClock();
  private final TestProtocol protocol = new TestProtocol();
  private final List<Duration> pauses = new ArrayList<>();
  private final Transport transport = transport(new OkHttpClient());

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    transport.close();
    server.close();
  }

  @Test
  void call_read_signsSendsAndDecodes() throws InterruptedException {
    server.enqueue(ok("hello"));

    assertThat(transport.call(read())).isEqualTo("hello");

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget()).isEqualTo("/orders?secret=query-canary");
    assertThat(request.getHeaders().get("x-token")).isEqualTo("token-1");
    assertThat(request.getHeaders().get("x-shop")).isEqualTo("header-canary");
  }

  @Test
  void call_write_sendsBody() throws InterruptedException {
    server.enqueue(ok("done"));

    assertThat(transport.call(write("POST"))).isEqualTo("done");

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getBody()).isNotNull();
    assertThat(request.getBody().utf8()).isEqualTo(new String(BODY, UTF_8));
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void call_failedRead_goesThroughTheStepsInTheirOrder() {
    List<String> events = protocol.events;
    server.enqueue(status(503).setHeader("Retry-After", "7").build());
    server.enqueue(ok("hello"));
    Quota slow = new Quota(0.1, 1);
    ApiCall<String> call =
        ApiCall.get(
                "getOrder",
                url(),
                slow,
                answer -> {
                  events.add("decode");
                  return answer.text();
                })
            .build();

    try (Transport observed =
        Transport.builder(protocol)
            .httpClient(
                new OkHttpClient.Builder()
                    .addInterceptor(
                        chain -> {
                          events.add("send");
                          return chain.proceed(chain.request());
                        })
                    .build())
            .clock(clock)
            .pause(
                time -> {
                  events.add("pause " + time);
                  clock.advance(time);
                })
            .build()) {
      observed.call(call);
    }

    assertThat(events)
        .containsExactly(
            "sign",
            "send",
            "accept",
            "pause PT7S", // retry
            "pause PT3S", // limit: the rest of the ten seconds of one permit
            "sign",
            "send",
            "accept",
            "decode");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 408})
  void call_readThatFailsForAWhile_isRepeated(int status) {
    server.enqueue(status(status).build());
    server.enqueue(status(status).build());
    server.enqueue(ok("hello"));

    assertThat(transport.call(read())).isEqualTo("hello");

    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void call_readThatKeepsFailing_endsAfterThreeRepeats() {
    for (int i = 0; i < 10; i++) {
      server.enqueue(status(500).setHeader("x-request-id", "req-" + i).build());
    }

    ApiException failure = failureOf(read());

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.httpStatus()).isEqualTo(500);
    assertThat(failure.requestId()).contains("req-3");
    assertThat(failure).hasMessageContaining("getOrder failed");
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void call_repeats_backOffWithFullJitter() {
    List<List<Duration>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pauses.clear();
      for (int j = 0; j < 4; j++) {
        server.enqueue(status(500).build());
      }
      failureOf(read());
      all.add(List.copyOf(pauses));
    }

    for (int step = 0; step < 3; step++) {
      int index = step;
      Duration most = Duration.ofMillis(250L << step);
      List<Duration> waits = all.stream().map(list -> list.get(index)).toList();
      assertThat(waits).allMatch(wait -> wait.compareTo(most) <= 0);
      assertThat(waits).anyMatch(wait -> wait.compareTo(most.dividedBy(2)) < 0);
      assertThat(waits).anyMatch(wait -> wait.compareTo(most.dividedBy(2)) > 0);
    }
  }

  @Test
  void call_readRefusedForGood_isNotRepeated() {
    server.enqueue(status(404).build());

    assertThat(failureOf(read()).kind()).isEqualTo(FailureKind.NOT_FOUND);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void call_readWithoutAnswer_isRepeated() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.enqueue(ok("hello"));
    try (Transport hasty =
        Transport.builder(protocol)
            .clock(clock)
            .pause(clock)
            .callTimeout(Duration.ofMillis(300))
            .build()) {
      assertThat(hasty.call(read())).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, 2", "POST, 1"})
  void call_halfAnAnswer_isRepeatedForReadsOnly(String method, int requests) {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    server.enqueue(ok("hello"));

    if (method.equals("GET")) {
      assertThat(transport.call(read())).isEqualTo("hello");
    } else {
      assertThat(failureOf(write(method)).kind()).isEqualTo(FailureKind.NO_ANSWER);
    }

    assertThat(server.getRequestCount()).isEqualTo(requests);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, 500,",
    "POST, 503, 0",
    "POST, 503, 1",
    "POST, 503, 99999999999999",
    "POST, 429, 1",
    "POST, 408,",
    "POST, 307,",
    "POST, 308,",
    "POST, 302,",
    "PUT, 503, 0",
    "PUT, 408,",
    "DELETE, 503, 0",
    "DELETE, 408,"
  })
  void call_failedWrite_isSentExactlyOnce(String method, int status, @Nullable String retryAfter) {
    MockResponse.Builder failure = status(status).addHeader("Location", "/elsewhere");
    if (retryAfter != null) {
      failure.setHeader("Retry-After", retryAfter);
    }
    server.enqueue(failure.build());
    server.enqueue(ok("second"));

    ApiException problem = failureOf(write(method));

    assertThat(problem.httpStatus()).isEqualTo(status);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(protocol.signed).hasValue(1);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void call_connectionResetAfterWrite_isSentExactlyOnceAndUncertain(String method)
      throws InterruptedException {
    // A pooled connection is where OkHttp repeats most readily.
    server.enqueue(ok("first"));
    transport.call(read());
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(ok("second"));

    ApiException problem = failureOf(emptyWrite(method));

    assertThat(problem.kind()).isEqualTo(FailureKind.NO_ANSWER);
    assertThat(problem.isUncertain()).isTrue();
    assertThat(problem.httpStatus()).isZero();
    assertThat(server.getRequestCount()).isEqualTo(2);
    server.takeRequest();
    assertThat(server.takeRequest().getMethod()).isEqualTo(method);
  }

  @Test
  void call_writeWithoutAnswerInTime_isSentExactlyOnce() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.enqueue(ok("second"));
    try (Transport hasty =
        Transport.builder(protocol)
            .clock(clock)
            .pause(clock)
            .callTimeout(Duration.ofMillis(300))
            .build()) {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> hasty.call(write("POST")))
          .satisfies(problem -> assertThat(problem.isUncertain()).isTrue());
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void call_writeDeclaredRepeatable_isRepeated() {
    server.enqueue(status(500).build());
    server.enqueue(ok("done"));

    String done =
        transport.call(
            ApiCall.write("putStock", "PUT", url(), PLENTY, Answer::text)
                .json(BODY)
                .repeatable()
                .build());

    assertThat(done).isEqualTo("done");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void call_writeThatNeverLeft_isRepeatedUntilItDoes() throws IOException {
    int port = server.getPort();
    HttpUrl url = url();
    server.close();
    try (MockWebServer later = new MockWebServer();
        Transport patient =
            Transport.builder(protocol)
                .clock(clock)
                .pause(
                    time -> {
                      pauses.add(time);
                      if (pauses.size() == 2) {
                        startOn(later, port);
                      }
                    })
                .build()) {
      later.enqueue(ok("done"));

      assertThat(patient.call(writeTo("POST", url))).isEqualTo("done");

      assertThat(later.getRequestCount()).isEqualTo(1);
      assertThat(protocol.signed).hasValue(3);
    }
  }

  @Test
  void call_hostUnknown_isNotSentAndSaysSo() {
    OkHttpClient withoutNames =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    try (Transport lost = transport(withoutNames)) {
      HttpUrl nowhere = HttpUrl.get("https://api.invalid/orders?secret=query-canary");

      ApiException problem =
          catchThrowableOfType(ApiException.class, () -> lost.call(writeTo("POST", nowhere)));

      assertThat(problem.kind()).isEqualTo(FailureKind.NOT_SENT);
      assertThat(problem.isUncertain()).isFalse();
      assertThat(problem)
          .hasMessage(
              "createOrder failed (NOT_SENT): no connection to api.invalid (UnknownHostException)");
      assertThat(protocol.signed).hasValue(4);
    }
  }

  @Test
  void call_retryAfter_isWaitedForExactly() {
    server.enqueue(status(503).setHeader("Retry-After", "7").build());
    server.enqueue(status(503).setHeader("Retry-After", "60").build());
    server.enqueue(ok("hello"));

    transport.call(read());

    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(60));
  }

  @Test
  void call_retryAfterOfMoreThanAMinute_isLeftToTheCaller() {
    server.enqueue(status(503).setHeader("Retry-After", "61").build());

    ApiException problem = failureOf(read());

    assertThat(problem.retryAfter()).contains(Duration.ofSeconds(61));
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wed, 21 Oct 2026 07:28:00 GMT", "-5", "1e9", "99999999999999", "0", ""})
  void call_retryAfterThatIsNoNumberOfSeconds_backsOff(String retryAfter) {
    server.enqueue(status(503).setHeader("Retry-After", retryAfter).build());
    server.enqueue(ok("hello"));

    transport.call(read());

    assertThat(pauses)
        .singleElement()
        .satisfies(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMillis(250)));
  }

  @Test
  void call_throttled_emptiesTheBucketForOthersToo() {
    Quota quota = new Quota(2, 30);
    server.enqueue(status(429).setHeader("Retry-After", "5").build());
    server.enqueue(ok("hello"));

    transport.call(ApiCall.get("getOrder", url(), quota, Answer::text).build());

    assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofMillis(500));
  }

  @Test
  void call_throttledWrite_slowsTheNextOne() {
    Quota quota = new Quota(2, 30);
    server.enqueue(status(429).build());
    server.enqueue(ok("done"));
    ApiCall<String> call =
        ApiCall.write("createOrder", "POST", url(), quota, Answer::text).json(BODY).build();
    failureOf(call);
    assertThat(pauses).isEmpty();

    transport.call(call);

    assertThat(pauses).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void call_rateToldByThePlatform_isLearned() {
    Quota quota = new Quota(1, 2);
    server.enqueue(ok("1").newBuilder().setHeader("x-rate", "4.0").build());
    server.enqueue(ok("2"));
    ApiCall<String> call = ApiCall.get("getOrder", url(), quota, Answer::text).build();

    transport.call(call);
    transport.call(call);

    assertThat(pauses).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void call_refusedToken_isRenewedOnceEvenForAWrite() throws InterruptedException {
    server.enqueue(status(401).build());
    server.enqueue(ok("done"));

    assertThat(transport.call(write("POST"))).isEqualTo("done");

    assertThat(protocol.events)
        .containsExactly("sign", "accept", "renew token-1", "sign", "accept");
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("x-token")).isEqualTo("token-2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void call_tokenRefusedTwice_isNotRenewedAgain(boolean reading) {
    server.enqueue(status(401).build());
    server.enqueue(status(401).build());
    server.enqueue(ok("third"));

    ApiException problem = failureOf(reading ? read() : write("POST"));

    assertThat(problem.kind()).isEqualTo(FailureKind.TOKEN_EXPIRED);
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(protocol.events).containsOnlyOnce("renew token-1").doesNotContain("renew token-2");
  }

  @Test
  void call_lostAuthorizationWithAnother_isRepeatedOnce() {
    server.enqueue(status(403).build());
    server.enqueue(status(403).build());

    assertThat(failureOf(write("POST")).kind()).isEqualTo(FailureKind.AUTHORIZATION_LOST);

    assertThat(protocol.events)
        .containsExactly("sign", "accept", "change token-1", "sign", "accept");
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 1"})
  void call_callersFault_isRepeatedOnceIfItWouldBeSignedOtherwise(boolean otherwise, int requests) {
    protocol.renews = otherwise;
    server.enqueue(status(400).build());
    server.enqueue(status(400).build());

    assertThat(failureOf(write("POST")).kind()).isEqualTo(FailureKind.CALLER_FAULT);

    assertThat(protocol.events).containsOnlyOnce("ask token-1");
    assertThat(server.getRequestCount()).isEqualTo(requests);
  }

  @Test
  void call_lostAuthorizationWithoutAnother_failsAtOnce() {
    protocol.renews = false;
    server.enqueue(status(403).build());

    assertThat(failureOf(read()).kind()).isEqualTo(FailureKind.AUTHORIZATION_LOST);

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void call_tokenThatCannotBeRenewed_failsAtOnce() {
    protocol.renews = false;
    server.enqueue(status(401).build());

    assertThat(failureOf(read()).kind()).isEqualTo(FailureKind.TOKEN_EXPIRED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"16777216, true", "16777217, false"})
  void call_answerOverSixteenMebibytes_isRefused(int bytes, boolean fits) {
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(new byte[bytes])).build());
    ApiCall<Integer> call =
        ApiCall.get("getOrder", url(), PLENTY, answer -> answer.body().length).build();

    if (fits) {
      assertThat(transport.call(call)).isEqualTo(bytes);
    } else {
      ApiException problem = catchThrowableOfType(ApiException.class, () -> transport.call(call));
      assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
      assertThat(problem).hasMessageContaining("larger than 16777216 bytes");
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void call_decoderThatBreaks_isUnreadableWithoutTheAnswersText() {
    server.enqueue(ok("body-canary").newBuilder().setHeader("x-request-id", "req-1").build());
    Function<Answer, String> broken =
        answer -> {
          throw new IllegalArgumentException(answer.text());
        };

    ApiException problem =
        failureOf(ApiCall.write("createOrder", "POST", url(), PLENTY, broken).json(BODY).build());

    assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
    assertThat(problem.isUncertain()).isTrue();
    assertThat(problem.requestId()).contains("req-1");
    assertThat(problem).hasNoCause();
    assertThat(problem.getMessage()).contains("IllegalArgumentException").doesNotContain("canary");
  }

  @Test
  void call_errorInTheDecoder_reachesTheCallerAsItIs() {
    server.enqueue(ok("hello"));
    Function<Answer, String> broken =
        answer -> {
          throw new AssertionError("bug");
        };

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> transport.call(ApiCall.get("getOrder", url(), PLENTY, broken).build()))
        .withMessage("bug");
  }

  @Test
  void call_interruptedBetweenAttempts_endsAndKeepsTheFlag() {
    server.enqueue(status(500).build());
    try (Transport interrupted =
        Transport.builder(protocol)
            .clock(clock)
            .pause(
                time -> {
                  throw new InterruptedException();
                })
            .build()) {
      ApiException problem =
          catchThrowableOfType(ApiException.class, () -> interrupted.call(read()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(problem.kind()).isEqualTo(FailureKind.NOT_SENT);
      assertThat(problem).hasMessageContaining("interrupted before it was sent");
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void call_interruptedBeforehand_sendsNothing() {
    Thread.currentThread().interrupt();

    ApiException problem = failureOf(write("POST"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(problem.isUncertain()).isFalse();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void call_debugLine_namesCallStatusAndRequestButNothingPrivate() {
    server.enqueue(ok("answer-canary").newBuilder().setHeader("x-request-id", "req-77").build());
    server.enqueue(status(404).setHeader("x-request-id", "req-78").body("answer-canary").build());

    transport.call(write("POST"));
    failureOf(read());

    List<String> lines = RecordedLogs.of("io.mcfconnector.http");
    assertThat(lines)
        .anyMatch(line -> line.matches(".* DEBUG createOrder 200 in \\d+ ms, request req-77 .*"))
        .anyMatch(line -> line.matches(".* DEBUG getOrder 404 in \\d+ ms, request req-78 .*"));
    assertThat(lines).noneMatch(line -> line.contains("canary") || line.contains("token-"));
  }

  @Test
  void close_clientOfTheHost_staysOpen() throws IOException {
    OkHttpClient host = new OkHttpClient();
    transport(host).close();

    assertThat(host.dispatcher().executorService().isShutdown()).isFalse();
    Transport own = Transport.builder(protocol).build();
    own.close();
    own.close();
  }

  private Transport transport(OkHttpClient http) {
    Pause recording =
        time -> {
          pauses.add(time);
          clock.advance(time);
        };
    return Transport.builder(protocol).httpClient(http).clock(clock).pause(recording).build();
  }

  private ApiException failureOf(ApiCall<?> call) {
    ApiException problem = catchThrowableOfType(ApiException.class, () -> transport.call(call));
    assertThat(problem).isNotNull();
    return problem;
  }

  private ApiCall<String> read() {
    return ApiCall.get("getOrder", url(), PLENTY, Answer::text)
        .header("x-shop", "header-canary")
        .build();
  }

  private ApiCall<String> write(String method) {
    return writeTo(method, url());
  }

  private static ApiCall<String> writeTo(String method, HttpUrl url) {
    return ApiCall.write("createOrder", method, url, PLENTY, Answer::text).json(BODY).build();
  }

  private ApiCall<String> emptyWrite(String method) {
    return ApiCall.write("cancelOrder", method, url(), PLENTY, Answer::text).build();
  }

  private HttpUrl url() {
    return server.url("/orders?secret=query-canary");
  }

  private static MockResponse ok(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse.Builder status(int status) {
    return new MockResponse.Builder().code(status);
  }

  private static void startOn(MockWebServer server, int port) {
    try {
      server.start(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
