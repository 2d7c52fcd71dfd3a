// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls that the simulator knows. */
enum Route {
  GET_TOKEN("getToken", "GET", "/api/v2/token/get", Access.APP_SECRET),
  REFRESH_TOKEN("refreshToken", "GET", "/api/v2/token/refresh", Access.APP_SECRET),
  GET_AUTHORIZED_SHOPS("getAuthorizedShops", "GET", "/authorization/202309/shops", Access.SELLER),
  SEARCH_ORDERS("searchOrders", "POST", "/order/202309/orders/search", Access.SHOP),
  GET_ORDERS("getOrders", "GET", "/order/202309/orders", Access.SHOP),
  MARK_PACKAGE_AS_SHIPPED(
      "markPackageAsShipped", "POST", "/fulfillment/202309/orders/{id}/packages", Access.SHOP),
  UPDATE_PACKAGE_SHIPPING_INFO(
      "updatePackageShippingInfo",
      "POST",
      "/fulfillment/202309/packages/{id}/shipping_info/update",
      Access.SHOP),
  UPDATE_ORDER_SHIPPING_INFO(
      "updateOrderShippingInfo",
      "POST",
      "/fulfillment/202309/orders/{id}/shipping_info/update",
      Access.SHOP),
  GET_WAREHOUSES("getWarehouses", "GET", "/logistics/202309/warehouses", Access.SHOP),
  GET_DELIVERY_OPTIONS(
      "getDeliveryOptions",
      "GET",
      "/logistics/202309/warehouses/{id}/delivery_options",
      Access.SHOP),
  GET_SHIPPING_PROVIDERS(
      "getShippingProviders",
      "GET",
      "/logistics/202309/delivery_options/{id}/shipping_providers",
      Access.SHOP),
  SEARCH_PRODUCTS("searchProducts", "POST", "/product/202502/products/search", Access.SHOP),
  SEARCH_INVENTORY("searchInventory", "POST", "/product/202309/inventory/search", Access.SHOP),
  UPDATE_INVENTORY(
      "updateInventory", "POST", "/product/202309/products/{id}/inventory/update", Access.SHOP),
  GET_PRODUCT("getProduct", "GET", "/product/202309/products/{id}", Access.SHOP),
  DEAUTHORIZE_SHOP("deauthorizeShop", "DELETE", "/authorization/202403/shops", Access.SHOP),
  GET_ACTIVE_SHOPS("getActiveShops", "GET", "/seller/202309/shops", Access.SELLER),
  GET_SELLER_STATUS("getSellerStatus", "GET", "/seller/202508/status", Access.SELLER),
  GET_ORDERS_V202507("getOrdersV202507", "GET", "/order/202507/orders", Access.SHOP),
  GET_PRICE_DETAIL("getPriceDetail", "GET", "/order/202407/orders/{id}/price_detail", Access.SHOP),
  ADD_EXTERNAL_ORDER_REFERENCES(
      "addExternalOrderReferences", "POST", "/order/202406/orders/external_orders", Access.SHOP),
  GET_EXTERNAL_ORDER_REFERENCES(
      "getExternalOrderReferences",
      "GET",
      "/order/202406/orders/{id}/external_orders",
      Access.SHOP),
  SEARCH_ORDER_BY_EXTERNAL_ORDER_REFERENCE(
      "searchOrderByExternalOrderReference",
      "POST",
      "/order/202406/orders/external_order_search",
      Access.SHOP),
  SHIP_PACKAGE("shipPackage", "POST", "/fulfillment/202309/packages/{id}/ship", Access.SHOP),
  SPLIT_ORDER("splitOrder", "POST", "/fulfillment/202309/orders/{id}/split", Access.SHOP),
  GET_ORDER_SPLIT_ATTRIBUTES(
      "getOrderSplitAttributes", "GET", "/fulfillment/202309/orders/split_attributes", Access.SHOP),
  SEARCH_PACKAGES("searchPackages", "POST", "/fulfillment/202309/packages/search", Access.SHOP),
  GET_PACKAGE_DETAIL("getPackageDetail", "GET", "/fulfillment/202309/packages/{id}", Access.SHOP),
  GET_TRACKING("getTracking", "GET", "/fulfillment/202309/orders/{id}/tracking", Access.SHOP),
  VALIDATE_TRACKING(
      "validateTracking", "GET", "/fulfillment/202508/tts_tracking_validation", Access.SHOP),
  CREATE_WAREHOUSE("createWarehouse", "POST", "/logistics/202502/warehouses", Access.SHOP),
  CANCEL_ORDER("cancelOrder", "POST", "/return_refund/202309/cancellations", Access.SHOP),
  SEARCH_CANCELLATIONS(
      "searchCancellations", "POST", "/return_refund/202309/cancellations/search", Access.SHOP),
  APPROVE_CANCELLATION(
      "approveCancellation",
      "POST",
      "/return_refund/202309/cancellations/{id}/approve",
      Access.SHOP),
  REJECT_CANCELLATION(
      "rejectCancellation", "POST", "/return_refund/202309/cancellations/{id}/reject", Access.SHOP),
  GET_REJECT_REASONS(
      "getRejectReasons", "GET", "/return_refund/202309/reject_reasons", Access.SHOP),
  SEARCH_RETURNS("searchReturns", "POST", "/return_refund/202309/returns/search", Access.SHOP),
  GET_SHOP_WEBHOOKS("getShopWebhooks", "GET", "/event/202309/webhooks", Access.SHOP),
  UPDATE_SHOP_WEBHOOK("updateShopWebhook", "PUT", "/event/202309/webhooks", Access.SHOP),
  DELETE_SHOP_WEBHOOK("deleteShopWebhook", "DELETE", "/event/202309/webhooks", Access.SHOP);

