// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.Samples.fixture;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.model.RefreshToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty threads on one client, all at the same moment of a clock that stands still. */
final class ContentionTest {

  private static final int THREADS = 50;
  private static final int CALLS_EACH = 4;
  private static final Clock STILL =
      Clock.fixed(Instant.parse("2026-09-03T02:00:00Z"), ZoneOffset.UTC);

  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile int validToken = 1;
  private final SellingPartnerClient client =
      SellingPartnerClient.builder()
          .credentials(new LwaCredentials("client-1", "secret", new RefreshToken("Atzr|1")))
          .apiBaseUrl(URI.create("http://127.0.0.1:1"))
          .lwaUrl(URI.create("http://127.0.0.1:1/token"))
          .httpClient(
              new OkHttpClient.Builder().addInterceptor(chain -> answer(chain.request())).build())
          .clock(STILL)
          .pause(waits::add)
          .build();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void calls_fiftyThreads_keepToTheBucketAndLoseNoPermit() throws Exception {
    atOnce(() -> client.outbound20260704().getOrder(Samples.ID.value()));

    int calls = THREADS * CALLS_EACH;
    assertThat(answered).hasValue(calls);
    // One less than the published burst of 30 at once, then one each half second: no two at one
    // moment, and no gap.
    assertThat(waits.stream().sorted())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, calls - 29)
                .mapToObj(i -> Duration.ofMillis(500L * i))
                .toList());
  }

  @Test
  void token_fiftyThreadsNeedTheFirst_oneAsksForIt() throws Exception {
    atOnce(() -> client.outbound20260704().getOrder(Samples.ID.value()));

    assertThat(logins).hasValue(1);
  }

  @Test
  void token_refusedForFiftyThreads_oneAsksForTheNext() throws Exception {
    client.outbound20260704().getOrder(Samples.ID.value());
    validToken = 2;

    atOnce(() -> client.outbound20260704().getOrder(Samples.ID.value()));

    assertThat(logins).hasValue(2);
    assertThat(answered).hasValue(THREADS * CALLS_EACH + 1);
  }

  private static void atOnce(Callable<?> call) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<?>> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threads.add(
            executor.submit(
                () -> {
                  start.await();
                  for (int n = 0; n < CALLS_EACH; n++) {
                    call.call();
                  }
                  return null;
                }));
      }
      for (Future<?> thread : threads) {
        thread.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private Response answer(Request request) {
    if (request.url().encodedPath().equals("/token")) {
      int number = logins.incrementAndGet();
      return response(
          request, 200, "{\"access_token\":\"Atza|" + number + "\",\"expires_in\":3600}");
    }
    if (!("Atza|" + validToken).equals(request.header("x-amz-access-token"))) {
      return response(
          request,
          403,
          FakeAmazon.error("Unauthorized", "Denied", "The access token you provided has expired."));
    }
    answered.incrementAndGet();
    return response(request, 200, fixture("v20260704/order.json"));
  }

  private static Response response(Request request, int status, String body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(body.getBytes(UTF_8), MediaType.get("application/json")))
        .build();
  }
}
