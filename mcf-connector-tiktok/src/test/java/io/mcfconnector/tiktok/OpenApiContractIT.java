// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.mcfconnector.tiktok.cancellation.CancelOrderRequest;
import io.mcfconnector.tiktok.cancellation.CancellationFilter;
import io.mcfconnector.tiktok.cancellation.RejectCancellationRequest;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.fulfillment.PackageFilter;
import io.mcfconnector.tiktok.fulfillment.ShipPackageRequest;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import io.mcfconnector.tiktok.fulfillment.SplitAttribute;
import io.mcfconnector.tiktok.fulfillment.SplitOrderRequest;
import io.mcfconnector.tiktok.fulfillment.SplitPackage;
import io.mcfconnector.tiktok.fulfillment.TrackingEvent;
import io.mcfconnector.tiktok.fulfillment.TrackingValidation;
import io.mcfconnector.tiktok.logistics.CreateWarehouseRequest;
import io.mcfconnector.tiktok.logistics.CreatedWarehouse;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each request of the client, and each answer it is tested with, against TikTok's own OpenAPI.
 *
 * <p>Not checked, since no published file has them: {@code getToken} and {@code refreshToken} (the
 * authorization host), {@code getActiveShops} and {@code getSellerStatus} (the seller API).
 */
class OpenApiContractIT {

  private static final Map<String, OpenApiInteractionValidator> VALIDATORS =
      new ConcurrentHashMap<>();

