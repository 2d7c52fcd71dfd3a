// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Incoming;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation a request means. */
final class Routes {

  static final String UNKNOWN = "unknown";
  static final String TOKEN_PATH = "/auth/o2/token";
  static final String REQUEST_ACCESS_TOKEN = "requestAccessToken";

  private static final String V2020 = "/fba/outbound/2020-07-01/fulfillmentOrders";
  private static final String V2026 = "/fulfillment/outbound/2026-07-04";
  private static final String ID = "/([^/]+)";

  private static final List<Route> ROUTES =
      List.of(
          new Route("POST", TOKEN_PATH, REQUEST_ACCESS_TOKEN),
          new Route("POST", V2020, "createFulfillmentOrder"),
          new Route("GET", V2020, "listAllFulfillmentOrders"),
          new Route("POST", V2020 + "/preview", "getFulfillmentPreview"),
          new Route("GET", V2020 + ID, "getFulfillmentOrder"),
          new Route("PUT", V2020 + ID + "/cancel", "cancelFulfillmentOrder"),
          new Route("POST", V2026 + "/orders", "createOrder"),
          new Route("GET", V2026 + "/orders", "listOrders"),
          new Route("POST", V2026 + "/previews", "getOrderPreview"),
          new Route("GET", V2026 + "/orders" + ID, "getOrder"),
          new Route("PUT", V2026 + "/orders" + ID + "/cancel", "cancelOrder"),
          new Route("GET", "/fba/inventory/v1/summaries", "getInventorySummaries"));

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

  /** Returns the order id in the path of an operation that has one. */
  static String orderId(String operation, Incoming request) {
    for (Route route : ROUTES) {
      Matcher matcher = route.path().matcher(request.path());
      if (route.operation().equals(operation) && matcher.matches()) {
        // Amazon turns an escaped plus into a blank, so such an order cannot be read.
        String once = URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
        return once.replace('+', ' ');
      }
    }
    throw new IllegalStateException(operation);
  }
}