  static final String UNKNOWN_OPERATION = "unknown";

  /** Who may call. */
  enum Access {
    /** Whoever knows the app's secret; not signed. */
    APP_SECRET,
    /** The seller; a cipher is not expected. */
    SELLER,
    /** The seller for one shop; its cipher is needed. */
    SHOP
  }

  private final String operation;
  private final String method;
  private final Pattern path;
  private final Access access;
  private final String scope;

  Route(String operation, String method, String path, Access access) {
    this.scope = scopeOf(method, path);
    this.operation = operation;
    this.method = method;
    this.path = Pattern.compile(path.replace("{id}", "([^/]+)"));
    this.access = access;
  }

  /** Returns the route of a request; {@code null} when there is none. */
  static @Nullable Route find(Incoming request) {
    return Arrays.stream(values())
        .filter(route -> route.hasPathOf(request) && route.method.equals(request.method()))
        .findFirst()
        .orElse(null);
  }

  /** Returns what TikTok says when there is no route. */
  static Refusal refusal(Incoming request) {
    boolean otherMethod = Arrays.stream(values()).anyMatch(route -> route.hasPathOf(request));
    return otherMethod
        ? Refusal.of(405, 36009010, "Invalid method for this path.")
        : Refusal.of(404, 36009009, "Invalid path. No such endpoint.");
  }

  String operation() {
    return operation;
  }

  /** Returns the right that the call needs. */
  String scope() {
    return scope;
  }

  private static String scopeOf(String method, String path) {
    String area = path.split("/", -1)[1];
    return switch (area) {
      case "order" ->
          path.endsWith("/external_orders") && method.equals("POST")
              ? "seller.order.ext_ref.write"
              : path.contains("/external_order")
                  ? "seller.order.ext_ref.read"
                  : "seller.order.info";
      case "fulfillment" ->
          path.endsWith("/split") ? "seller.fulfillment.package.write" : "seller.fulfillment.basic";
      case "logistics" -> "seller.logistics";
      case "return_refund" -> "seller.return_refund.basic";
      case "product" ->
          path.endsWith("/inventory/update") ? "seller.product.write" : "seller.product.basic";
      default -> "seller.authorization.info";
    };
  }

  /** Returns every right there is. */
  static Set<String> scopes() {
    return Arrays.stream(values()).map(Route::scope).collect(Collectors.toSet());
  }

  Access access() {
    return access;
  }

  /** Returns the id in the path. */
  String id(Incoming request) {
    Matcher matcher = path.matcher(request.path());
    if (!matcher.matches() || matcher.groupCount() == 0) {
      throw new IllegalStateException(operation + " has no id in its path");
    }
    return matcher.group(1);
  }

  private boolean hasPathOf(Incoming request) {
    return path.matcher(request.path()).matches();
  }
}
