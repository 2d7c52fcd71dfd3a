// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.tiktok.cancellation.CancelOrderRequest;
import io.mcfconnector.tiktok.cancellation.Cancellation;
import io.mcfconnector.tiktok.cancellation.CancellationFilter;
import io.mcfconnector.tiktok.cancellation.RejectCancellationRequest;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.fulfillment.PackageFilter;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import io.mcfconnector.tiktok.order.AddExternalOrdersRequest;
import io.mcfconnector.tiktok.order.ExternalOrder;
import io.mcfconnector.tiktok.order.ExternalOrderReference;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.order.TikTokOrder;
import io.mcfconnector.tiktok.product.InventoryFilter;
import io.mcfconnector.tiktok.product.ProductFilter;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.SkuStock;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.WarehouseStock;
import io.mcfconnector.tiktok.returns.ReturnFilter;
import io.mcfconnector.transport.Answers;
import io.mcfconnector.transport.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample request is what the client sends, and every sample answer is read. */
class ContractSamplesIT {

  private static final String ORDER = "577300000000000101";

  private final ShopServer server = new ShopServer();

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        request(
            "cancel-order",
            c ->
                c.cancellations()
                    .cancelOrder(
                        CancelOrderRequest.whole(
                            "577300000000000114", "seller_cancel_reason_out_of_stock"))),
        request(
            "cancel-order-line-items",
            c ->
                c.cancellations()
                    .cancelOrder(
                        new CancelOrderRequest(
                            "577300000000000103",
                            "seller_cancel_reason_out_of_stock",
                            List.of("577300000000103003"),
                            null))),
        request(
            "cancellation-search",
            c ->
                c.cancellations()
                    .searchCancellations(
                        new CancellationFilter(
                            null,
                            null,
                            null,
                            List.of("BUYER_CANCEL", "CANCEL"),
                            null,
                            null,
                            null,
                            1_788_156_000L,
                            1_788_264_000L,
                            null),
                        3,
                        null)),
        request(
            "external-orders-add",
            c ->
                c.externalOrders()
                    .addExternalOrderReferences(
                        new AddExternalOrdersRequest(
                            List.of(
                                new ExternalOrderReference(
                                    ORDER,
                                    new ExternalOrder(
                                        "TTS-" + ORDER,
                                        "AMAZON",
                                        List.of(
                                            line("JO-BCB-L-1", 1),
                                            line("JO-BCB-L-2", 2),
                                            line("JO-MUG-BLU-1", 3)))))))),
        request(
            "inventory-search",
            c ->
                c.products()
                    .searchInventory(
                        new InventoryFilter(
                            Stream.of("11", "12", "21", "22", "31")
                                .map(n -> "17295000000000000" + n)
                                .toList(),
                            null))),
        request(
            "inventory-update",
            c ->
                c.products()
                    .updateInventory(
                        "1729500000000000002",
                        new UpdateInventoryRequest(
                            List.of(stock("21", 118, 15), stock("22", 60, 8))))),
        request(
            "mark-as-shipped",
            c ->
                c.fulfillment()
                    .markPackageAsShipped(
                        ORDER,
                        new MarkPackageAsShippedRequest(
                            "TBA300000000011",
                            "7248600717110282027",
                            List.of(
                                "577300000000101001",
                                "577300000000101002",
                                "577300000000101003")))),
        request(
            "order-search",
            c ->
                c.orders()
                    .searchOrders(
                        new OrderFilter(
                            "AWAITING_SHIPMENT",
                            null,
                            null,
                            1_788_177_600L,
                            1_788_264_000L,
                            "SELLER",
                            null,
                            null,
                            null),
                        4,
                        null)),
        request(
            "reject-cancellation",
            c ->
                c.cancellations()
                    .rejectCancellation(
                        "4035300000000000201",
                        "5b0f6a52-7d4d-4c53-9b63-2f7f0a0f7a11",
                        new RejectCancellationRequest(
                            "seller_reject_apply_product_has_been_packed",
                            "Already handed to the carrier",
                            null))),
        request(
            "update-package-shipping-info",
            c ->
                c.fulfillment()
                    .updatePackageShippingInfo(
                        "1153000000000000901",
                        new ShippingInfo("1Z999AA10123456784", "7117859084333745966"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void request_sample_isWhatIsSent(String file, Consumer<TikTokShopClient> call) {
    server.answers("{\"code\":0,\"data\":{}}");
    Map<?, ?> sample = json(TestFiles.contract(file));

    call.accept(server.client());

    var sent = server.take();
    assertThat(json(ShopServer.body(sent))).isEqualTo(sample.get("body"));
    Map<?, ?> query = (Map<?, ?>) Objects.requireNonNull(sample.get("query"));
    query.forEach(
        (name, value) -> {
          if (!name.equals("shop_cipher")) {
            assertThat(ShopServer.urlOf(sent).queryParameter(String.valueOf(name)))
                .isEqualTo(text(value));
          }
        });
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        answer(
            "approve-cancellation",
            c -> {
              c.cancellations().approveCancellation("1", "k");
              return "";
            },
            ""),
        answer("authorized-shops", c -> c.authorization().getAuthorizedShops(), "cipher=TTP_"),
        answer(
            "cancel-order",
            c -> c.cancellations().cancelOrder(CancelOrderRequest.whole("1", "r")),
            "4035300000000000203"),
        answer("delivery-options", c -> c.logistics().getDeliveryOptions("1"), "SEND_BY_SELLER"),
        answer(
            "external-order-search",
            c -> c.externalOrders().searchOrderByExternalOrderReference("AMAZON", "1"),
            ORDER),
        answer("external-orders-add-response-errors", c -> addReference(c), "21008111"),
        answer("external-orders-add-response-success", c -> addReference(c), "[]"),
        answer(
            "external-orders-get",
            c -> c.externalOrders().getExternalOrderReferences("1", "AMAZON"),
            "TTS-" + ORDER),
        answer(
            "inventory-search",
            c -> c.products().searchInventory(new InventoryFilter(List.of("1"), null)),
            "JO-BCB-L"),
        answer("inventory-update-response-partial-errors", c -> update(c), "12052531"),
        answer("inventory-update-response-success", c -> update(c), "[]"),
        answer("mark-as-shipped", c -> ship(c), "warning=null"),
        answer("mark-as-shipped-response-partial", c -> ship(c), "packageId=115"),
        answer("mark-as-shipped-response-warning", c -> ship(c), "Warning[message="),
        answer(
            "package-detail",
            c -> c.packages().getPackageDetail("1"),
            "warehouseId=7401000000000000001"),
        answer(
            "package-search",
            c -> c.packages().packages(PackageFilter.all()).toList(),
            "TBA300000000101"),
        answer(
            "product-search", c -> c.products().products(ProductFilter.all()).toList(), "JO-BCB-L"),
        answer("reject-reasons", c -> c.cancellations().getRejectReasons("1", null), "packed"),
        answer(
            "returns-search",
            c -> c.returns().returns(ReturnFilter.all()).toList(),
            "AWAITING_BUYER_SHIP"),
        answer("shipping-providers", c -> c.logistics().getShippingProviders("1"), "Amazon"),
        answer(
            "shipping-providers-response-no-amazon",
            c -> c.logistics().getShippingProviders("1"),
            "UPS"),
        answer("tracking", c -> c.packages().getTracking("1"), "1788177600000"),
        answer("tracking-validation", c -> c.packages().validateTracking("1"), "=false"),
        answer(
            "update-package-shipping-info",
            c -> {
              c.fulfillment().updatePackageShippingInfo("1", new ShippingInfo("T", "1"));
              return "";
            },
            ""),
        answer("warehouses", c -> c.logistics().getWarehouses(), "SALES_WAREHOUSE"),
        answer("webhook-subscriptions", c -> c.events().getShopWebhooks(), "ORDER_STATUS_CHANGE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void answer_sample_isRead(String file, Function<TikTokShopClient, Object> call, String holds) {
    server.answers(TestFiles.contract(file));

    assertThat(String.valueOf(call.apply(server.client()))).contains(holds);
  }

  @Test
  void cancellations_samplePages_areReadInOneStream() {
    server.answers(TestFiles.contract("cancellation-search-response-page1.json"));
    server.answers(TestFiles.contract("cancellation-search-response-page2.json"));

    List<Cancellation> cancellations =
        server.client().cancellations().cancellations(CancellationFilter.all()).toList();

    assertThat(cancellations).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    assertThat(cancellations)
        .extracting(Cancellation::cancelStatus)
        .contains("CANCELLATION_REQUEST_PENDING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token-get", "token-refresh"})
  void token_sample_isReadWithItsEnds(String file) {
    server.answers(TestFiles.contract(file + "-response.json"));

    var authorization = server.client().tokens().getToken("code");

    assertThat(authorization.tokens().refreshExpiresAt()).isAfter(ShopServer.NOW);
    assertThat(authorization.grantedScopes()).isNotEmpty();
  }

  /** Decoded, encoded and decoded again: nothing that we use is lost on the way. */
  @Test
  void orders_everySample_surviveTheWayThereAndBack() throws IOException {
    try (Stream<Path> files = Files.list(TestFiles.contracts())) {
      List<Path> samples =
          files.filter(file -> file.getFileName().toString().startsWith("order-detail-")).toList();
      assertThat(samples).hasSize(22);
      for (Path sample : samples) {
        server.answers(Files.readString(sample));
        for (TikTokOrder order : server.client().orders().getOrders(List.of("1")).orders()) {
          byte[] written = Json.encode(TikTokOrder.class, order);
          assertThat(Json.decoder(TikTokOrder.class).apply(Answers.of("read", 200, written)))
              .as(sample.getFileName().toString())
              .isEqualTo(order);
          assertThat(new String(written, StandardCharsets.UTF_8))
              .contains("\"" + order.id() + "\"");
        }
      }
    }
  }

  /** Each file beside the project has a test somewhere; a new one shows up here. */
  @Test
  void samples_onDisk_areAllRead() throws IOException {
    List<String> elsewhere =
        List.of(
            "README.md",
            "error-envelopes.json",
            "inventory-update-response-error.json",
            "openapi",
            "signature-vectors.json",
            "webhook-signature-vectors.json");
    List<String> here =
        Stream.concat(requests(), answers())
            .map(arguments -> String.valueOf(arguments.get()[0]))
            .toList();
    try (Stream<Path> files = Files.list(TestFiles.contracts())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !here.contains(name) && !elsewhere.contains(name))
          .allMatch(
              name ->
                  name.startsWith("order-detail-")
                      || name.startsWith("order-search-response-")
                      || name.startsWith("cancellation-search-response-")
                      || name.startsWith("token-")
                      || name.matches("webhook-\\d\\d-.*"));
    }
  }

  private static Object addReference(TikTokShopClient client) {
    return client
        .externalOrders()
        .addExternalOrderReferences(
            new AddExternalOrdersRequest(
                List.of(
                    new ExternalOrderReference(
                        "1", new ExternalOrder("E", "AMAZON", List.of(line("L", 1)))))));
  }

  private static Object update(TikTokShopClient client) {
    return String.valueOf(
        client
            .products()
            .updateInventory("1", new UpdateInventoryRequest(List.of(stock("1", 1, 1))))
            .errors());
  }

  private static Object ship(TikTokShopClient client) {
    return client
        .fulfillment()
        .markPackageAsShipped("1", new MarkPackageAsShippedRequest("T", "1", List.of("1")));
  }

  private static ExternalOrder.LineItem line(String name, int unit) {
    return new ExternalOrder.LineItem("TTS-" + ORDER + "-" + name, "57730000000010100" + unit);
  }

  private static SkuStock stock(String sku, int first, int second) {
    return new SkuStock(
        "17295000000000000" + sku,
        List.of(
            WarehouseStock.of("7401000000000000001", first),
            WarehouseStock.of("7401000000000000002", second)));
  }

  private static Arguments request(String name, Consumer<TikTokShopClient> call) {
    return Arguments.of(name + "-request.json", call);
  }

  private static Arguments answer(
      String name, Function<TikTokShopClient, Object> call, String holds) {
    return Arguments.of(
        name + (name.contains("-response") ? "" : "-response") + ".json", call, holds);
  }

  private static Map<?, ?> json(String text) {
    try {
      Object value = new Moshi.Builder().build().adapter(Object.class).fromJson(text);
      return (Map<?, ?>) Objects.requireNonNull(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? Integer.toString(number.intValue())
        : String.valueOf(value);
  }
}