  private final ShopServer server = new ShopServer();

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call("authorization", "authorized-shops", c -> c.authorization().getAuthorizedShops()),
        call(
            "order",
            "order-search",
            c ->
                c.orders()
                    .searchOrders(
                        new OrderFilter(
                            "AWAITING_SHIPMENT",
                            1L,
                            2L,
                            3L,
                            4L,
                            "SELLER",
                            "749",
                            true,
                            List.of("7406")),
                        100,
                        "token+/=")),
        call("order", "order-detail", c -> c.orders().getOrders(List.of("5779", "5780"))),
        call("order", "order-detail", c -> c.orders().getOrdersV202507(List.of("5779"))),
        call(
            "order",
            "price-detail",
            c -> assertThat(c.orders().getPriceDetail("5779").lineItems()).hasSize(1)),
        call("order", "empty-data", OpenApiContractIT::addReferences),
        call("order", "external-order-errors", OpenApiContractIT::addReferences),
        call(
            "order",
            "external-orders",
            c ->
                assertThat(c.externalOrders().getExternalOrderReferences("5779", "AMAZON"))
                    .extracting(ExternalOrder::id)
                    .containsExactly("TTS-5779-1")),
        call(
            "order",
            "external-order-search",
            c ->
                assertThat(
                        c.externalOrders()
                            .searchOrderByExternalOrderReference("AMAZON", "TTS-5779-1"))
                    .extracting(ExternalOrderReference::id)
                    .containsExactly("5779")),
        call("fulfillment", "shipped", OpenApiContractIT::ship),
        call("fulfillment", "shipped-warning", OpenApiContractIT::ship),
        call(
            "fulfillment",
            "empty-data",
            c -> c.fulfillment().updatePackageShippingInfo("1156", new ShippingInfo("T1", "72"))),
        call(
            "fulfillment",
            "empty-data",
            c -> c.fulfillment().updateOrderShippingInfo("5779", new ShippingInfo("T1", "72"))),
        call(
            "fulfillment",
            "empty-data",
            c ->
                c.fulfillment()
                    .shipPackage(
                        "1156", ShipPackageRequest.bySeller(new ShippingInfo("T1", "72")))),
        call(
            "fulfillment",
            "empty-data",
            c ->
                c.fulfillment()
                    .shipPackage(
                        "1156",
                        new ShipPackageRequest(
                            "PICKUP", new ShipPackageRequest.PickupSlot(1L, 2L), null))),
        call(
            "fulfillment",
            "split",
            c ->
                assertThat(
                        c.fulfillment()
                            .splitOrder(
                                "5779",
                                new SplitOrderRequest(
                                    List.of(
                                        new SplitOrderRequest.Group("left", List.of("57791"))))))
                    .containsExactly(new SplitPackage("1157", "left"))),
        call(
            "fulfillment",
            "split-attributes",
            c ->
                assertThat(c.packages().getOrderSplitAttributes(List.of("5779", "5780")))
                    .extracting(SplitAttribute::mustSplit)
                    .containsExactly(true)),
        call(
            "fulfillment",
            "package-search",
            c ->
                assertThat(
                        c.packages()
                            .searchPackages(
                                new PackageFilter(1L, 2L, 3L, 4L, "FULFILLING"), 50, "token+/=")
                            .nextPageToken())
                    .isEqualTo("cGFnZTI=")),
        call(
            "fulfillment",
            "package-detail",
            c ->
                assertThat(c.packages().getPackageDetail("1156").trackingNumber())
                    .isEqualTo("TBA1")),
        call(
            "fulfillment",
            "tracking",
            c ->
                assertThat(c.packages().getTracking("5779"))
                    .extracting(TrackingEvent::updateTimeMillis)
                    .containsExactly(1_795_403_000_123L)),
        call(
            "fulfillment",
            "tracking-validation",
            c ->
                assertThat(c.packages().validateTracking("TBA1"))
                    .isEqualTo(new TrackingValidation(false, true))),
        call("logistics", "warehouse-created", OpenApiContractIT::createWarehouse),
        call("logistics", "warehouses", c -> c.logistics().getWarehouses()),
        call("logistics", "delivery-options", c -> c.logistics().getDeliveryOptions("7406")),
        call("logistics", "shipping-providers", c -> c.logistics().getShippingProviders("7306")),
        call(
            "product",
            "product-search-page1",
            c ->
                c.products()
                    .searchProducts(
                        new ProductFilter(
                            "ACTIVATE", List.of("HP"), List.of("1726"), 1L, 2L, 3L, 4L),
                        100,
                        null)),
        call(
            "product",
            "product-search-page2",
            c -> c.products().searchProducts(ProductFilter.all(), 1, "cGFnZTI=")),
        call(
            "product",
            "inventory-search",
            c ->
                assertThat(
                        c.products()
                            .searchInventory(new InventoryFilter(List.of("1726"), List.of("17"))))
                    .hasSize(1)),
        call(
            "product",
            "product-detail",
            c -> assertThat(c.products().getProduct("1726").skus()).hasSize(1)),
        call(
            "return_refund",
            "order-cancelled",
            c ->
                assertThat(
                        c.cancellations()
                            .cancelOrder(
                                new CancelOrderRequest(
                                    "5779",
                                    "seller_cancel_reason_out_of_stock",
                                    List.of("57791"),
                                    List.of(new CancelOrderRequest.Sku("17261", 1))))
                            .cancelId())
                    .isEqualTo("4035")),
        call(
            "return_refund",
            "cancellation-search",
            c ->
                assertThat(
                        c.cancellations()
                            .searchCancellations(
                                new CancellationFilter(
                                    List.of("4035"),
                                    List.of("5779"),
                                    List.of("749"),
                                    List.of("BUYER_CANCEL", "CANCEL"),
                                    List.of("CANCELLATION_REQUEST_PENDING"),
                                    1L,
                                    2L,
                                    3L,
                                    4L,
                                    "en-US"),
                                50,
                                "token+/=")
                            .items())
                    .hasSize(1)),
        call(
            "return_refund",
            "empty-data",
            c -> c.cancellations().approveCancellation("4035", "key 1")),
        call(
            "return_refund",
            "empty-data",
            c ->
                c.cancellations()
                    .rejectCancellation(
                        "4035",
                        "key-2",
                        new RejectCancellationRequest(
                            "seller_reject_apply_product_has_been_packed",
                            "Packed",
                            List.of(new RejectCancellationRequest.Image("7", "image/png", 1, 2))))),
        call(
            "return_refund",
            "reject-reasons",
            c -> assertThat(c.cancellations().getRejectReasons("4035", "en-US")).hasSize(1)),
        call(
            "return_refund",
            "return-search",
            c ->
                assertThat(
                        c.returns()
                            .searchReturns(
                                new ReturnFilter(
                                    List.of("4036"),
                                    List.of("5779"),
                                    List.of("749"),
                                    List.of("REFUND"),
                                    List.of("AWAITING_BUYER_SHIP"),
                                    List.of("IN_PROGRESS"),
                                    1L,
                                    2L,
                                    3L,
                                    4L,
                                    "en-US"),
                                10,
                                null)
                            .items())
                    .hasSize(1)),
        call("event", "webhooks", c -> assertThat(c.events().getShopWebhooks()).hasSize(1)),
        call(
            "event",
            "empty-data",
            c ->
                c.events()
                    .updateShopWebhook("ORDER_STATUS_CHANGE", "https://hooks.example.com/tiktok")),
        call("event", "empty-data", c -> c.events().deleteShopWebhook("ORDER_STATUS_CHANGE")),
        call(
            "authorization",
            "empty-data",
            c -> c.authorization().deauthorizeShop(ShopServer.CIPHER)),
        call("product", "empty-data", OpenApiContractIT::updateStock),
        call("product", "inventory-update-errors", OpenApiContractIT::updateStock));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("calls")
  void call_requestAndAnswer_areValid(String api, String fixture, Consumer<TikTokShopClient> call) {
    OpenApiInteractionValidator validator =
        VALIDATORS.computeIfAbsent(api, OpenApiContractIT::validator);
    String answer = TestFiles.fixture(fixture + ".json");
    server.answers(answer);

    call.accept(server.client());

    RecordedRequest sent = server.take();
    ValidationReport report =
        validator.validate(
            request(sent),
            SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody(answer)
                .build());
    assertThat(report.getMessages())
        .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .isEmpty();
  }

  @Test
  void validator_requestThatBreaksTheContract_isNoticed() {
    OpenApiInteractionValidator validator =
        VALIDATORS.computeIfAbsent("order", OpenApiContractIT::validator);
    Request withoutPageSize =
        SimpleRequest.Builder.post("/order/202309/orders/search")
            .withHeader("x-tts-access-token", "TTP_access-one")
            .withContentType("application/json")
            .withBody("{\"update_time_ge\":\"1\"}")
            .build();

    assertThat(validator.validateRequest(withoutPageSize).getMessages())
        .extracting(ValidationReport.Message::getKey)
        .contains(
            "validation.request.parameter.query.missing", "validation.request.body.schema.type");
  }

  @ParameterizedTest
  @CsvSource({
    "authorization, GET, /authorization/202309/shops, authorized-shops",
    "order, POST, /order/202309/orders/search, order-search",
    "order, GET, /order/202309/orders, order-detail",
    "fulfillment, POST, /fulfillment/202309/orders/5779/packages, shipped",
    "logistics, GET, /logistics/202309/warehouses, warehouses",
    "product, POST, /product/202502/products/search, product-search-page1",
    "product, POST, /product/202309/products/1726/inventory/update, inventory-update-errors"
  })
  void validator_spoiledAnswer_isNoticed(
      String api, Request.Method method, String path, String fixture) {
    OpenApiInteractionValidator validator =
        VALIDATORS.computeIfAbsent(api, OpenApiContractIT::validator);
    String answer = TestFiles.fixture(fixture + ".json");

    assertThat(answer(validator, method, path, answer).hasErrors()).isFalse();
    assertThat(answer(validator, method, path, "{]").hasErrors()).isTrue();
    String spoiled = answer.replace("\"data\": {", "\"data\": 7, \"other\": {");
    assertThat(spoiled).isNotEqualTo(answer);
    assertThat(answer(validator, method, path, spoiled).hasErrors()).isTrue();
  }

  private static ValidationReport answer(
      OpenApiInteractionValidator validator, Request.Method method, String path, String body) {
    return validator.validateResponse(
        path,
        method,
        SimpleResponse.Builder.ok().withContentType("application/json").withBody(body).build());
  }

  private static Arguments call(String api, String fixture, Consumer<TikTokShopClient> call) {
    return Arguments.of(api, fixture, call);
  }

  private static void addReferences(TikTokShopClient client) {
    ExternalOrder external =
        new ExternalOrder(
            "TTS-5779-1", "AMAZON", List.of(new ExternalOrder.LineItem("TTS-5779-1-A", "57791")));
    client
        .externalOrders()
        .addExternalOrderReferences(
            new AddExternalOrdersRequest(List.of(new ExternalOrderReference("5779", external))));
  }

  private static void createWarehouse(TikTokShopClient client) {
    CreatedWarehouse created =
        client
            .logistics()
            .createWarehouse(
                new CreateWarehouseRequest(
                    new CreateWarehouseRequest.NewWarehouse(
                        "MCF east",
                        "SALES_WAREHOUSE",
                        "ours-7",
                        false,
                        "Warehouse Desk",
                        "(+1)6145550100",
                        new CreateWarehouseRequest.WarehouseAddress(
                            "US", "Ohio", "Columbus", "Franklin", "43204", "1 Example Way", "B"))));
    assertThat(created.warehouseId()).isEqualTo("7499");
    assertThat(created.errorList()).hasSize(1);
  }

  private static void ship(TikTokShopClient client) {
    client
        .fulfillment()
        .markPackageAsShipped(
            "5779", new MarkPackageAsShippedRequest("TBA1", "7248", List.of("57791")));
  }

  private static void updateStock(TikTokShopClient client) {
    WarehouseStock stock = WarehouseStock.of("7406", 4);
    client
        .products()
        .updateInventory(
            "1726", new UpdateInventoryRequest(List.of(new SkuStock("17261", List.of(stock)))));
  }

  private static OpenApiInteractionValidator validator(String api) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(
            TestFiles.contract("openapi/" + api + ".json"))
        .withLevelResolver(
            // The files leave out app_key, sign and timestamp, which every call has.
            LevelResolver.create()
                .withLevel(
                    "validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                .build())
        .build();
  }

  private static Request request(RecordedRequest sent) {
    HttpUrl url = ShopServer.urlOf(sent);
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(sent.getMethod(), url.encodedPath())
            .withHeader(
                "x-tts-access-token", String.valueOf(sent.getHeaders().get("x-tts-access-token")))
            .withContentType(String.valueOf(sent.getHeaders().get("Content-Type")));
    url.queryParameterNames()
        .forEach(name -> request.withQueryParam(name, url.queryParameterValues(name)));
    String body = ShopServer.body(sent);
    return body.isEmpty() ? request.build() : request.withBody(body).build();
  }
}
