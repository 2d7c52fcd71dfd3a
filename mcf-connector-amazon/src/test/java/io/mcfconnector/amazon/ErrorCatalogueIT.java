// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.FakeAmazon.error;
import static io.mcfconnector.error.FailureKind.ALREADY_DONE;
import static io.mcfconnector.error.FailureKind.AUTHORIZATION_LOST;
import static io.mcfconnector.error.FailureKind.CALLER_FAULT;
import static io.mcfconnector.error.FailureKind.NOT_FOUND;
import static io.mcfconnector.error.FailureKind.REFUSED;
import static io.mcfconnector.error.FailureKind.STATE_CONFLICT;
import static io.mcfconnector.error.FailureKind.THROTTLED;
import static io.mcfconnector.error.FailureKind.TOKEN_EXPIRED;
import static io.mcfconnector.error.FailureKind.UNAVAILABLE;
import static io.mcfconnector.model.ReviewCode.ADDRESS_UNSUPPORTED;
import static io.mcfconnector.model.ReviewCode.CREATE_REFUSED;
import static io.mcfconnector.model.ReviewCode.OUT_OF_STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.amazon.notification.CreateSubscriptionRequest;
import io.mcfconnector.amazon.outbound.v20200701.UpdateFulfillmentOrderRequest;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue of bodies that were really seen, by its numbers. Entries 21, 22, 23 and 27 are
 * successes with strange contents and stand in other tests: ids and words that the model lacks in
 * {@code SnapshotTransformerTest}, an unknown tracking status in {@code DecoderFuzzTest}.
 */
final class ErrorCatalogueIT {

  private static final String DENIED = "Access to requested resource is denied.";
  private static final String INVALID = "InvalidInput";

  /** What Amazon answered to a call, and the class it must lead to. */
  private record Entry(
      String number,
      Consumer<SellingPartnerClient> call,
      int status,
      String body,
      FailureKind kind,
      @Nullable ReviewCode reviewCode) {

    @Override
    public String toString() {
      return "#" + number + " " + status + " " + kind;
    }
  }

