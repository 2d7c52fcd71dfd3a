// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static io.mcfconnector.tiktok.SimulatedShop.AMAZON;
import static io.mcfconnector.tiktok.SimulatedShop.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.tiktok.authorization.ActiveShop;
import io.mcfconnector.tiktok.cancellation.CancelOrderRequest;
import io.mcfconnector.tiktok.cancellation.Cancellation;
import io.mcfconnector.tiktok.cancellation.CancellationFilter;
import io.mcfconnector.tiktok.cancellation.RejectCancellationRequest;
import io.mcfconnector.tiktok.event.Webhook;
import io.mcfconnector.tiktok.event.WebhookSubscriptions;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.fulfillment.PackageFilter;
import io.mcfconnector.tiktok.fulfillment.ShipPackageRequest;
import io.mcfconnector.tiktok.fulfillment.ShippingInfo;
import io.mcfconnector.tiktok.fulfillment.SplitAttribute;
import io.mcfconnector.tiktok.fulfillment.SplitOrderRequest;
import io.mcfconnector.tiktok.fulfillment.TikTokPackage;
import io.mcfconnector.tiktok.fulfillment.TrackingEvent;
import io.mcfconnector.tiktok.fulfillment.TrackingValidation;
import io.mcfconnector.tiktok.logistics.CreateWarehouseRequest;
import io.mcfconnector.tiktok.logistics.Warehouse;
import io.mcfconnector.tiktok.order.AddExternalOrdersRequest;
import io.mcfconnector.tiktok.order.ExternalOrder;
import io.mcfconnector.tiktok.order.ExternalOrderError;
import io.mcfconnector.tiktok.order.ExternalOrderReference;
import io.mcfconnector.tiktok.order.OrderBatch;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.product.ProductFilter;
import io.mcfconnector.tiktok.returns.ReturnFilter;
import io.mcfconnector.tiktok.returns.ReturnOrder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls that the router does not use, from end to end against the simulated shop. */
class SimulatedShopOperationsIT {

  private final SimulatedShop shop =
      SimulatedShop.start(simulator -> simulator.cancelRejectOffered());
  private final TikTokShopClient client = shop.client;

