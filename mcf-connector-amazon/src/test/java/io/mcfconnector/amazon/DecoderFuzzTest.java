// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.Samples.fixture;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.RefreshToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Whatever Amazon answers to any call of the network or a typed API, the caller gets a value or an
 * {@link ApiException}, and soon. The answers do not travel: an interceptor gives them.
 */
class DecoderFuzzTest {

  private static final TestTime TIME = new TestTime();
  private static final AtomicReference<String> PATH = new AtomicReference<>("");
  private static final AtomicReference<String> RATE = new AtomicReference<>("");
  private static final AtomicReference<Duration> WAITED = new AtomicReference<>(Duration.ZERO);
  private static final AtomicReference<byte[]> BODY = new AtomicReference<>(new byte[0]);
  private static final AtomicInteger STATUS = new AtomicInteger(200);
  private static final SellingPartnerClient CLIENT = client();

  /** Never throttled, so that its waits come from rates alone. */
  private static final SellingPartnerClient RATED = client();

  private static final FulfillmentOrderId ID = Samples.ID;

  private static final List<String> FIXTURES =
      List.of(
          fixture("v20200701/order-two-packages.json").replace("TTS-1", ID.value()),
          fixture("v20200701/order-planning.json"),
          fixture("v20200701/orders-page2.json"),
          fixture("v20260704/order.json"),
          fixture("v20260704/orders-page2.json"),
          fixture("v20260704/accepted.json"),
          fixture("v20200701/preview.json"),
          fixture("v20260704/preview.json"),
          fixture("inventory/summaries-page2.json"));

  private static final List<Consumer<SellingPartnerClient>> CALLS =
      List.of(
          c -> network(c, OutboundVersion.V2020_07_01).find(ID),
          c -> network(c, OutboundVersion.V2026_07_04).find(ID),
          c ->
              network(c, OutboundVersion.V2020_07_01)
                  .findChanged(Instant.EPOCH)
                  .limit(9)
                  .forEach(one -> {}),
          c ->
              network(c, OutboundVersion.V2026_07_04)
                  .findChanged(Instant.EPOCH)
                  .limit(9)
                  .forEach(one -> {}),
          c -> network(c, OutboundVersion.V2026_07_04).create(Samples.order()),
          c -> network(c, OutboundVersion.V2020_07_01).create(Samples.order()),
          c -> network(c, OutboundVersion.V2026_07_04).fulfillableUnits(List.of(Msku.of("MUG"))),
          c -> c.outbound20200701().getFulfillmentPreview(Requests.preview20200701()),
          c -> c.outbound20260704().getOrderPreview(Requests.preview20260704()),
          c -> c.outbound20200701().getPackageTrackingDetails(1),
          c -> c.outbound20200701().features().getFeatures("M"),
          c -> c.outbound20200701().returns().listReturnReasonCodes("A", null, null, null),
          c -> c.notifications().getDestinations(),
          c -> c.notifications().getSubscriptions("T").limit(9).forEach(one -> {}));

  @Property
  void call_answerOfAnyBytes_givesAValueOrATypedError(
      @ForAll byte[] body, @ForAll("calls") int call, @ForAll("statuses") int status) {
    calls(body, call, status);
  }

  @Property
  void call_answerCutOrChanged_givesAValueOrATypedError(
      @ForAll("fixtures") String document,
      @ForAll("calls") int call,
      @ForAll int place,
      @ForAll("pieces") String piece) {
    int at = Math.floorMod(place, document.length());
    int to = Math.min(document.length(), at + Math.floorMod(place >> 7, 20));
    calls(document.substring(0, at).getBytes(UTF_8), call, 200);
    calls((document.substring(0, at) + piece + document.substring(to)).getBytes(UTF_8), call, 200);
  }

  /** Values of all sorts in the place of one that the document has. */
  @Property
  void call_answerWithAnotherValue_givesAValueOrATypedError(
      @ForAll("fixtures") String document,
      @ForAll("calls") int call,
      @ForAll int place,
      @ForAll("pieces") String value) {
    int colon = document.indexOf(':', Math.floorMod(place, document.length()));
    if (colon >= 0) {
      String changed =
          document.substring(0, colon + 1)
              + value
              + document.substring(colon + 1).replaceFirst("^\\s*(\"[^\"]*\"|[^,{}\\[\\]]+)", "");
      calls(changed.getBytes(UTF_8), call, 200);
    }
  }

  @Property
  void call_errorsOfAnyWords_giveATypedErrorThatQuotesNone(
      @ForAll("calls") int call,
      @ForAll("errorStatuses") int status,
      @ForAll("words") String code,
      @ForAll("words") String message) {
    String body =
        "{\"errors\":[{\"code\":\"%s\",\"message\":\"canary %s\",\"details\":\"canary\"}]}"
            .formatted(code, message);

    ApiException problem = calls(body.getBytes(UTF_8), call, status);

    if (problem != null) {
      assertThat(problem).hasMessageNotContaining("canary");
    } else {
      // Only a search takes "not found" for an answer.
      assertThat(call).isLessThanOrEqualTo(1);
    }
  }