  static Stream<Entry> api() {
    return Stream.of(
        entry(
            "1",
            ErrorCatalogueIT::read,
            403,
            denied("Access token is missing in the request header."),
            TOKEN),
        entry(
            "1, guide of 2021",
            ErrorCatalogueIT::read,
            400,
            denied("Access token is missing in the request header."),
            TOKEN),
        entry(
            "2",
            ErrorCatalogueIT::read,
            403,
            denied("The access token you provided is revoked, malformed or invalid."),
            TOKEN),
        entry(
            "3",
            ErrorCatalogueIT::read,
            403,
            denied("The access token you provided has expired."),
            TOKEN),
        entry(
            "4",
            ErrorCatalogueIT::stock,
            403,
            denied("The marketplaces you provided are not valid for region."),
            CALLER_FAULT),
        lost("5", ErrorCatalogueIT::read, 403, denied("")),
        lost(
            "6",
            ErrorCatalogueIT::read,
            403,
            denied("The LWA secret token you provided has expired.")),
        entry(
            "7",
            ErrorCatalogueIT::read,
            403,
            error("Unauthorized", "The security token included in the request is expired", ""),
            TOKEN),
        lost("8", ErrorCatalogueIT::read, 403, denied("")),
        lost("9", ErrorCatalogueIT::read, 403, error("Forbidden", "FORBIDDEN", "")),
        entry(
            "10",
            ErrorCatalogueIT::read,
            404,
            error("NotFound", "Order does not exist", ""),
            NOT_FOUND),
        refused("11", "the SellerSKU for Item Id: xxxx-0 is invalid.", CREATE_REFUSED),
        refused(
            "12",
            "Value  for parameter SellerId is invalid. Reason: InvalidValue.",
            CREATE_REFUSED),
        refused("13", "Invalid Input", CREATE_REFUSED),
        entry(
            "14",
            ErrorCatalogueIT::preview,
            400,
            error(INVALID, "missing value for decimal type", ""),
            CALLER_FAULT),
        refused(
            "15",
            "No inventory available for Items.SellerFulfillmentOrderItemId: L1.",
            OUT_OF_STOCK),
        refused("16", "Delivery SLA is not available for destination address", CREATE_REFUSED),
        refused("17", "the SellerSKU for Item Id: L1 is invalid.", CREATE_REFUSED),
        entry(
            "18",
            ErrorCatalogueIT::create,
            500,
            error("InternalFailure", "We encountered an internal error. Please try again.", ""),
            UNAVAILABLE),
        entry("19", ErrorCatalogueIT::create, 400, "<h1>400 Bad Request</h1>", CALLER_FAULT),
        entry(
            "20",
            ErrorCatalogueIT::create,
            429,
            error("QuotaExceeded", "You exceeded your quota for the requested resource.", ""),
            THROTTLED),
        entry(
            "24",
            ErrorCatalogueIT::stock,
            400,
            error(
                INVALID,
                "This is an invalid input",
                "Query parameter [startDateTime] value is not a valid ISO date-time object."),
            CALLER_FAULT),
        entry(
            "24, with HTTP 200",
            ErrorCatalogueIT::stock,
            200,
            error(INVALID, "This is an invalid input", "x"),
            CALLER_FAULT),
        entry(
            "25",
            ErrorCatalogueIT::stock,
            400,
            error(INVALID, "Query startDateTime cannot not be earlier than 19", ""),
            CALLER_FAULT),
        entry(
            "26",
            ErrorCatalogueIT::stock,
            400,
            error(INVALID, "Next token is invalid or expired", ""),
            STATE_CONFLICT),
        entry(
            "28",
            ErrorCatalogueIT::create,
            400,
            error(INVALID, "Could not match input arguments", ""),
            CALLER_FAULT),
        entry(
            "30",
            ErrorCatalogueIT::create,
            400,
            error(INVALID, "A create request already exists for merchantFulfillmentOrderId A", ""),
            ALREADY_DONE),
        entry(
            "31",
            ErrorCatalogueIT::read,
            400,
            error(INVALID, "Requested order 'TTS-1' not found", ""),
            NOT_FOUND),
        entry(
            "31, update",
            ErrorCatalogueIT::update,
            400,
            error(INVALID, "Requested order 'TTS-1' not found", ""),
            NOT_FOUND),
        refused(
            "32",
            "This order cannot be fulfilled due to Brexit preventing cross-border fulfillment via EFN",
            ADDRESS_UNSUPPORTED),
        refused("33", "Value NotEligibleForExport for parameter Item is invalid", CREATE_REFUSED),
        refused("34", "Value AllQuantityZero for parameter  is invalid.", OUT_OF_STOCK),
        refused(
            "35",
            "Value US for parameter DestinationAddress.CountryCode is invalid. Reason: InvalidValue.",
            ADDRESS_UNSUPPORTED),
        refused("36", "must contain the parameter PerUnitDeclaredValue", CREATE_REFUSED),
        refused("36, currency", "was expecting GBP", CREATE_REFUSED),
        refused("37", "Region does not support feature: BLOCK_AMZL", CREATE_REFUSED),
        refused("38", "Feature name X is invalid. Valid feature names: [...]", CREATE_REFUSED),
        lost(
            "39",
            ErrorCatalogueIT::create,
            400,
            error(INVALID, "Seller is not registered for Basic fulfillment.", "")),
        entry(
            "40",
            ErrorCatalogueIT::create,
            400,
            error(INVALID, "SIPS Activity threw an InvalidRequestException", ""),
            UNAVAILABLE),
        lost("41", ErrorCatalogueIT::update, 403, denied("")),
        lost("42", ErrorCatalogueIT::read, 403, denied("")),
        entry(
            "9.2: 413",
            ErrorCatalogueIT::create,
            413,
            error("RequestTooLarge", "x", ""),
            CALLER_FAULT),
        entry(
            "9.2: 415",
            ErrorCatalogueIT::create,
            415,
            error("UnsupportedMediaType", "x", ""),
            CALLER_FAULT),
        entry(
            "9.2: 503",
            ErrorCatalogueIT::create,
            503,
            error("ServiceUnavailable", "x", ""),
            UNAVAILABLE),
        entry("9.2: 504 of a gateway", ErrorCatalogueIT::create, 504, "<html>", UNAVAILABLE),
        entry("9.2: empty 503", ErrorCatalogueIT::create, 503, "", UNAVAILABLE),
        entry(
            "9.2: 409",
            ErrorCatalogueIT::subscribe,
            409,
            error("Conflict", "x", ""),
            ALREADY_DONE));
  }