  @BeforeEach
  void openOrder() {
    shop.addOpenOrder();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void references_stored_areFoundAgainUnderBothIds() {
    assertThat(add(ORDER, "TTS-1")).isEmpty();

    assertThat(client.externalOrders().getExternalOrderReferences(ORDER, ExternalOrder.AMAZON))
        .containsExactly(external("TTS-1"));
    assertThat(
            client
                .externalOrders()
                .searchOrderByExternalOrderReference(ExternalOrder.AMAZON, "TTS-1"))
        .extracting(ExternalOrderReference::id)
        .containsExactly(ORDER);
    assertThat(client.externalOrders().getExternalOrderReferences(ORDER, "SHOPIFY")).isEmpty();
    assertThat(
            client
                .externalOrders()
                .searchOrderByExternalOrderReference(ExternalOrder.AMAZON, "TTS-2"))
        .isEmpty();
  }

  @Test
  void references_storedTwice_areThereOnce() {
    add(ORDER, "TTS-1");
    add(ORDER, "TTS-1");

    assertThat(client.externalOrders().getExternalOrderReferences(ORDER, ExternalOrder.AMAZON))
        .hasSize(1);
  }

  @Test
  void references_ofAnUnknownOrder_areAnErrorInASuccess() {
    assertThat(add("577900000000009999", "TTS-9"))
        .singleElement()
        .returns("21008111", ExternalOrderError::code)
        .satisfies(
            error ->
                assertThat(Objects.requireNonNull(error.detail()).orderId())
                    .isEqualTo("577900000000009999"));
  }

  @Test
  void orders_bothVersionsAndThePages_showTheSame() {
    OrderBatch older = client.orders().getOrders(List.of(ORDER));

    assertThat(client.orders().getOrdersV202507(List.of(ORDER)).orders()).isEqualTo(older.orders());
    assertThat(
            client.orders().orderPages(OrderFilter.all()).flatMap(page -> page.orders().stream()))
        .isEqualTo(older.orders());
    assertThat(client.orders().getPriceDetail(ORDER).lineItems()).hasSize(3);
  }

  @Test
  void packages_shipped_areFoundWithTheirWay() {
    String parcel = ship();

    assertThat(client.packages().packages(PackageFilter.all()))
        .singleElement()
        .returns(parcel, TikTokPackage::id)
        .returns("TBA1", TikTokPackage::trackingNumber);
    assertThat(client.packages().getPackageDetail(parcel).orderLineItemIds()).hasSize(3);
    assertThat(client.packages().getTracking(ORDER))
        .extracting(TrackingEvent::updateTimeMillis)
        .containsExactly(SimulatedShop.START.plus(Duration.ofHours(1)).toEpochMilli());
    assertThat(client.packages().validateTracking("TBA1"))
        .isEqualTo(new TrackingValidation(false, false));
    shop.time.runFor(Duration.ofDays(4));
    assertThat(client.packages().getTracking(ORDER)).hasSize(3);
    assertThat(client.packages().getPackageDetail(parcel).packageStatus()).isEqualTo("COMPLETED");
  }

  @Test
  void packages_splitAndShippedBeforehand_areRefusedInTheUs() {
    String parcel = ship();

    assertKind(
        FailureKind.ALREADY_DONE,
        () ->
            client
                .fulfillment()
                .shipPackage(
                    parcel, ShipPackageRequest.bySeller(new ShippingInfo("TBA2", AMAZON))));
    assertKind(
        FailureKind.STATE_CONFLICT,
        () ->
            client
                .fulfillment()
                .splitOrder(
                    ORDER,
                    new SplitOrderRequest(
                        List.of(new SplitOrderRequest.Group("a", List.of(shop.unit(0).value()))))));
    assertThat(client.packages().getOrderSplitAttributes(List.of(ORDER)))
        .singleElement()
        .returns(false, SplitAttribute::canSplit);
  }

  @Test
  void cancelRequest_approved_cancelsTheOrderOnce() {
    shop.tiktok.requestCancel(ORDER);
    Cancellation open = onlyCancellation();
    assertThat(open.cancelStatus()).isEqualTo("CANCELLATION_REQUEST_PENDING");
    assertThat(Objects.requireNonNull(open.sellerNextActionResponse()).get(0).deadline())
        .isEqualTo(SimulatedShop.START.plus(Duration.ofHours(49)).getEpochSecond());
    String id = Objects.requireNonNull(open.cancelId());

    client.cancellations().approveCancellation(id, "once");
    client.cancellations().approveCancellation(id, "once");

    assertThat(shop.tiktok.order(ORDER)).returns("CANCELLED", OrderSnapshot::status);
    assertThat(onlyCancellation().cancelStatus()).isEqualTo("CANCELLATION_REQUEST_SUCCESS");
    assertKind(
        FailureKind.ALREADY_DONE, () -> client.cancellations().approveCancellation(id, "again"));
  }

  @Test
  void cancelRequest_rejected_letsTheOrderGoOn() {
    shop.tiktok.requestCancel(ORDER);
    String id = Objects.requireNonNull(onlyCancellation().cancelId());
    String reason =
        Objects.requireNonNull(client.cancellations().getRejectReasons(id, "en-US").get(0).name());

    client
        .cancellations()
        .rejectCancellation(id, "once", new RejectCancellationRequest(reason, null, null));

    assertThat(shop.tiktok.order(ORDER)).returns("AWAITING_SHIPMENT", OrderSnapshot::status);
    assertThat(onlyCancellation().cancelStatus()).isEqualTo("CANCELLATION_REQUEST_CANCELLED");
    assertKind(
        FailureKind.STATE_CONFLICT, () -> client.cancellations().approveCancellation(id, "late"));
  }

  @Test
  void cancelRequest_shippedInstead_isRejectedByThat() {
    shop.tiktok.requestCancel(ORDER);

    ship();

    assertThat(onlyCancellation().cancelStatus()).isEqualTo("CANCELLATION_REQUEST_CANCELLED");
  }

  @Test
  void cancelRequest_rejectNotOffered_isRefused() {
    try (SimulatedShop us = SimulatedShop.start()) {
      us.addOpenOrder();
      us.tiktok.requestCancel(ORDER);

      assertKind(
          FailureKind.STATE_CONFLICT,
          () ->
              us.client
                  .cancellations()
                  .rejectCancellation("1", "k", new RejectCancellationRequest("no", null, null)));
    }
  }

  @Test
  void cancelOrder_outOfStock_cancelsAndTakesTheProductOffSale() {
    assertThat(
            client
                .cancellations()
                .cancelOrder(CancelOrderRequest.whole(ORDER, "seller_cancel_reason_out_of_stock"))
                .cancelStatus())
        .isEqualTo("CANCELLATION_REQUEST_SUCCESS");

    assertThat(shop.tiktok.order(ORDER)).returns("CANCELLED", OrderSnapshot::status);
    assertThat(shop.tiktok.stock(SampleCatalogue.MUG_BLUE).available()).isZero();
    assertThat(onlyCancellation()).returns("SELLER", Cancellation::role);
  }

  @Test
  void cancelOrder_whatDoesNotFit_isRefused() {
    assertKind(FailureKind.CALLER_FAULT, () -> cancel(ORDER, "no_such_reason"));
    assertKind(
        FailureKind.CALLER_FAULT, () -> cancel(ORDER, "seller_cancel_unpaid_reason_out_of_stock"));
    assertKind(
        FailureKind.AUTHORIZATION_LOST,
        () -> cancel("577900000000009999", "seller_cancel_reason_out_of_stock"));
    cancel(ORDER, "seller_cancel_reason_wrong_price");
    assertKind(FailureKind.STATE_CONFLICT, () -> cancel(ORDER, "seller_cancel_reason_wrong_price"));
    assertKind(FailureKind.NOT_FOUND, () -> client.cancellations().approveCancellation("404", "k"));
  }

  @Test
  void returns_askedFor_areFound() {
    ship();
    shop.time.runFor(Duration.ofDays(5));
    assertThat(client.returns().returns(ReturnFilter.all())).isEmpty();

    shop.tiktok.requestReturn(ORDER);

    assertThat(client.returns().returns(ReturnFilter.ofOrders(List.of(ORDER))))
        .singleElement()
        .returns(ORDER, ReturnOrder::orderId)
        .returns("RETURN_OR_REFUND_REQUEST_PENDING", ReturnOrder::returnStatus);
    assertThat(client.returns().returns(ReturnFilter.ofOrders(List.of("1")))).isEmpty();
  }

  @Test
  void webhooks_subscribedReplacedAndEnded_showThat() {
    client.events().updateShopWebhook("ORDER_STATUS_CHANGE", "https://hooks.example.com/a");
    client.events().updateShopWebhook("ORDER_STATUS_CHANGE", "https://hooks.example.com/b");

    assertThat(client.events().getShopWebhooks())
        .singleElement()
        .returns("https://hooks.example.com/b", Webhook::address);
    client.events().deleteShopWebhook("ORDER_STATUS_CHANGE");
    client.events().deleteShopWebhook("ORDER_STATUS_CHANGE");
    assertThat(client.events().getShopWebhooks()).isEmpty();
  }

  @Test
  void webhookSubscriptions_missingOrElsewhere_areToldAndSet() {
    String address = "https://hooks.example.com/tiktok";
    WebhookSubscriptions subscriptions =
        new WebhookSubscriptions(client.events(), address, WebhookSubscriptions.ROUTING);
    client.events().updateShopWebhook("ORDER_STATUS_CHANGE", "https://old.example.com/");
    client.events().updateShopWebhook("PACKAGE_UPDATE", address);
    client.events().updateShopWebhook("NEW_MESSAGE", "https://chat.example.com/");

    assertThat(subscriptions.check())
        .hasSize(WebhookSubscriptions.ROUTING.size() - 1)
        .contains(
            new WebhookSubscriptions.Difference("ORDER_STATUS_CHANGE", "https://old.example.com/"),
            new WebhookSubscriptions.Difference("RECIPIENT_ADDRESS_UPDATE", null));
    assertThat(subscriptions.apply()).hasSize(WebhookSubscriptions.ROUTING.size() - 1);

    assertThat(subscriptions.check()).isEmpty();
    assertThat(subscriptions.apply()).isEmpty();
    assertThat(client.events().getShopWebhooks())
        .filteredOn(webhook -> "NEW_MESSAGE".equals(webhook.eventType()))
        .extracting(Webhook::address)
        .containsExactly("https://chat.example.com/");
  }

  @Test
  void warehouse_created_isListed() {
    String id =
        client
            .logistics()
            .createWarehouse(
                new CreateWarehouseRequest(
                    new CreateWarehouseRequest.NewWarehouse(
                        "MCF west",
                        "SALES_WAREHOUSE",
                        null,
                        null,
                        null,
                        null,
                        new CreateWarehouseRequest.WarehouseAddress(
                            "US", "Ohio", "Columbus", null, "43204", "1 Example Way", null))))
            .warehouseId();

    assertThat(client.logistics().getWarehouses()).extracting(Warehouse::id).contains(id);
  }

  @Test
  void product_bundle_namesItsComponents() {
    String product =
        client
            .products()
            .products(ProductFilter.onSale())
            .filter(found -> String.valueOf(found.title()).contains("Kit"))
            .findFirst()
            .orElseThrow()
            .id();

    assertThat(client.products().getProduct(String.valueOf(product)).skus())
        .singleElement()
        .satisfies(sku -> assertThat(sku.combinedSkus()).hasSize(2));
    assertKind(FailureKind.NOT_FOUND, () -> client.products().getProduct("404"));
  }

  @Test
  void seller_asked_isActive() {
    assertThat(client.authorization().getActiveShops())
        .containsExactly(new ActiveShop(shop.tiktok.shopId(), "US"));
    assertThat(client.authorization().getSellerStatus().sellerStatus()).isEqualTo("2");
  }

  @Test
  void authorization_endOfIt_isKnownAfterTheFirstRefresh() {
    assertThat(client.authorizationEndsAt()).isEmpty();

    client.logistics().getWarehouses();

    assertThat(shop.channel.authorizationEndsAt())
        .hasValue(SimulatedShop.START.plus(Duration.ofDays(365)));
  }

  @Test
  void deauthorizeShop_done_losesTheAuthorization() {
    client.authorization().deauthorizeShop(shop.tiktok.shopCipher());

    assertKind(FailureKind.AUTHORIZATION_LOST, () -> client.logistics().getWarehouses());
  }

  private List<ExternalOrderError> add(String order, String id) {
    return client
        .externalOrders()
        .addExternalOrderReferences(
            new AddExternalOrdersRequest(List.of(new ExternalOrderReference(order, external(id)))));
  }

  private ExternalOrder external(String id) {
    return new ExternalOrder(
        id,
        ExternalOrder.AMAZON,
        List.of(new ExternalOrder.LineItem(id + "-A", shop.unit(0).value())));
  }

  private String ship() {
    return Objects.requireNonNull(
        client
            .fulfillment()
            .markPackageAsShipped(ORDER, new MarkPackageAsShippedRequest("TBA1", AMAZON, null))
            .packageId());
  }

  private void cancel(String order, String reason) {
    client.cancellations().cancelOrder(CancelOrderRequest.whole(order, reason));
  }

  private Cancellation onlyCancellation() {
    List<Cancellation> found =
        client.cancellations().cancellations(CancellationFilter.ofOrders(List.of(ORDER))).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void assertKind(FailureKind kind, ThrowingCallable call) {
    ApiException problem = Objects.requireNonNull(catchThrowableOfType(ApiException.class, call));
    assertThat(problem.kind()).isEqualTo(kind);
  }
}