  /**
   * The slowest rate that is believed makes a call cost 1,000 seconds; a clock that counts whole
   * milliseconds can leave a debt of some calls when the rate before was very high.
   */
  @Property
  void call_anyRateHeader_isAnsweredAndTheNextCallNeedNotWaitForEver(@ForAll("rates") String rate) {
    RATE.set(rate);
    WAITED.set(Duration.ZERO);

    BODY.set(FIXTURES.get(3).getBytes(UTF_8));
    STATUS.set(200);
    RATED.outbound20260704().getOrder(ID.value());
    RATED.outbound20260704().getOrder(ID.value());

    assertThat(WAITED.get()).isLessThan(Duration.ofHours(6));
    RATE.set("");
  }

  @Property
  void getFulfillmentOrder_anyId_goesOutAsOneSegmentOrNotAtAll(@ForAll("ids") String id) {
    PATH.set("");
    calls(new byte[0], c -> c.outbound20200701().getFulfillmentOrder(id), 200);

    List<String> segments = HttpUrl.get("http://host" + PATH.get()).pathSegments();
    if (segments.size() > 1) {
      assertThat(segments)
          .containsExactly("fba", "outbound", "2020-07-01", "fulfillmentOrders", id);
      assertThat(id).hasSizeBetween(1, 40);
      assertThat(id.codePoints()).noneMatch(Character::isISOControl);
    }
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(45),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(45),
        Arbitraries.of(".", "..", "%2e", "%2E%2e", "a/b", "a/../b", "?", "#", "+", "%00"));
  }

  @Provide
  Arbitrary<String> rates() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12).map(String::strip),
        Arbitraries.doubles().map(String::valueOf),
        Arbitraries.of(
            "0", "0.0", "-1", "1e9", "NaN", "0.001", "2.0", "9999", "00000", "Infinity"));
  }

  @Provide
  Arbitrary<Integer> calls() {
    return Arbitraries.integers().between(0, CALLS.size() - 1);
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(200, 202, 204, 400, 403, 404, 409, 429, 500, 503);
  }

  @Provide
  Arbitrary<Integer> errorStatuses() {
    return Arbitraries.of(400, 403, 404, 409, 413, 429, 500, 503);
  }

  @Provide
  Arbitrary<String> fixtures() {
    return Arbitraries.of(FIXTURES);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange(' ', '~').excludeChars('"', '\\').ofMaxLength(60),
        Arbitraries.of(
            "Value Ada for parameter DestinationAddress.Name is invalid.",
            "Requested order 'x' not found",
            "No inventory available"));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(6),
        Arbitraries.of(
            "null",
            "true",
            "-1",
            "1.5",
            "1e999",
            "99999999999999999999",
            "{}",
            "[]",
            "[null]",
            "[[[[[[[[",
            "{\"a\":".repeat(500),
            "\"\\ud800\"",
            "\"" + "x".repeat(200) + "\"",
            "\"1.0\"",
            "\"-3\"",
            "\"\"",
            "NaN",
            "\"TELEPORTED\"",
            "\u0000"));
  }

  /** Returns the failure; {@code null} when there was none. */
  private static @Nullable ApiException calls(byte[] body, int call, int status) {
    return calls(body, CALLS.get(call), status);
  }

  private static @Nullable ApiException calls(
      byte[] body, Consumer<SellingPartnerClient> call, int status) {
    BODY.set(body);
    STATUS.set(status);
    try {
      call.accept(CLIENT);
      return null;
    } catch (ApiException problem) {
      // A message that quotes the answer could quote a buyer.
      if (body.length > 40) {
        assertThat(problem.getMessage()).doesNotContain(new String(body, ISO_8859_1));
      }
      assertThat(problem.getMessage()).doesNotContain("Ada Example", "Sample Street");
      return problem;
    }
  }

  private static AmazonFulfillmentNetwork network(
      SellingPartnerClient client, OutboundVersion version) {
    return AmazonFulfillmentNetwork.of(client, version);
  }

  private static SellingPartnerClient client() {
    OkHttpClient answering =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  PATH.set(chain.request().url().encodedPath());
                  boolean login = chain.request().url().encodedPath().endsWith("/token");
                  return new Response.Builder()
                      .request(chain.request())
                      .protocol(Protocol.HTTP_1_1)
                      .code(login ? 200 : STATUS.get())
                      .message("")
                      .header("x-amzn-RateLimit-Limit", RATE.get())
                      .body(
                          ResponseBody.create(
                              login
                                  ? "{\"access_token\":\"Atza|1\",\"expires_in\":3600}"
                                      .getBytes(UTF_8)
                                  : BODY.get(),
                              MediaType.get("application/json")))
                      .build();
                })
            .build();
    return SellingPartnerClient.builder()
        .credentials(new LwaCredentials("client-1", "secret", new RefreshToken("Atzr|1")))
        .apiBaseUrl(URI.create("http://127.0.0.1:1"))
        .lwaUrl(URI.create("http://127.0.0.1:1/token"))
        .httpClient(answering)
        .clock(TIME)
        .pause(
            time -> {
              WAITED.set(time);
              TIME.advance(time);
            })
        .build();
  }
}
