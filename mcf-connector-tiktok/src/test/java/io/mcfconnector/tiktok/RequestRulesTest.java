// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.tiktok.cancellation.CancelOrderRequest;
import io.mcfconnector.tiktok.cancellation.CancellationFilter;
import io.mcfconnector.tiktok.cancellation.RejectCancellationRequest;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.fulfillment.PackageFilter;
import io.mcfconnector.tiktok.fulfillment.ShipPackageRequest;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import io.mcfconnector.tiktok.fulfillment.SplitOrderRequest;
import io.mcfconnector.tiktok.logistics.CreateWarehouseRequest;
import io.mcfconnector.tiktok.order.AddExternalOrdersRequest;
import io.mcfconnector.tiktok.order.ExternalOrder;
import io.mcfconnector.tiktok.order.ExternalOrderReference;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.product.InventoryFilter;
import io.mcfconnector.tiktok.product.ProductFilter;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.SkuStock;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.WarehouseStock;
import io.mcfconnector.tiktok.returns.ReturnFilter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What TikTok could only refuse is refused here, with field and rule, and nothing is sent. */
class RequestRulesTest {

  private final ShopServer server = new ShopServer();

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        of("ids must have 1 to 50 elements", c -> c.orders().getOrders(List.of())),
        of(
            "ids must have 1 to 50 elements",
            c -> c.orders().getOrdersV202507(Collections.nCopies(51, "1"))),
        of("ids[1] must be", c -> c.orders().getOrders(Arrays.asList("1", null))),
        of("ids[1] must be 1 to 32 digits", c -> c.orders().getOrders(List.of("1", "1,2"))),
        of("order_id must be 1 to 32 digits", c -> c.orders().getPriceDetail("../1")),
        of(
            "page_size must be 1 to 100",
            c -> c.orders().searchOrders(OrderFilter.all(), 101, null)),
        of(
            "page_token must be the next_page_token",
            c -> c.orders().searchOrders(OrderFilter.all(), 1, "a b")),
        of(
            "order_status must be one of [AWAITING_COLLECTION",
            c -> c.orders().searchOrders(OrderFilter.all().withStatus("SENT"), 1, null)),
        of(
            "update_time_ge must be Unix seconds that are not after update_time_lt",
            c -> c.orders().searchOrders(times(2L, 1L), 1, null)),
        of(
            "update_time_ge must be Unix seconds",
            c -> c.orders().searchOrders(times(-1L, null), 1, null)),
        of(
            "tracking_number must be 1 to 64 letters, digits and hyphens",
            c -> ship(c, "TBA 1", "72", List.of("1"))),
        of("tracking_number must be", c -> ship(c, null, "72", List.of("1"))),
        of("shipping_provider_id must be", c -> ship(c, "TBA1", "UPS", List.of("1"))),
        of("order_line_item_ids must have 1 to 1000", c -> ship(c, "TBA1", "72", List.of())),
        of("order_line_item_ids[1] must be", c -> ship(c, "TBA1", "72", Arrays.asList("1", null))),
        of(
            "shipping_provider_id must be",
            c -> c.fulfillment().updateOrderShippingInfo("1", new ShippingInfo("T", null))),
        of(
            "package_id must be",
            c -> c.fulfillment().updatePackageShippingInfo("", new ShippingInfo("T", "1"))),
        of(
            "self_shipment must be there when there is no handover_method",
            c -> c.fulfillment().shipPackage("1", new ShipPackageRequest(null, null, null))),
        of(
            "self_shipment.tracking_number must be",
            c ->
                c.fulfillment()
                    .shipPackage("1", ShipPackageRequest.bySeller(new ShippingInfo("#", "1")))),
        of(
            "splittable_groups[0].order_line_item_ids must have 1 to 1000",
            c ->
                c.fulfillment()
                    .splitOrder(
                        "1",
                        new SplitOrderRequest(
                            List.of(new SplitOrderRequest.Group("a", List.of()))))),
        of(
            "page_size must be 1 to 50",
            c -> c.packages().searchPackages(PackageFilter.all(), 51, null)),
        of(
            "package_status must be one of",
            c ->
                c.packages()
                    .searchPackages(new PackageFilter(null, null, null, null, "LOST"), 1, null)),
        of("tracking_number must be", c -> c.packages().validateTracking("1\n2")),
        of("order_ids must have", c -> c.packages().getOrderSplitAttributes(List.of())),
        of(
            "order_ids[0] must be",
            c -> c.packages().getOrderSplitAttributes(Collections.singletonList(null))),
        of("warehouse_id must be", c -> c.logistics().getDeliveryOptions("x")),
        of("delivery_option_id must be", c -> c.logistics().getShippingProviders("")),
        of(
            "warehouse must be there",
            c -> c.logistics().createWarehouse(new CreateWarehouseRequest(null))),
        of(
            "warehouse.address.address_line_1 must have 1 to 255 characters",
            c -> c.logistics().createWarehouse(warehouse("\t"))),
        of(
            "warehouse.address.address_line_1 must not hold control characters",
            c -> c.logistics().createWarehouse(warehouse("1 Secret\u0000Way"))),
        of(
            "warehouse.address.address_line_1 must not hold control characters or halves",
            c -> c.logistics().createWarehouse(warehouse("1 Secret\ud800Way"))),
        of("product_id must be", c -> c.products().getProduct("p")),
        of(
            "seller_skus must have 1 to 10 elements",
            c ->
                c.products()
                    .searchProducts(
                        new ProductFilter(
                            null, Collections.nCopies(11, "S"), null, null, null, null, null),
                        1,
                        null)),
        of(
            "sku_ids must be there when there are no product_ids",
            c -> c.products().searchInventory(new InventoryFilter(null, null))),
        of(
            "sku_ids must have 1 to 600 elements",
            c ->
                c.products()
                    .searchInventory(new InventoryFilter(Collections.nCopies(601, "1"), null))),
        of(
            "skus[0].inventory[1].quantity must be 0 to 99999",
            c -> stock(c, WarehouseStock.of("1", 1), WarehouseStock.of("2", -1))),
        of(
            "skus[0].inventory[0].quantity must be 0 to 99999",
            c -> stock(c, new WarehouseStock("1", null, null, null))),
        of("skus[0].inventory must have 1 to", c -> stock(c)),
        of(
            "orders must have 1 to 100 elements",
            c ->
                c.externalOrders()
                    .addExternalOrderReferences(new AddExternalOrdersRequest(List.of()))),
        of(
            "orders[0].external_order.platform must be one of [AMAZON",
            c -> reference(c, "EBAY", "1")),
        of(
            "orders[0].external_order.line_items[0].origin_id must be",
            c -> reference(c, "AMAZON", "one")),
        of(
            "external_order_id must have",
            c -> c.externalOrders().searchOrderByExternalOrderReference("AMAZON", " ")),
        of(
            "cancel_reason must have",
            c -> c.cancellations().cancelOrder(CancelOrderRequest.whole("1", ""))),
        of(
            "skus[0].quantity must be 1 to",
            c ->
                c.cancellations()
                    .cancelOrder(
                        new CancelOrderRequest(
                            "1", "r", null, List.of(new CancelOrderRequest.Sku("1", 0))))),
        of(
            "cancel_types[0] must be one of [BUYER_CANCEL, CANCEL]",
            c ->
                c.cancellations()
                    .searchCancellations(
                        new CancellationFilter(
                            null, null, null, List.of("X"), null, null, null, null, null, null),
                        1,
                        null)),
        of(
            "page_size must be 1 to 50",
            c -> c.cancellations().searchCancellations(CancellationFilter.all(), 0, null)),
        of(
            "idempotency_key must have 1 to 255 characters",
            c -> c.cancellations().approveCancellation("1", "k".repeat(256))),
        of(
            "reject_reason must have",
            c ->
                c.cancellations()
                    .rejectCancellation("1", "k", new RejectCancellationRequest(null, null, null))),
        of("return_or_cancel_id must be", c -> c.cancellations().getRejectReasons("?", null)),
        of(
            "page_size must be 10 to 50",
            c -> c.returns().searchReturns(ReturnFilter.all(), 9, null)),
        of(
            "order_ids[0] must be",
            c -> c.returns().searchReturns(ReturnFilter.ofOrders(List.of("a")), 10, null)),
        of("event_type must have", c -> c.events().deleteShopWebhook("")),
        of("address must be https://", c -> hook(c, "http://hooks.example.com/t")),
        of("address must be https://", c -> hook(c, "https://192.0.2.7/t")),
        of("address must be https://", c -> hook(c, "https://hooks.example.com:8443/t")),
        of("address must be https://", c -> hook(c, "https://a:b@hooks.example.com/t")),
        of("address must be https://", c -> hook(c, "https://[2001:db8::1]/t")),
        of("address must be https://", c -> hook(c, "https://localhost/t")),
        of(
            "address must be https://",
            c -> hook(c, "https://hooks.example.com/" + "a".repeat(255))),
        of("shop_cipher must have", c -> c.authorization().deauthorizeShop("")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void call_brokenRequest_isRefusedAndNothingIsSent(String rule, Consumer<TikTokShopClient> call) {
    ApiException refused =
        Objects.requireNonNull(
            catchThrowableOfType(ApiException.class, () -> call.accept(server.client())));

    assertThat(refused.kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(refused.httpStatus()).isZero();
    assertThat(refused.jsonPath()).contains(rule.split(" ", 2)[0]);
    assertThat(refused)
        .hasMessageStartingWith(refused.operation() + " failed")
        .hasMessageContaining(": " + rule)
        .hasMessageEndingWith("; nothing was sent")
        .hasMessageNotContaining("Secret");
    assertThat(server.requests()).isZero();
  }

  private static Arguments of(String rule, Consumer<TikTokShopClient> call) {
    return Arguments.of(rule, call);
  }

  private static OrderFilter times(
      @org.jspecify.annotations.Nullable Long from, @org.jspecify.annotations.Nullable Long to) {
    return new OrderFilter(null, null, null, from, to, null, null, null, null);
  }

  private static void ship(
      TikTokShopClient client,
      @org.jspecify.annotations.Nullable String number,
      String provider,
      List<String> units) {
    client
        .fulfillment()
        .markPackageAsShipped("1", new MarkPackageAsShippedRequest(number, provider, units));
  }

  private static void stock(TikTokShopClient client, WarehouseStock... stock) {
    client
        .products()
        .updateInventory(
            "1", new UpdateInventoryRequest(List.of(new SkuStock("11", List.of(stock)))));
  }

  private static void reference(TikTokShopClient client, String platform, String unit) {
    ExternalOrder external =
        new ExternalOrder("E", platform, List.of(new ExternalOrder.LineItem("L", unit)));
    client
        .externalOrders()
        .addExternalOrderReferences(
            new AddExternalOrdersRequest(List.of(new ExternalOrderReference("1", external))));
  }

  private static CreateWarehouseRequest warehouse(String line) {
    return new CreateWarehouseRequest(
        new CreateWarehouseRequest.NewWarehouse(
            "W",
            "SALES_WAREHOUSE",
            null,
            null,
            null,
            null,
            new CreateWarehouseRequest.WarehouseAddress("US", null, null, null, null, line, null)));
  }

  private static void hook(TikTokShopClient client, String address) {
    client.events().updateShopWebhook("ORDER_STATUS_CHANGE", address);
  }
}
