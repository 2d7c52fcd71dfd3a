// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.product.InventoryFilter;
import io.mcfconnector.tiktok.product.ProductFilter;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.SkuStock;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.WarehouseStock;
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

/** Each request of the client, and each answer it is tested with, against TikTok's own OpenAPI. */
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
                    .searchOrders(new OrderFilter("AWAITING_SHIPMENT", 1L, 2L), 100, "token+/=")),
        call("order", "order-detail", c -> c.orders().getOrders(List.of("5779", "5780"))),
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
        call("logistics", "warehouses", c -> c.logistics().getWarehouses()),
        call("logistics", "delivery-options", c -> c.logistics().getDeliveryOptions("7406")),
        call("logistics", "shipping-providers", c -> c.logistics().getShippingProviders("7306")),
        call(
            "product",
            "product-search-page1",
            c ->
                c.products()
                    .searchProducts(
                        new ProductFilter("ACTIVATE", List.of("HP"), List.of("1726")), 100, null)),
        call(
            "product",
            "product-search-page2",
            c -> c.products().searchProducts(new ProductFilter(null, null, null), 1, "cGFnZTI=")),
        call(
            "product",
            "inventory-search",
            c ->
                assertThat(
                        c.products()
                            .searchInventory(new InventoryFilter(List.of("1726"), List.of("17"))))
                    .hasSize(1)),
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

  private static void ship(TikTokShopClient client) {
    client
        .fulfillment()
        .markPackageAsShipped(
            "5779", new MarkPackageAsShippedRequest("TBA1", "7248", List.of("57791")));
  }

  private static void updateStock(TikTokShopClient client) {
    WarehouseStock stock = new WarehouseStock("7406", 4);
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
