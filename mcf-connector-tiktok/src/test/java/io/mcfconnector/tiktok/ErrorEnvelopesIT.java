// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.JsonReader;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure means, from the answer to the exception. */
class ErrorEnvelopesIT {

  /** What the contract's words for handling mean as a kind; its own words where they differ. */
  private static final Map<String, FailureKind> BY_HANDLING =
      Map.ofEntries(
          Map.entry("WAIT_NEXT_HOUR", FailureKind.THROTTLED),
          Map.entry("STOP_SHOP_OPERATOR", FailureKind.AUTHORIZATION_LOST),
          Map.entry("STOP_REAUTHORIZE", FailureKind.AUTHORIZATION_LOST),
          Map.entry("STOP_OPERATOR", FailureKind.AUTHORIZATION_LOST),
          Map.entry("REFRESH_TOKEN_THEN_RETRY_ONCE", FailureKind.TOKEN_EXPIRED),
          Map.entry("STOP_FIX_CODE", FailureKind.CALLER_FAULT),
          Map.entry("STOP_FIX_CODE_OR_SECRET", FailureKind.CALLER_FAULT),
          Map.entry("FIX_CLOCK_THEN_RETRY_ONCE", FailureKind.CALLER_FAULT),
          Map.entry("RESEND_WITH_LINE_ITEMS", FailureKind.CALLER_FAULT),
          Map.entry("WAIT_FOR_AWAITING_SHIPMENT", FailureKind.STATE_CONFLICT),
          Map.entry("READ_BACK", FailureKind.STATE_CONFLICT),
          Map.entry("SKIP_SKU_RETRY_LATER", FailureKind.STATE_CONFLICT),
          Map.entry("SKIP_SKU", FailureKind.REFUSED),
          Map.entry("STOP_UNKNOWN", FailureKind.REFUSED),
          Map.entry("WAIT_OR_OTHER_TRACKING", FailureKind.REFUSED),
          Map.entry("TRY_OTHER_PROVIDER", FailureKind.REFUSED),
          Map.entry("STOP_ORDER_OPERATOR", FailureKind.REFUSED),
          Map.entry("READ_BACK_THEN_TREAT_AS_DONE_IF_SAME_TRACKING", FailureKind.ALREADY_DONE));

  private static final Map<String, FailureKind> BY_NAME =
      Map.of(
          "rate-limit-http-429", FailureKind.THROTTLED,
          "rate-limit-in-200", FailureKind.THROTTLED,
          "empty-body-200", FailureKind.NO_ANSWER,
          "order-not-this-seller", FailureKind.NOT_FOUND,
          "ship-fulfilled-by-platform", FailureKind.STATE_CONFLICT,
          "ship-not-seller-shipping", FailureKind.STATE_CONFLICT,
          "ship-after-sale-open", FailureKind.STATE_CONFLICT,
          "providers-tiktok-delivery-option", FailureKind.REFUSED,
          "cancel-already-shipped", FailureKind.STATE_CONFLICT);

