// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.FakeAmazon.error;
import static io.mcfconnector.amazon.FakeAmazon.json;
import static io.mcfconnector.error.FailureKind.ALREADY_DONE;
import static io.mcfconnector.error.FailureKind.AUTHORIZATION_LOST;
import static io.mcfconnector.error.FailureKind.CALLER_FAULT;
import static io.mcfconnector.error.FailureKind.NOT_FOUND;
import static io.mcfconnector.error.FailureKind.REFUSED;
import static io.mcfconnector.error.FailureKind.STATE_CONFLICT;
import static io.mcfconnector.error.FailureKind.THROTTLED;
import static io.mcfconnector.error.FailureKind.UNAVAILABLE;
import static io.mcfconnector.error.FailureKind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of real error bodies, and what we make of each. */
final class ErrorClassificationIT {

  @ParameterizedTest
  @MethodSource("refusedCreates")
  void create_refused_tellsWhy(
      int status, String message, FailureKind kind, @Nullable ReviewCode reviewCode) {
    for (OutboundVersion version : OutboundVersion.values()) {
      ApiException problem = failure(version, status, error("InvalidInput", message, ""));

      assertThat(problem.kind()).isEqualTo(kind);
      assertThat(problem.reviewCode().orElse(null)).isEqualTo(reviewCode);
      assertThat(problem.platformCode()).contains("InvalidInput");
      assertThat(problem.httpStatus()).isEqualTo(status);
    }
  }

  static Stream<Arguments> refusedCreates() {
    return Stream.of(
        row(
            400,
            "A create request already exists for merchantFulfillmentOrderId TTS-1",
            ALREADY_DONE,
            null),
        row(409, "A create request already exists", ALREADY_DONE, null),
        row(
            400,
            "No inventory available for Items.SellerFulfillmentOrderItemId: L1.",
            REFUSED,
            ReviewCode.OUT_OF_STOCK),
        row(
            400,
            "Value AllQuantityZero for parameter  is invalid.",
            REFUSED,
            ReviewCode.OUT_OF_STOCK),
        row(400, "the SellerSKU for Item Id: L1 is invalid.", REFUSED, ReviewCode.CREATE_REFUSED),
        row(
            400,
            "Delivery SLA is not available for destination address",
            REFUSED,
            ReviewCode.CREATE_REFUSED),
        row(
            400,
            "This order cannot be fulfilled due to Brexit preventing cross-border fulfillment",
            REFUSED,
            ReviewCode.ADDRESS_UNSUPPORTED),
        row(
            400,
            "Value US for parameter DestinationAddress.CountryCode is invalid. Reason: InvalidValue.",
            REFUSED,
            ReviewCode.ADDRESS_UNSUPPORTED),
        row(
            400,
            "Value 1 for parameter DestinationAddress.PostalCode is invalid. Reason: InvalidValue.",
            REFUSED,
            ReviewCode.ADDRESS_INCOMPLETE),
        row(
            400,
            "Value NotEligibleForExport for parameter Item is invalid",
            REFUSED,
            ReviewCode.CREATE_REFUSED),
        row(
            400,
            "must contain the parameter PerUnitDeclaredValue",
            REFUSED,
            ReviewCode.CREATE_REFUSED),
        row(400, "Region does not support feature: BLOCK_AMZL", REFUSED, ReviewCode.CREATE_REFUSED),
        row(422, "Something new", REFUSED, ReviewCode.CREATE_REFUSED),
        row(
            400,
            "Seller is not registered for Basic fulfillment.",
            AUTHORIZATION_LOST,
            ReviewCode.AUTHORIZATION_LOST),
        row(400, "SIPS Activity threw an InvalidRequestException", UNAVAILABLE, null),
        row(400, "Could not match input arguments", CALLER_FAULT, null),
        row(413, "Too large", CALLER_FAULT, null),
        row(415, "Not JSON", CALLER_FAULT, null),
        row(429, "You exceeded your quota for the requested resource.", THROTTLED, null),
        row(500, "We encountered an internal error. Please try again.", UNAVAILABLE, null),
        row(503, "busy", UNAVAILABLE, null));
  }