  static Stream<Entry> login() {
    return Stream.of(
        lost(
            "1.2 invalid_grant",
            ErrorCatalogueIT::read,
            400,
            login("invalid_grant", "User may have revoked")),
        lost(
            "1.2 invalid_client",
            ErrorCatalogueIT::read,
            401,
            login("invalid_client", "Client authentication")),
        lost(
            "1.2 unauthorized_client",
            ErrorCatalogueIT::read,
            400,
            login("unauthorized_client", "")),
        lost("1.2 access_denied", ErrorCatalogueIT::read, 403, login("access_denied", "")),
        entry("1.2", ErrorCatalogueIT::read, 400, login("invalid_request", ""), CALLER_FAULT),
        entry("1.2", ErrorCatalogueIT::read, 400, login("invalid_scope", ""), CALLER_FAULT),
        entry(
            "1.2", ErrorCatalogueIT::read, 400, login("unsupported_grant_type", ""), CALLER_FAULT),
        entry("1.2", ErrorCatalogueIT::read, 400, login("something_new", ""), CALLER_FAULT),
        // Without a token nothing was sent; whatever may pass is worth another try.
        entry("1.2", ErrorCatalogueIT::read, 500, login("server_error", ""), NOT_SENT),
        entry("1.2", ErrorCatalogueIT::read, 503, login("temporarily_unavailable", ""), NOT_SENT),
        entry("29", ErrorCatalogueIT::read, 500, "Internal Server Error", NOT_SENT),
        entry("1.2 empty", ErrorCatalogueIT::read, 500, "", NOT_SENT),
        entry("1.2 page", ErrorCatalogueIT::read, 403, "<html>", NOT_SENT));
  }

  private static final FailureKind TOKEN = TOKEN_EXPIRED;
  private static final FailureKind NOT_SENT = FailureKind.NOT_SENT;

  private static void create(SellingPartnerClient client) {
    client.outbound20200701().createFulfillmentOrder(Requests.create20200701());
  }

  private static void read(SellingPartnerClient client) {
    client.outbound20200701().getFulfillmentOrder("TTS-1");
  }

  private static void preview(SellingPartnerClient client) {
    client.outbound20200701().getFulfillmentPreview(Requests.preview20200701());
  }

  private static void update(SellingPartnerClient client) {
    client
        .outbound20200701()
        .updateFulfillmentOrder("TTS-1", UpdateFulfillmentOrderRequest.builder().build());
  }

  private static void stock(SellingPartnerClient client) {
    client.inventory().getInventorySummaries("ATVPDKIKX0DER", Instant.EPOCH).forEach(summary -> {});
  }

  private static void subscribe(SellingPartnerClient client) {
    client
        .notifications()
        .createSubscription("FULFILLMENT_ORDER_STATUS", new CreateSubscriptionRequest("1.0", "d"));
  }

  @ParameterizedTest
  @MethodSource("api")
  void apiAnswer_ofTheCatalogue_leadsToItsClass(Entry entry) {
    try (FakeAmazon amazon = new FakeAmazon();
        SellingPartnerClient client = amazon.client()) {
      for (int i = 0; i < 5; i++) {
        amazon.answers(entry.status, entry.body);
      }

      check(entry, client);
    }
  }

  @ParameterizedTest
  @MethodSource("login")
  void loginAnswer_ofTheCatalogue_leadsToItsClass(Entry entry) {
    try (FakeAmazon amazon = new FakeAmazon();
        SellingPartnerClient client = amazon.client()) {
      for (int i = 0; i < 5; i++) {
        amazon.answersLogin(entry.status, entry.body);
      }

      check(entry, client);
      assertThat(amazon.calls()).isEmpty();
    }
  }

  private static void check(Entry entry, SellingPartnerClient client) {
    ApiException problem =
        catchThrowableOfType(ApiException.class, () -> entry.call.accept(client));

    assertThat(problem.kind()).isEqualTo(entry.kind);
    assertThat(problem.reviewCode().orElse(null)).isEqualTo(entry.reviewCode);
    assertThat(problem.httpStatus()).isEqualTo(entry.status);
  }

  private static Entry entry(
      String number,
      Consumer<SellingPartnerClient> call,
      int status,
      String body,
      FailureKind kind) {
    return new Entry(number, call, status, body, kind, null);
  }

  private static Entry lost(
      String number, Consumer<SellingPartnerClient> call, int status, String body) {
    return new Entry(number, call, status, body, AUTHORIZATION_LOST, ReviewCode.AUTHORIZATION_LOST);
  }

  private static Entry refused(String number, String message, ReviewCode reviewCode) {
    return new Entry(
        number, ErrorCatalogueIT::create, 400, error(INVALID, message, ""), REFUSED, reviewCode);
  }

  private static String denied(String details) {
    return error("Unauthorized", DENIED, details);
  }

  private static String login(String code, String description) {
    return "{\"error_description\":\"" + description + "\",\"error\":\"" + code + "\"}";
  }
}
