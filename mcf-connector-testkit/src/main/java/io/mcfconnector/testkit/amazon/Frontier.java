// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Incoming;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every Selling Partner call must pass before its operation looks at it. */
final class Frontier {

  private static final int LONGEST_USER_AGENT = 500;
  private static final Pattern USER_AGENT =
      Pattern.compile("[^/]+/[^ ]+ \\((.*; ?)?Language=[^;]+(;.*)?\\)");
  private static final Set<String> WITH_BODY =
      Set.of(
          "updateFulfillmentOrder",
          "submitFulfillmentOrderStatusUpdate",
          "createFulfillmentReturn",
          "updateOrder",
          "updateOrderStatus",
          "updatePackage");

  /** Only the newer version declares 415. */
  private static final Set<String> WITH_415 =
      Set.of(
          "createOrder",
          "getOrderPreview",
          "getOffers",
          "updateOrder",
          "updateOrderStatus",
          "updatePackage");

  private static final Set<String> CREATES_OR_PREVIEWS =
      Set.of("createFulfillmentOrder", "createOrder", "getFulfillmentPreview", "getOrderPreview");

  private final LwaDesk lwa;
  private final @Nullable SignatureCheck signatures;
  private final RequestQuota quota;
  private final boolean sandbox;
  private @Nullable String denial;
  private boolean mcfClosed;

  Frontier(LwaDesk lwa, @Nullable SignatureCheck signatures, RequestQuota quota, boolean sandbox) {
    this.sandbox = sandbox;
    this.lwa = lwa;
    this.signatures = signatures;
    this.quota = quota;
  }

  /** Denies every call of the seller from now on. */
  void deny(String details) {
    denial = details;
  }

  /** The seller's account is not set up for orders of other channels from now on. */
  void closeMcf() {
    mcfClosed = true;
  }

  void check(String operation, Incoming request, Instant now) {
    checkUserAgent(request.header("user-agent"));
    lwa.check(request.header("x-amz-access-token"), Routes.isGrantless(operation), now);
    if (signatures != null) {
      signatures.check(request, now);
    }
    if (denial != null) {
      throw Refusal.denied(denial);
    }
    if (operation.equals(Routes.UNKNOWN) || (Routes.isSandboxOnly(operation) && !sandbox)) {
      throw Refusal.denied("");
    }
    if (!quota.tryTake(operation, now)) {
      throw Refusal.throttled();
    }
    if (mcfClosed && CREATES_OR_PREVIEWS.contains(operation)) {
      throw Refusal.invalid("Seller is not registered for Basic fulfillment.");
    }
    if (request.method().equals("POST") || WITH_BODY.contains(operation)) {
      checkContentType(operation, request.header("content-type"));
    }
  }

  private static void checkUserAgent(@Nullable String userAgent) {
    if (userAgent == null
        || userAgent.length() > LONGEST_USER_AGENT
        || !USER_AGENT.matcher(userAgent).matches()) {
      throw Refusal.invalid("The user-agent header is missing or malformed.");
    }
  }

  private static void checkContentType(String operation, @Nullable String contentType) {
    boolean json =
        contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
    if (!json) {
      boolean newer = WITH_415.contains(operation);
      throw new Refusal(
          newer ? 415 : 400,
          newer ? "UnsupportedMediaType" : "InvalidInput",
          "The content type must be application/json.",
          "",
          "ValidationException");
    }
  }
}