  @ParameterizedTest
  @MethodSource("denials")
  void create_denied_tellsWhatToDo(String details, FailureKind kind, String advice) {
    ApiException problem =
        failure(
            OutboundVersion.V2026_07_04,
            403,
            error("Unauthorized", "Access to requested resource is denied.", details));

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem).hasMessageContaining(advice);
  }

  static Stream<Arguments> denials() {
    return Stream.of(
        Arguments.of("", AUTHORIZATION_LOST, "a role is missing"),
        Arguments.of(
            "The LWA secret token you provided has expired.", AUTHORIZATION_LOST, "180 days"),
        Arguments.of(
            "The marketplaces you provided are not valid for region.",
            CALLER_FAULT,
            "another region"));
  }

  @ParameterizedTest
  @MethodSource("foreignAnswers")
  void create_answerIsNotAmazons_isClassedByStatus(int status, String body, FailureKind kind) {
    ApiException problem = failure(OutboundVersion.V2020_07_01, status, body);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem).hasMessageNotContaining("canary");
  }

  static Stream<Arguments> foreignAnswers() {
    return Stream.of(
        Arguments.of(400, "<h1>400 Bad Request canary</h1>", CALLER_FAULT),
        Arguments.of(401, "", UNAVAILABLE),
        Arguments.of(403, "<html>canary</html>", UNAVAILABLE),
        Arguments.of(404, "", UNREADABLE),
        Arguments.of(404, "{\"errors\":[]}", UNREADABLE),
        Arguments.of(404, "{\"errors\":[null]}", UNREADABLE),
        Arguments.of(413, "", CALLER_FAULT),
        Arguments.of(429, "{\"errors\":\"canary\"}", THROTTLED),
        Arguments.of(502, "{\"error", UNAVAILABLE));
  }

  @ParameterizedTest
  @MethodSource("errorsWithHttp200")
  void create_errorsWithHttp200_areClassedByCode(String code, FailureKind kind) {
    assertThat(failure(OutboundVersion.V2020_07_01, 200, error(code, "x", "")).kind())
        .isEqualTo(kind);
  }

  static Stream<Arguments> errorsWithHttp200() {
    return Stream.of(
        Arguments.of("InvalidInput", REFUSED),
        Arguments.of("Unauthorized", AUTHORIZATION_LOST),
        Arguments.of("NotFound", NOT_FOUND),
        Arguments.of("QuotaExceeded", THROTTLED),
        Arguments.of("InternalFailure", UNAVAILABLE),
        Arguments.of("ServiceUnavailable", UNAVAILABLE),
        Arguments.of("SomethingNew", UNREADABLE));
  }

  @Test
  void create_messageQuotesTheBuyer_onlyTheParameterIsPassedOn() {
    ApiException problem =
        failure(
            OutboundVersion.V2020_07_01,
            400,
            error(
                "canary code with blanks",
                "Value Ada Canary for parameter DestinationAddress.Name is invalid. Reason: canary.",
                "canary"));

    assertThat(problem)
        .hasMessageContaining("(parameter DestinationAddress.Name)")
        .hasMessageNotContainingAny("canary", "Canary", "Ada");
    assertThat(problem.platformCode()).isEmpty();
  }

  @Test
  void create_severalErrors_mostTellingOneCounts() {
    ApiException problem =
        failure(
            OutboundVersion.V2020_07_01,
            400,
            """
            {"errors":[{"code":"InvalidInput","message":"Bad"},
             {"message":"No inventory available for Items.SellerFulfillmentOrderItemId: L1.","code":"InvalidInput"}]}""");

    assertThat(problem.reviewCode()).contains(ReviewCode.OUT_OF_STOCK);
  }

  @Test
  void create_codeOnlyInHeader_isPassedOn() {
    try (FakeAmazon amazon = new FakeAmazon();
        SellingPartnerClient client = amazon.client()) {
      amazon.answers(
          json(400, "<html/>").addHeader("x-amzn-ErrorType", "ValidationException").build());

      ApiException problem =
          catchThrowableOfType(
              ApiException.class,
              () -> AmazonFulfillmentNetwork.of(client).create(Samples.order()));

      assertThat(problem.platformCode()).contains("ValidationException");
      assertThat(problem.requestId()).contains("req-1");
    }
  }

  @Test
  void cancelAndList_generalRefusals_areClassedByOperation() {
    try (FakeAmazon amazon = new FakeAmazon();
        SellingPartnerClient client = amazon.client()) {
      String body = error("InvalidInput", "Invalid Input", "");
      amazon
          .answers(400, body)
          .answers(400, body)
          .answers(400, error("InvalidInput", "Next token is invalid or expired", ""));
      AmazonFulfillmentNetwork network = AmazonFulfillmentNetwork.of(client);

      assertThat(catchThrowableOfType(ApiException.class, () -> network.cancel(Samples.ID)).kind())
          .isEqualTo(STATE_CONFLICT);
      assertThat(catchThrowableOfType(ApiException.class, () -> network.find(Samples.ID)).kind())
          .isEqualTo(CALLER_FAULT);
      assertThat(
              catchThrowableOfType(
                      ApiException.class,
                      () -> client.outbound20260704().listOrders(java.time.Instant.EPOCH, "old"))
                  .kind())
          .isEqualTo(STATE_CONFLICT);
    }
  }

  private static Arguments row(
      int status, String message, FailureKind kind, @Nullable ReviewCode reviewCode) {
    return Arguments.of(status, message, kind, reviewCode);
  }

  private static ApiException failure(OutboundVersion version, int status, String body) {
    try (FakeAmazon amazon = new FakeAmazon();
        SellingPartnerClient client = amazon.client()) {
      amazon.answers(status, body);
      ApiException problem =
          catchThrowableOfType(
              ApiException.class,
              () -> AmazonFulfillmentNetwork.of(client, version).create(Samples.order()));
      assertThat(amazon.calls()).hasSize(1);
      return problem;
    }
  }
}
