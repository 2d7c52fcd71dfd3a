// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Passes a kill point before and after each platform call, named by the platform's operation. */
final class WatchedCalls implements Interceptor {

  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation("GET", "/api/v2/token/refresh", "refreshToken"),
          new Operation("GET", "/authorization/[^/]+/shops", "getAuthorizedShops"),
          new Operation("POST", "/order/[^/]+/orders/search", "searchOrders"),
          new Operation("GET", "/order/[^/]+/orders", "getOrders"),
          new Operation("POST", "/fulfillment/[^/]+/orders/[^/]+/packages", "markPackageAsShipped"),
          new Operation("GET", "/logistics/[^/]+/warehouses", "getWarehouses"),
          new Operation(
              "GET",
              "/logistics/[^/]+/delivery_options/[^/]+/shipping_providers",
              "getShippingProviders"),
          new Operation("POST", "/product/[^/]+/products/search", "searchProducts"),
          new Operation("POST", "/product/[^/]+/inventory/search", "searchInventory"),
          new Operation("POST", "/product/.+/inventory/update", "updateInventory"),
          new Operation("GET", "/api/v2/token/refresh", "refreshToken"),
          new Operation("POST", "/auth/o2/token", "requestAccessToken"),
          new Operation("POST", "/fulfillment/outbound/[^/]+/orders", "createOrder"),
          new Operation("GET", "/fulfillment/outbound/[^/]+/orders", "listOrders"),
          new Operation("GET", "/fulfillment/outbound/[^/]+/orders/[^/]+", "getOrder"),
          new Operation("PUT", "/fulfillment/outbound/[^/]+/orders/[^/]+/cancel", "cancelOrder"),
          new Operation("GET", "/fba/inventory/v1/summaries", "getInventorySummaries"));

  private final KillPoints points;

  WatchedCalls(KillPoints points) {
    this.points = points;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    String point = "call." + operationOf(chain.request());
    points.pass(point + "/before");
    Response response = chain.proceed(chain.request());
    points.pass(point + "/after");
    return response;
  }

  private static String operationOf(Request request) {
    return OPERATIONS.stream()
        .filter(operation -> operation.fits(request))
        .map(Operation::name)
        .findFirst()
        .orElse("other");
  }

  private record Operation(String method, Pattern path, String name) {

    private Operation(String method, String path, String name) {
      this(method, Pattern.compile(path), name);
    }

    private boolean fits(Request request) {
      return method.equals(request.method()) && path.matcher(request.url().encodedPath()).matches();
    }
  }
}