  private final ShopServer server = new ShopServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void write_contractFailure_isClassified(Case failure) {
    MockResponse.Builder response =
        new MockResponse.Builder().code(failure.status()).body(failure.body());
    failure.headers().forEach(response::setHeader);
    // A refused token is refreshed once; then the same refusal comes again.
    server.answers(response.build()).answers(TestFiles.fixture("token.json"));
    server.answers(response.build());

    ApiException problem = writeAndFail();

    assertThat(problem.kind()).isEqualTo(expected(failure));
    assertThat(problem.httpStatus()).isEqualTo(failure.status());
    if (failure.body().startsWith("{")) {
      assertThat(failure.body())
          .contains("\"code\": " + problem.platformCode().orElse("none"))
          .contains("\"request_id\": \"" + problem.requestId().orElse("none") + "\"");
    }
    if (problem.kind() == FailureKind.AUTHORIZATION_LOST) {
      assertThat(problem.reviewCode()).hasValue(ReviewCode.AUTHORIZATION_LOST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "11028006,TRACKING_REFUSED",
    "21034012,TRACKING_REFUSED",
    "21011051,CORRECTION_SPENT",
    "105005,AUTHORIZATION_LOST"
  })
  void write_preciseRefusal_namesTheReview(int code, ReviewCode expected) {
    server.answers(ShopServer.failure(code));

    assertThat(writeAndFail().reviewCode()).hasValue(expected);
  }

  @Test
  void write_refusal_keepsCodeAndRequestButNotTheWordsOfThePlatform() {
    server.answers(ShopServer.failure(21011044));

    assertThat(writeAndFail())
        .hasMessageContaining("updatePackageShippingInfo")
        .hasMessageContaining("code 21011044")
        .hasMessageContaining("request R-21011044")
        .hasMessageNotContainingAny("Ann", "Secret", "88 Larch");
  }

  @Test
  void write_hourlyQuota_tellsToWaitAnHour() {
    server.answers(ShopServer.failure(36009037));

    assertThat(writeAndFail().retryAfter()).hasValue(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "401,AUTHORIZATION_LOST",
    "403,AUTHORIZATION_LOST",
    "404,CALLER_FAULT",
    "307,CALLER_FAULT",
    "408,NO_ANSWER",
    "429,THROTTLED",
    "500,UNAVAILABLE",
    "502,UNAVAILABLE",
    "504,UNAVAILABLE"
  })
  void write_failureThatIsNoEnvelope_isClassifiedByItsStatus(int status, FailureKind expected) {
    server.answers(status, "<html>Ann Buyer</html>");

    assertThat(writeAndFail().kind()).isEqualTo(expected);
    assertThat(server.requests()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"429,THROTTLED", "503,UNAVAILABLE", "400,REFUSED"})
  void write_unknownCode_isClassifiedByItsStatusIfThatSaysMore(int status, FailureKind expected) {
    server.answers(status, ShopServer.failure(77_777_777));

    assertThat(writeAndFail().kind()).isEqualTo(expected);
  }

  private ApiException writeAndFail() {
    return Objects.requireNonNull(
        catchThrowableOfType(
            ApiException.class,
            () ->
                server
                    .client()
                    .fulfillment()
                    .updatePackageShippingInfo("1156", new ShippingInfo("TBA1", "7248"))));
  }

  private static FailureKind expected(Case failure) {
    FailureKind byName = BY_NAME.get(failure.name());
    if (byName != null) {
      return byName;
    }
    FailureKind kind = BY_HANDLING.get(failure.handling());
    return kind == null ? FailureKind.UNAVAILABLE : kind;
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    JsonReader file =
        JsonReader.of(new Buffer().writeUtf8(TestFiles.contract("error-envelopes.json")));
    file.beginObject();
    while (file.hasNext()) {
      if (!file.nextName().equals("cases")) {
        file.skipValue();
        continue;
      }
      file.beginArray();
      while (file.hasNext()) {
        cases.add(readCase(file));
      }
      file.endArray();
    }
    return cases;
  }

  private static Case readCase(JsonReader file) throws IOException {
    Map<String, String> members = new HashMap<>();
    Map<String, String> headers = new HashMap<>();
    file.beginObject();
    while (file.hasNext()) {
      String name = file.nextName();
      if (name.equals("headers")) {
        file.beginObject();
        while (file.hasNext()) {
          headers.put(file.nextName(), file.nextString());
        }
        file.endObject();
      } else if (file.peek() == JsonReader.Token.BEGIN_OBJECT) {
        // The bytes as they are: the code must not become a double on its way.
        members.put(name, file.nextSource().readUtf8());
      } else {
        members.put(name, file.nextString());
      }
    }
    file.endObject();
    return new Case(
        members.getOrDefault("name", ""),
        Integer.parseInt(members.getOrDefault("http_status", "")),
        headers,
        members.getOrDefault("body", ""),
        members.getOrDefault("handling", ""));
  }

  /** One failure. */
  private record Case(
      String name, int status, Map<String, String> headers, String body, String handling) {

    @Override
    public String toString() {
      return name;
    }
  }
}
