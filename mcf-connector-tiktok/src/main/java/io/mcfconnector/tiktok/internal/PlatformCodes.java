// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.transport.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What TikTok Shop's codes mean. One table; a row names the page of TikTok's documentation that
 * lists its codes.
 */
final class PlatformCodes {

  private static final String COMMON = "Common errors";
  private static final String TOKENS = "Authorization guide";
  private static final String ORDERS = "Get Order List, Get Order Detail";
  private static final String SHIP = "Mark Package As Shipped";
  private static final String RESHIP = "Update Package Shipping Info";
  private static final String PROVIDERS = "Get Shipping Providers";
  private static final String CANCEL = "Cancel Order, Search Cancellations";
  private static final String DECIDE = "Approve Cancellation, Reject Cancellation";
  private static final String SPLIT = "Split Orders";
  private static final String STOCK = "Update Inventory";
  private static final String PRODUCTS = "Search Products, Inventory Search";

  private static final Duration NEXT_HOUR = Duration.ofHours(1);

  /** One code for many faults: only the first words of its message tell which. */
  private static final int INVALID_PARAMETER = 36009004;

  private static final String INVALID_TIME = "Invalid timestamp";

  /** In the order in which they are looked at: of rows with one code the first fitting counts. */
  private static final List<CodeRow> ROWS =
      List.of(
          // Every endpoint.
          CodeRow.of(COMMON, FailureKind.THROTTLED, "too many calls; they go on more slowly")
              .codes(36009002),
          CodeRow.of(
                  COMMON,
                  FailureKind.THROTTLED,
                  "the hourly quota of this development shop is used up")
              .retryAfter(NEXT_HOUR)
              .codes(36009037),
          CodeRow.of(COMMON, FailureKind.UNAVAILABLE, "TikTok Shop failed; try again later")
              .codes(36009003, 36009007),
          CodeRow.of(COMMON, FailureKind.TOKEN_EXPIRED, "the access token is over").codes(105002),
          CodeRow.of(
                  COMMON,
                  FailureKind.AUTHORIZATION_LOST,
                  "the seller has to authorize the app again")
              .codes(101000, 105001, 105003, 105004),
          CodeRow.of(
                  COMMON,
                  FailureKind.AUTHORIZATION_LOST,
                  "a scope is missing; add it to the app, then the seller authorizes again")
              .codes(105005),
          CodeRow.of(
                  COMMON,
                  FailureKind.AUTHORIZATION_LOST,
                  "this machine's address is not on the app's allow list in Partner Center")
              .codes(36009033),
          CodeRow.of(COMMON, FailureKind.AUTHORIZATION_LOST, "the shop or its seller is not active")
              .codes(36009043, 36009044),
          CodeRow.of(
                  COMMON,
                  FailureKind.CALLER_FAULT,
                  "the signature is wrong; check the app key and the app secret")
              .codes(106001),
          CodeRow.of(COMMON, FailureKind.CALLER_FAULT, "the shop cipher is missing").codes(106013),
          CodeRow.of(
                  COMMON, FailureKind.CALLER_FAULT, "TikTok Shop does not know this call any more")
              .codes(36009009, 36009010, 36009014, 36009021, 36009022, 36009023),
          CodeRow.of(
                  COMMON,
                  FailureKind.CALLER_FAULT,
                  "the time of this machine is off by more than TikTok Shop allows; set its clock")
              .startsWith(INVALID_TIME)
              .codes(INVALID_PARAMETER),
          CodeRow.of(
                  COMMON,
                  FailureKind.AUTHORIZATION_LOST,
                  "app key or access token is not known; the seller has to authorize the app again")
              .startsWith("Invalid credentials")
              .codes(INVALID_PARAMETER),
          CodeRow.of(
                  COMMON, FailureKind.CALLER_FAULT, "a parameter is missing, wrong or not expected")
              .codes(INVALID_PARAMETER),
          CodeRow.of(
                  TOKENS,
                  FailureKind.AUTHORIZATION_LOST,
                  "the seller has to authorize the app again")
              .codes(36004001, 36004004),
          // Orders.
          CodeRow.of(ORDERS, FailureKind.UNAVAILABLE, "orders could not be read; try again later")
              .codes(10002014, 10002015, 10037002, 10037003, 10037004),
          CodeRow.of(ORDERS, FailureKind.AUTHORIZATION_LOST, "no right to read orders")
              .codes(10006402),
          CodeRow.of(
                  ORDERS, FailureKind.NOT_FOUND, "the order or package belongs to another seller")
              .codes(21008111, 21011028),
          // Shipping.
          CodeRow.of(
                  SHIP,
                  FailureKind.UNAVAILABLE,
                  "TikTok Shop failed; read the order before a repeat")
              .codes(
                  11001027, 11001031, 11006005, 11006026, 21001008, 21001011, 21001029, 21001043,
                  21001055, 21008300, 21022026, 21022029, 21022030),
          CodeRow.of(SHIP, FailureKind.REFUSED, "the tracking number or its provider was refused")
              .review(ReviewCode.TRACKING_REFUSED)
              .codes(
                  11028006, 21004012, 21004015, 21004016, 21011022, 21011025, 21011026, 21034012),
          CodeRow.of(
                  SHIP, FailureKind.ALREADY_DONE, "the units are shipped already; read the order")
              .codes(21011006, 21011020, 21042056, 21008099, 21022025, 21008042),
          CodeRow.of(
                  SHIP, FailureKind.STATE_CONFLICT, "the order is on hold or not awaiting shipment")
              .codes(21042057, 21011044, 21008013),
          CodeRow.of(
                  SHIP, FailureKind.STATE_CONFLICT, "a request of the buyer is to be settled first")
              .codes(21011007, 21008044),
          CodeRow.of(
                  SHIP, FailureKind.STATE_CONFLICT, "the seller does not ship this order by itself")
              .codes(21008025, 21011004),
          CodeRow.of(
                  SHIP,
                  FailureKind.STATE_CONFLICT,
                  "not possible in the present state of the order")
              .codes(21032001, 21011003, 21008026),
          CodeRow.of(SHIP, FailureKind.CALLER_FAULT, "the units of the parcel are named wrongly")
              .codes(21011048, 21011029),
          CodeRow.of(SHIP, FailureKind.REFUSED, "these units cannot go in one parcel of their own")
              .codes(21011036, 21011033, 21011046, 21022028),
          CodeRow.of(
                  SHIP, FailureKind.REFUSED, "TikTok Shop has no way to ship this order from there")
              .codes(11005004, 11021009, 21021010, 21011012, 21011013, 21034006),
          CodeRow.of(SHIP, FailureKind.REFUSED, "the market asks for an invoice first")
              .codes(21004019, 21004020),
          CodeRow.of(
                  SHIP, FailureKind.CALLER_FAULT, "this call is not offered in the shop's market")
              .codes(21008106),
          CodeRow.of(SHIP, FailureKind.CALLER_FAULT, "a parameter is wrong")
              .codes(11050001, 21001001),
          CodeRow.of(RESHIP, FailureKind.REFUSED, "the tracking number can no longer be changed")
              .review(ReviewCode.CORRECTION_SPENT)
              .codes(21011049, 21011050, 21011051, 21011052),
          CodeRow.of(
                  RESHIP,
                  FailureKind.UNAVAILABLE,
                  "not possible at this moment; read the order before a repeat")
              .codes(10007002),
          CodeRow.of(
                  RESHIP,
                  FailureKind.STATE_CONFLICT,
                  "the package is delivered, cancelled or returned")
              .codes(21011030, 21011041, 21011042, 25001010),
          CodeRow.of(RESHIP, FailureKind.STATE_CONFLICT, "the package is not shipped yet")
              .codes(21011043),
          CodeRow.of(SPLIT, FailureKind.STATE_CONFLICT, "the order cannot be split")
              .codes(21011005, 21011035),
          CodeRow.of(PROVIDERS, FailureKind.REFUSED, "TikTok ships this delivery option by itself")
              .review(ReviewCode.CARRIER_UNKNOWN)
              .codes(21008117),
          CodeRow.of(
                  PROVIDERS,
                  FailureKind.REFUSED,
                  "the shop has not subscribed to the delivery option")
              .review(ReviewCode.CARRIER_UNKNOWN)
              .codes(21008116),
          // Cancellations.
          CodeRow.of(CANCEL, FailureKind.UNAVAILABLE, "the cancellation is locked; try again later")
              .codes(25001028),
          CodeRow.of(CANCEL, FailureKind.CALLER_FAULT, "the reason does not fit the order")
              .codes(25001021, 25001014, 25001015, 25001020, 25001001),
          CodeRow.of(
                  CANCEL,
                  FailureKind.STATE_CONFLICT,
                  "shipped, cancelled or completed; read the order")
              .codes(25001011, 25001045, 25001051),
          CodeRow.of(CANCEL, FailureKind.REFUSED, "TikTok Shop's risk control keeps the order")
              .codes(25001046),
          CodeRow.of(CANCEL, FailureKind.CALLER_FAULT, "these units cannot be cancelled so")
              .codes(25005010, 25005011),
          CodeRow.of(CANCEL, FailureKind.AUTHORIZATION_LOST, "no right to cancel this order")
              .codes(25020005),
          CodeRow.of(DECIDE, FailureKind.NOT_FOUND, "there is no such cancellation")
              .codes(25007006),
          CodeRow.of(DECIDE, FailureKind.ALREADY_DONE, "the cancellation is granted already")
              .codes(25020010),
          CodeRow.of(DECIDE, FailureKind.STATE_CONFLICT, "the buyer took the request back")
              .codes(25020009),
          // TikTok lists these without a word, so the cancellation has to be read.
          CodeRow.of(
                  DECIDE,
                  FailureKind.STATE_CONFLICT,
                  "the cancellation cannot be answered so; read it")
              .codes(
                  25001003, 25001016, 25001057, 25001058, 25007002, 25011011, 25011012, 25020003,
                  25020004),
          // Products and stock.
          CodeRow.of(STOCK, FailureKind.THROTTLED, "too many calls; they go on more slowly")
              .codes(12052109),
          CodeRow.of(
                  STOCK,
                  FailureKind.CALLER_FAULT,
                  "every warehouse of the SKU, and no other, is needed")
              .codes(12019028, 12052530, 12052533),
          CodeRow.of(
                  STOCK, FailureKind.REFUSED, "the quantity is outside of what TikTok Shop takes")
              .codes(12052055, 12019024),
          CodeRow.of(STOCK, FailureKind.REFUSED, "the stock of a bundle follows its components")
              .codes(12052850),
          CodeRow.of(STOCK, FailureKind.STATE_CONFLICT, "a promotion or an auction locks the stock")
              .codes(12052393, 12052371),
          CodeRow.of(STOCK, FailureKind.REFUSED, "somebody else keeps this stock")
              .codes(12052921, 12052037, 12052141),
          CodeRow.of(STOCK, FailureKind.STATE_CONFLICT, "the warehouse is disabled")
              .codes(12052531),
          CodeRow.of(
                  STOCK, FailureKind.STATE_CONFLICT, "not possible in the product's present status")
              .codes(12052901, 12052990),
          CodeRow.of(STOCK, FailureKind.NOT_FOUND, "TikTok Shop does not know the product or SKU")
              .codes(12052556, 12052031, 12052032, 12052260),
          CodeRow.of(STOCK, FailureKind.AUTHORIZATION_LOST, "the seller is not active")
              .codes(12052700),
          CodeRow.of(PRODUCTS, FailureKind.REFUSED, "more than 10000 products match")
              .codes(12052180),
          CodeRow.of(PRODUCTS, FailureKind.CALLER_FAULT, "the stock cannot be read with these ids")
              .codes(12019008, 12019015, 12019022, 12019112, 12019114, 12019120));

