// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.http.Reply;
import io.mcfconnector.testkit.http.SimulatorServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads each request through the gate to its desk. */
final class TikTokPlatform implements SimulatorServer.Platform {

  private final Envelope envelope;
  private final Gate gate;
  private final TokenDesk tokens;
  private final OrderDesk orders;
  private final FulfillmentDesk fulfillment;
  private final LogisticsDesk logistics;
  private final ProductDesk products;
  private final StockDesk stock;
  private final ReferenceDesk references;
  private final PackageDesk packages;
  private final CancellationDesk cancellations;
  private final ReturnsDesk returns;
  private final EventDesk events;

  TikTokPlatform(
      Envelope envelope,
      Gate gate,
      TokenDesk tokens,
      ShopWorld world,
      FulfillmentDesk fulfillment,
      LogisticsDesk logistics,
      StockDesk stock,
      CancellationDesk cancellations,
      ReturnsDesk returns,
      EventDesk events) {
    this.envelope = envelope;
    this.gate = gate;
    this.tokens = tokens;
    this.orders = new OrderDesk(world);
    this.fulfillment = fulfillment;
    this.logistics = logistics;
    this.products = new ProductDesk(world);
    this.stock = stock;
    this.references = new ReferenceDesk(world);
    this.packages = new PackageDesk(world);
    this.cancellations = cancellations;
    this.returns = returns;
    this.events = events;
  }

  @Override
  public String operationOf(Incoming request) {
    Route route = Route.find(request);
    return route == null ? Route.UNKNOWN_OPERATION : route.operation();
  }

  @Override
  public Reply answer(String operation, Incoming request) {
    try {
      Route route = Route.find(request);
      if (route == null) {
        throw Route.refusal(request);
      }
      gate.check(route, request);
      boolean auth = route.access() == Route.Access.APP_SECRET;
      return envelope.success(auth ? "success" : "Success", data(route, request));
    } catch (Refusal refusal) {
      return envelope.refusal(refusal);
    }
  }

  @Override
  public Reply throttled() {
    return envelope.refusal(CallQuota.exceeded());
  }

  @Override
  public Reply failed(int status) {
    return envelope.failed(status);
  }

  private Map<String, @Nullable Object> data(Route route, Incoming request) {
    return switch (route) {
      case GET_TOKEN -> tokens.get(request);
      case REFRESH_TOKEN -> tokens.refresh(request);
      case GET_AUTHORIZED_SHOPS -> tokens.authorizedShops();
      case SEARCH_ORDERS -> orders.search(request);
      case GET_ORDERS, GET_ORDERS_V202507 -> orders.get(request);
      case GET_PRICE_DETAIL -> orders.priceDetail(route.id(request));
      case MARK_PACKAGE_AS_SHIPPED -> fulfillment.markAsShipped(route.id(request), request);
      case UPDATE_PACKAGE_SHIPPING_INFO -> fulfillment.updatePackage(route.id(request), request);
      case UPDATE_ORDER_SHIPPING_INFO -> fulfillment.updateOrder(route.id(request), request);
      case GET_WAREHOUSES -> logistics.warehouses();
      case GET_DELIVERY_OPTIONS -> logistics.deliveryOptions(route.id(request));
      case GET_SHIPPING_PROVIDERS -> logistics.shippingProviders(route.id(request));
      case SEARCH_PRODUCTS -> products.searchProducts(request);
      case SEARCH_INVENTORY -> products.searchInventory(request);
      case UPDATE_INVENTORY -> stock.update(route.id(request), request);
      case GET_PRODUCT -> products.getProduct(route.id(request));
      case DEAUTHORIZE_SHOP -> tokens.deauthorize();
      case GET_ACTIVE_SHOPS -> tokens.activeShops();
      case GET_SELLER_STATUS -> tokens.sellerStatus();
      case ADD_EXTERNAL_ORDER_REFERENCES -> references.add(request);
      case GET_EXTERNAL_ORDER_REFERENCES -> references.get(route.id(request), request);
      case SEARCH_ORDER_BY_EXTERNAL_ORDER_REFERENCE -> references.search(request);
      case SHIP_PACKAGE -> fulfillment.shipPackage(route.id(request), request);
      case SPLIT_ORDER -> fulfillment.split(route.id(request), request);
      case GET_ORDER_SPLIT_ATTRIBUTES -> packages.splitAttributes(request);
      case SEARCH_PACKAGES -> packages.search(request);
      case GET_PACKAGE_DETAIL -> packages.detail(route.id(request));
      case GET_TRACKING -> packages.tracking(route.id(request));
      case VALIDATE_TRACKING -> packages.validation(request);
      case CREATE_WAREHOUSE -> logistics.createWarehouse(request);
      case CANCEL_ORDER -> cancellations.cancel(request);
      case SEARCH_CANCELLATIONS -> cancellations.search(request);
      case APPROVE_CANCELLATION -> cancellations.approve(route.id(request), request);
      case REJECT_CANCELLATION -> cancellations.reject(route.id(request), request);
      case GET_REJECT_REASONS -> cancellations.rejectReasons(request);
      case SEARCH_RETURNS -> returns.search(request);
      case GET_SHOP_WEBHOOKS -> events.list();
      case UPDATE_SHOP_WEBHOOK -> events.update(request);
      case DELETE_SHOP_WEBHOOK -> events.delete(request);
    };
  }
}
