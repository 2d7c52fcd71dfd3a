// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Listing.Refusal;
import io.mcfconnector.model.Listing.StockLevel;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.model.TrackingWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokSalesChannelIT {

  private static final String MCF = "7406000000000000001";
  private static final String OTHER = "7406000000000000009";
  private static final ChannelSkuId LAMP = ChannelSkuId.of("1726000000000000011");
  private static final ChannelSkuId RED = ChannelSkuId.of("1726000000000000021");
  private static final ChannelSkuId BLUE = ChannelSkuId.of("1726000000000000022");

  private final ShopServer server = new ShopServer();
  private final TikTokSalesChannel channel = TikTokSalesChannel.of(server.client());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void channel_of_isNamedAndDiscreet() {
    assertThat(channel.code()).isEqualTo("TTS");
    assertThat(channel.shop()).isEqualTo(ShopServer.SHOP);
    assertThat(channel).hasToString("TikTokSalesChannel[shop 7496000000000000777]");
  }

  @Test
  void findChanged_firstPage_asksForTheWindowOldestFirst() {
    server.answers(TestFiles.fixture("order-search.json"));

    OrderPage page =
        channel.findChanged(
            Instant.ofEpochMilli(1_795_400_000_900L),
            Instant.ofEpochMilli(1_795_403_900_001L),
            null);

    assertThat(page.orders())
        .extracting(order -> order.id().value())
        .containsExactly("577900000000700100", "577900000000700200");
    assertThat(page.unreadable()).isEmpty();
    assertThat(page.nextPage()).isEqualTo("bmV4dA+/==");
    RecordedRequest request = server.take();
    HttpUrl url = ShopServer.urlOf(request);
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(url.encodedPath()).isEqualTo("/order/202309/orders/search");
    assertThat(url.queryParameter("page_size")).isEqualTo("100");
    assertThat(url.queryParameter("sort_field")).isEqualTo("update_time");
    assertThat(url.queryParameter("sort_order")).isEqualTo("ASC");
    assertThat(url.queryParameter("page_token")).isNull();
    assertThat(url.queryParameter("shop_cipher")).isEqualTo(ShopServer.CIPHER);
    assertThat(ShopServer.body(request))
        .isEqualTo("{\"update_time_ge\":1795400000,\"update_time_lt\":1795403901}");
  }

  @Test
  void findChanged_nextPage_sendsTheTokenAsItCame() {
    server.answers("{\"code\":0,\"data\":{\"next_page_token\":\"\",\"total_count\":0}}");

    OrderPage page = channel.findChanged(Instant.EPOCH, ShopServer.NOW, "bmV4dA+/==");

    assertThat(page).isEqualTo(new OrderPage(List.of(), List.of(), null));
    assertThat(ShopServer.urlOf(server.take()).queryParameter("page_token"))
        .isEqualTo("bmV4dA+/==");
  }

  @Test
  void findChanged_pageThatLeadsToItself_isUnreadable() {
    server.answers(TestFiles.fixture("order-search.json"));

    assertThatThrownBy(() -> channel.findChanged(Instant.EPOCH, ShopServer.NOW, "bmV4dA+/=="))
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.UNREADABLE, ApiException::kind);
  }

  @Test
  void servedWarehouses_configured_areNamedAndHideNoOrder() {
    server.answers(TestFiles.fixture("order-search.json"));

    assertThat(channel.servedWarehouses()).isEmpty();
    assertThat(mcfOnly().servedWarehouses()).containsExactly(MCF);
    // Which orders it routes is the router's decision.
    assertThat(mcfOnly().findChanged(Instant.EPOCH, ShopServer.NOW, null).orders())
        .extracting(Order::warehouseId)
        .hasSize(2)
        .contains(MCF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"577900000000700900\",\"create_time\":\"yesterday\"}",
        "{\"id\":\"577900000000700900\",\"line_items\":{}}",
        "{\"id\":\"577900000000700900\",\"create_time\":1.5}",
        "{\"id\":\"577900000000700900\",\"status\":\"UNPAID\"}"
      })
  void findOrders_oneBrokenOrder_isReportedAndHidesNoOther(String broken) {
    server.answers(
        "{\"code\":0,\"request_id\":\"R-7\",\"data\":{\"orders\":["
            + broken
            + ","
            + TestFiles.fixture("order-full.json")
            + ",17,null]}}");

    OrderPage page = channel.findOrders(List.of(OrderId.of("577900000000700900")));

    assertThat(page.orders()).hasSize(1);
    assertThat(page.unreadable()).hasSize(3);
    assertThat(page.unreadable())
        .anySatisfy(
            order -> {
              assertThat(order.id()).isEqualTo(OrderId.of("577900000000700900"));
              assertThat(order.problem()).contains("R-7").doesNotContain("yesterday");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "{\"orders\":{}}", "{\"orders\":\"none\"}"})
  void findOrders_answerThatHoldsNoList_isUnreadable(String data) {
    server.answers("{\"code\":0,\"request_id\":\"R-8\",\"data\":" + data + "}");

    assertThatThrownBy(() -> channel.findOrders(List.of(OrderId.of("1"))))
        .hasMessageContaining("at $.data")
        .hasMessageContaining("R-8")
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.UNREADABLE, ApiException::kind);
  }

  @Test
  void findOrders_ordersThatAreNull_areNone() {
    server.answers("{\"code\":0,\"data\":{\"orders\":null}}");

    assertThat(channel.findOrders(List.of(OrderId.of("1"))).orders()).isEmpty();
  }

  @Test
  void findOrders_driftedTypes_areStillReadable() {
    String order =
        TestFiles.fixture("order-full.json")
            .replace("\"is_sample_order\": false", "\"is_sample_order\": \"true\"")
            .replace("\"paid_time\": 1795400060", "\"paid_time\": \"\"")
            .replace("\"is_cod\": false", "\"is_cod\": \"\"");
    server.answers("{\"code\":0,\"data\":{\"orders\":[" + order + "]}}");

    Order read = channel.findOrders(List.of(OrderId.of("1"))).orders().get(0);

    assertThat(read.is(OrderTrait.SAMPLE)).isTrue();
    assertThat(read.paidAt()).isNull();
    assertThat(read.is(OrderTrait.CASH_ON_DELIVERY)).isFalse();
  }

  @Test
  void findOrders_manyIds_asksForFiftyAtATime() {
    String none = "{\"code\":0,\"data\":{}}";
    server.answers(none, none, none);
    Stream<OrderId> ids = IntStream.rangeClosed(1, 101).mapToObj(i -> OrderId.of("" + i));

    channel.findOrders(Stream.concat(ids, Stream.of(OrderId.of("1"))).toList());

    assertThat(IntStream.range(0, 3).mapToObj(i -> idsOf(server.take())).toList())
        .extracting(List::size)
        .containsExactly(50, 50, 1);
  }

  @Test
  void findOrders_noIds_asksNothing() {
    assertThat(channel.findOrders(List.of()).orders()).isEmpty();
    assertThat(server.requests()).isZero();
  }

  @Test
  void shippingProviders_askedTwice_areReadOnceInAnHour() {
    String providers = TestFiles.fixture("shipping-providers.json");
    server.answers(providers, providers, providers);

    List<ShippingProvider> found = channel.shippingProviders("7306000000000000011");
    channel.shippingProviders("7306000000000000011");
    assertThat(server.requests()).isOne();
    channel.shippingProviders("7306000000000000012");
    assertThat(server.requests()).isEqualTo(2);
    server.clock().advance(Duration.ofHours(1));
    channel.shippingProviders("7306000000000000011");

    assertThat(server.requests()).isEqualTo(3);
    assertThat(found)
        .contains(
            new ShippingProvider(ShippingProviderId.of("7248600717110282027"), "Amazon Logistics"));
  }

  @ParameterizedTest
  @CsvSource({"21004015, 2", "21011022, 2", "21042057, 1", "21001008, 1"})
  void shippingProviders_afterAConfirmWasRefused_areReadAnewWhenTheProviderMayBeWhy(
      int code, int reads) {
    String providers = TestFiles.fixture("shipping-providers.json");
    server.answers(providers, "{\"code\":" + code + ",\"message\":\"No\"}", providers);
    channel.shippingProviders("7306000000000000011");

    assertThatThrownBy(() -> channel.confirmShipment(confirmation("577900000000700002")))
        .isInstanceOf(ApiException.class);
    channel.shippingProviders("7306000000000000011");

    assertThat(server.requests()).isEqualTo(reads + 1);
  }

  @Test
  void shippingProviders_providerWithoutId_isUnreadable() {
    server.answers("{\"code\":0,\"data\":{\"shipping_providers\":[{\"name\":\"UPS\"}]}}");

    assertThatThrownBy(() -> channel.shippingProviders("7306000000000000011"))
        .hasMessageContaining("$.data.shipping_providers[0].id");
  }

  @Test
  void confirmShipment_parcel_namesItsUnits() {
    server.answers(TestFiles.fixture("shipped.json"));

    ShipmentConfirmation.Receipt receipt =
        channel.confirmShipment(confirmation("577900000000700002"));

    assertThat(receipt).isEqualTo(new ShipmentConfirmation.Receipt("1156000000000000202", null));
    RecordedRequest request = server.take();
    assertThat(ShopServer.urlOf(request).encodedPath())
        .isEqualTo("/fulfillment/202309/orders/577900000000700100/packages");
    assertThat(ShopServer.body(request))
        .isEqualTo(
            "{\"tracking_number\":\"TBA600000000022\","
                + "\"shipping_provider_id\":\"7248600717110282027\","
                + "\"order_line_item_ids\":[\"577900000000700002\"]}");
  }

  @Test
  void confirmShipment_warning_isInTheReceipt() {
    server.answers(TestFiles.fixture("shipped-warning.json"));

    assertThat(channel.confirmShipment(confirmation("577900000000700002")).warning())
        .isEqualTo(
            new TrackingWarning(
                TrackingWarning.Kind.PROVIDER_NOT_FOUND, "no provider found for the number"));
  }

  @Test
  void confirmShipment_withoutUnits_isRefusedBeforeItIsSent() {
    assertThatThrownBy(() -> channel.confirmShipment(confirmation()))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("order_line_item_ids must have 1 to 1000 elements");
    assertThat(server.requests()).isZero();
  }

  @Test
  void listings_pages_areReadAsTheyAreWanted() {
    server.answers(
        TestFiles.fixture("product-search-page1.json"),
        TestFiles.fixture("product-search-page2.json"));

    Stream<Listing> listings = channel.listings();
    assertThat(server.requests()).isZero();
    List<Listing> all = listings.toList();

    assertThat(all).extracting(listing -> listing.sku().id()).containsExactly(LAMP, RED, BLUE);
    assertThat(all.get(0).productId()).isEqualTo("1726000000000000001");
    assertThat(all.get(0).quantities()).isEqualTo(Map.of(MCF, 12, OTHER, 4));
    assertThat(all.get(2).sku().sellerSku()).isNull();
    RecordedRequest first = server.take();
    assertThat(ShopServer.urlOf(first).encodedPath()).isEqualTo("/product/202502/products/search");
    assertThat(ShopServer.body(first)).isEqualTo("{\"status\":\"ACTIVATE\"}");
    assertThat(ShopServer.urlOf(server.take()).queryParameter("page_token")).isEqualTo("cGFnZTI=");
  }

  @Test
  void listings_firstOnly_readsOnePage() {
    server.answers(TestFiles.fixture("product-search-page1.json"));

    assertThat(channel.listings().findFirst()).isPresent();
    assertThat(server.requests()).isOne();
  }

  @Test
  void listings_pagesInACircle_endWithAFailure() {
    String page1 = TestFiles.fixture("product-search-page1.json");
    server.answers(page1, page1.replace("cGFnZTI=", "third"), page1);

    assertThatThrownBy(() -> channel.listings().count())
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.UNREADABLE, ApiException::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"1\",\"skus\":[{}]}",
        "{\"id\":\"1\",\"skus\":[null]}",
        "{\"id\":\"1\",\"skus\":[{\"id\":\"2\",\"inventory\":[{\"quantity\":1}]}]}",
        "{\"id\":\"1\",\"skus\":[{\"id\":\"2\",\"inventory\":[{\"warehouse_id\":\"3\"}]}]}"
      })
  void listings_productWithoutARequiredField_isUnreadableAtItsPath(String product) {
    server.answers("{\"code\":0,\"request_id\":\"R-4\",\"data\":{\"products\":[" + product + "]}}");

    assertThatThrownBy(() -> channel.listings().toList())
        .hasMessageContaining("$.data.products[0].")
        .hasMessageContaining("R-4");
  }

  @Test
  void warehouseOf_listing_isTheConfiguredOrTheOnlyOne() {
    Listing both = listing("1", LAMP, Map.of(MCF, 1, OTHER, 2));
    Listing single = listing("1", LAMP, Map.of(OTHER, 2));
    Listing none = listing("1", LAMP, Map.of());

    assertThat(channel.warehouseOf(both)).isNull();
    assertThat(channel.warehouseOf(single)).isEqualTo(OTHER);
    assertThat(channel.warehouseOf(none)).isNull();
    assertThat(mcfOnly().warehouseOf(both)).isEqualTo(MCF);
    assertThat(mcfOnly().warehouseOf(single)).isNull();
  }

  @Test
  void publishStock_severalSkus_isOneCallForEachProductWithEveryWarehouse() {
    server.answers(TestFiles.fixture("empty-data.json"), TestFiles.fixture("empty-data.json"));

    List<Refusal> refusals =
        channel.publishStock(
            List.of(
                new StockLevel(listing("11", LAMP, Map.of(MCF, 12, OTHER, 4)), MCF, 9),
                new StockLevel(listing("22", RED, Map.of(MCF, 1)), MCF, 200_000),
                new StockLevel(listing("22", BLUE, Map.of(MCF, 1)), MCF, 3)));

    assertThat(refusals).isEmpty();
    RecordedRequest first = server.take();
    assertThat(ShopServer.urlOf(first).encodedPath())
        .isEqualTo("/product/202309/products/11/inventory/update");
    assertThat(ShopServer.body(first))
        .contains("{\"warehouse_id\":\"" + MCF + "\",\"quantity\":9}")
        .contains("{\"warehouse_id\":\"" + OTHER + "\",\"quantity\":4}");
    assertThat(ShopServer.body(server.take()))
        .contains("\"id\":\"" + RED + "\"")
        .contains("\"quantity\":99999")
        .contains("\"id\":\"" + BLUE + "\"")
        .contains("\"quantity\":3");
  }

  @Test
  void publishStock_partialErrors_areRefusals() {
    server.answers(TestFiles.fixture("inventory-update-errors.json"));

    assertThat(publishRedAndBlue())
        .containsExactly(new Refusal(BLUE, "12052531", "The warehouse is disabled"));
  }

  @Test
  void publishStock_errorThatNamesNoSku_mayBeAboutAny() {
    server.answers("{\"code\":0,\"data\":{\"errors\":[{\"code\":12052990}]}}");

    assertThat(publishRedAndBlue())
        .extracting(Refusal::sku, Refusal::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(RED, "12052990"),
            org.assertj.core.groups.Tuple.tuple(BLUE, "12052990"));
  }

  @ParameterizedTest
  @ValueSource(ints = {12052055, 12019024})
  void publishStock_zeroRefused_writesTheOtherSkusAllTheSame(int code) {
    server.answers(
        ShopServer.failure(code), TestFiles.fixture("empty-data.json"), ShopServer.failure(code));

    assertThat(publishRedAndBlue())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.sku()).isEqualTo(BLUE);
              assertThat(refusal.code()).isEqualTo(Integer.toString(code));
            });
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void publishStock_idThatTikTokCannotHave_isRefusedAndTheOtherSkuIsWritten() {
    server.answers(TestFiles.fixture("empty-data.json"));

    List<Refusal> refusals =
        channel.publishStock(
            List.of(
                new StockLevel(listing("22", ChannelSkuId.of("SKU-1"), Map.of(MCF, 1)), MCF, 5),
                new StockLevel(listing("22", BLUE, Map.of(MCF, 1)), MCF, 3),
                new StockLevel(listing("p-1", RED, Map.of(MCF, 1)), MCF, 7)));

    assertThat(refusals)
        .extracting(Refusal::sku, Refusal::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(ChannelSkuId.of("SKU-1"), ""),
            org.assertj.core.groups.Tuple.tuple(RED, ""));
    assertThat(refusals).allMatch(refusal -> refusal.message().endsWith("; nothing was sent"));
    assertThat(ShopServer.body(server.take())).contains(BLUE.value()).doesNotContain("SKU-1");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void publishStock_lostAuthorization_throws() {
    server.answers(ShopServer.failure(105005));

    assertThatThrownBy(this::publishRedAndBlue)
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.AUTHORIZATION_LOST, ApiException::kind);
  }

  private List<Refusal> publishRedAndBlue() {
    return channel.publishStock(
        List.of(
            new StockLevel(listing("22", RED, Map.of(MCF, 1)), MCF, 5),
            new StockLevel(listing("22", BLUE, Map.of(MCF, 1)), MCF, 0)));
  }

  private TikTokSalesChannel mcfOnly() {
    return TikTokSalesChannel.builder(server.client()).mcfWarehouses(List.of(MCF)).build();
  }

  private static Listing listing(
      String productId, ChannelSkuId sku, Map<String, Integer> quantities) {
    return new Listing(productId, new ChannelSku(sku, null), quantities);
  }

  private static ShipmentConfirmation confirmation(String... units) {
    return new ShipmentConfirmation(
        OrderId.of("577900000000700100"),
        Stream.of(units).map(LineItemId::of).toList(),
        TrackingNumber.of("TBA600000000022"),
        ShippingProviderId.of("7248600717110282027"));
  }

  private static List<String> idsOf(RecordedRequest request) {
    return List.of(String.valueOf(ShopServer.urlOf(request).queryParameter("ids")).split(",", -1));
  }
}