  private static final Map<String, List<CodeRow>> BY_CODE = byCode();

  private PlatformCodes() {}

  /** Returns the whole table. */
  static List<CodeRow> rows() {
    return ROWS;
  }

  /** Returns whether a call was refused for the time it was signed with. */
  static boolean isTimeRefused(String code, String message) {
    return code.equals(Integer.toString(INVALID_PARAMETER)) && message.startsWith(INVALID_TIME);
  }

  /** Returns the failure that a code means. */
  static ApiException failure(Answer answer, String code, String message) {
    for (CodeRow row : BY_CODE.getOrDefault(code, List.of())) {
      if (message.startsWith(row.messageStart())) {
        ApiException.Builder failure = failure(answer, row.kind(), row.review());
        if (row.retryAfter() != null) {
          failure.retryAfter(row.retryAfter());
        }
        return failure
            .platformCode(code)
            .detail(row.advice() + " (TikTok Shop documentation: " + row.source() + ")")
            .build();
      }
    }
    FailureKind kind = kindOf(answer.status());
    return failure(answer, kind.isRetryable() ? kind : FailureKind.REFUSED, null)
        .platformCode(code)
        .detail("a code this version does not know; TikTok Shop's support explains the request")
        .build();
  }

  /** Returns the failure that an HTTP status means when there is no code. */
  static ApiException failure(Answer answer) {
    return failure(answer, kindOf(answer.status()), null)
        .detail("the answer is not TikTok Shop's; something before it answered, or it is down")
        .build();
  }

  private static ApiException.Builder failure(
      Answer answer, FailureKind kind, @Nullable ReviewCode review) {
    boolean lost = kind == FailureKind.AUTHORIZATION_LOST;
    return answer.failure(kind).reviewCode(lost ? ReviewCode.AUTHORIZATION_LOST : review);
  }

  private static FailureKind kindOf(int status) {
    return switch (status) {
      case 401, 403 -> FailureKind.AUTHORIZATION_LOST;
      case 408 -> FailureKind.NO_ANSWER;
      case 429 -> FailureKind.THROTTLED;
      default -> status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.CALLER_FAULT;
    };
  }

  private static Map<String, List<CodeRow>> byCode() {
    Map<String, List<CodeRow>> byCode = new HashMap<>();
    for (CodeRow row : ROWS) {
      for (int code : row.codes()) {
        byCode.computeIfAbsent(Integer.toString(code), key -> new ArrayList<>()).add(row);
      }
    }
    return byCode;
  }
}
