// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Incoming;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation a request means. */
final class Routes {

  static final String UNKNOWN = "unknown";
  static final String TOKEN_PATH = "/auth/o2/token";
  static final String REQUEST_ACCESS_TOKEN = "requestAccessToken";

  /** Operations that take the application's token and refuse a seller's. */
  private static final Set<String> GRANTLESS =
      Set.of(
          "createDestination",
          "getDestinations",
          "getDestination",
          "deleteDestination",
          "getSubscriptionById",
          "deleteSubscriptionById",
          "sendTestNotification");

  private static final Set<String> SANDBOX =
      Set.of(
          "submitFulfillmentOrderStatusUpdate",
          "updateOrderStatus",
          "updatePackage",
          "createInventoryItem",
          "addInventory",
          "deleteInventoryItem",
          "sendTestNotification");

  private static final String V2020 = "/fba/outbound/2020-07-01";
  private static final String V2026 = "/fulfillment/outbound/2026-07-04";
  private static final String STOCK = "/fba/inventory/v1";
  private static final String NOTES = "/notifications/v1";
  private static final String ID = "/([^/]+)";

  private static final List<Route> ROUTES =
      List.of(
          new Route("POST", TOKEN_PATH, REQUEST_ACCESS_TOKEN),
          new Route("POST", V2020 + "/fulfillmentOrders", "createFulfillmentOrder"),
          new Route("GET", V2020 + "/fulfillmentOrders", "listAllFulfillmentOrders"),
          new Route("POST", V2020 + "/fulfillmentOrders/preview", "getFulfillmentPreview"),
          new Route("GET", V2020 + "/fulfillmentOrders" + ID, "getFulfillmentOrder"),
          new Route("PUT", V2020 + "/fulfillmentOrders" + ID, "updateFulfillmentOrder"),
          new Route("PUT", V2020 + "/fulfillmentOrders" + ID + "/cancel", "cancelFulfillmentOrder"),
          new Route(
              "PUT",
              V2020 + "/fulfillmentOrders" + ID + "/status",
              "submitFulfillmentOrderStatusUpdate"),
          new Route(
              "PUT", V2020 + "/fulfillmentOrders" + ID + "/return", "createFulfillmentReturn"),
          new Route("GET", V2020 + "/returnReasonCodes", "listReturnReasonCodes"),
          new Route("GET", V2020 + "/tracking", "getPackageTrackingDetails"),
          new Route("POST", V2020 + "/deliveryOffers", "deliveryOffers"),
          new Route("GET", V2020 + "/features", "getFeatures"),
          new Route("GET", V2020 + "/features/inventory" + ID, "getFeatureInventory"),
          new Route("GET", V2020 + "/features/inventory" + ID + ID, "getFeatureSKU"),
          new Route("POST", V2026 + "/orders", "createOrder"),
          new Route("GET", V2026 + "/orders", "listOrders"),
          new Route("POST", V2026 + "/previews", "getOrderPreview"),
          new Route("POST", V2026 + "/offers", "getOffers"),
          new Route("GET", V2026 + "/orders" + ID, "getOrder"),
          new Route("PUT", V2026 + "/orders" + ID, "updateOrder"),
          new Route("PUT", V2026 + "/orders" + ID + "/cancel", "cancelOrder"),
          new Route("PUT", V2026 + "/orders" + ID + "/status", "updateOrderStatus"),
          new Route("PUT", V2026 + "/orders" + ID + "/packages" + ID, "updatePackage"),
          new Route("GET", STOCK + "/summaries", "getInventorySummaries"),
          new Route("POST", STOCK + "/items", "createInventoryItem"),
          new Route("POST", STOCK + "/items/inventory", "addInventory"),
          new Route("DELETE", STOCK + "/items" + ID, "deleteInventoryItem"),
          new Route("POST", NOTES + "/destinations", "createDestination"),
          new Route("GET", NOTES + "/destinations", "getDestinations"),
          new Route("GET", NOTES + "/destinations" + ID, "getDestination"),
          new Route("DELETE", NOTES + "/destinations" + ID, "deleteDestination"),
          new Route("GET", NOTES + "/subscriptions", "getSubscriptions"),
          new Route("GET", NOTES + "/subscriptions" + ID, "getSubscription"),
          new Route("POST", NOTES + "/subscriptions" + ID, "createSubscription"),
          new Route(
              "POST", NOTES + "/subscriptions" + ID + "/testNotification", "sendTestNotification"),
          new Route("GET", NOTES + "/subscriptions" + ID + ID, "getSubscriptionById"),
          new Route("DELETE", NOTES + "/subscriptions" + ID + ID, "deleteSubscriptionById"));

  private Routes() {}

  private record Route(String method, Pattern path, String operation) {
    private Route(String method, String path, String operation) {
      this(method, Pattern.compile(path), operation);
    }
  }

  static String operationOf(Incoming request) {
    return ROUTES.stream()
        .filter(route -> route.method().equals(request.method()))
        .filter(route -> route.path().matcher(request.path()).matches())
        .map(Route::operation)
        .findFirst()
        .orElse(UNKNOWN);
  }

  static boolean isGrantless(String operation) {
    return GRANTLESS.contains(operation);
  }

  static boolean isSandboxOnly(String operation) {
    return SANDBOX.contains(operation);
  }

  /** Returns the request with what its path names. */
  static Routed routed(String operation, Incoming request) {
    for (Route route : ROUTES) {
      Matcher matcher = route.path().matcher(request.path());
      if (route.operation().equals(operation) && matcher.matches()) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          // Amazon turns an escaped plus into a blank, so such an order cannot be read.
          names.add(URLDecoder.decode(matcher.group(i), StandardCharsets.UTF_8).replace('+', ' '));
        }
        return new Routed(request, names);
      }
    }
    throw new IllegalStateException(operation);
  }

  /** What a desk is asked to do. */
  record Routed(Incoming request, List<String> names) {

    String id() {
      return names.get(0);
    }

    JsonObject body() {
      return JsonObject.parse(request.body());
    }

    String query(String name) {
      return request.query().getOrDefault(name, "");
    }

    String required(String name) {
      String value = query(name);
      if (value.isBlank()) {
        throw Refusal.invalidValue(value, name);
      }
      return value;
    }
  }
}
