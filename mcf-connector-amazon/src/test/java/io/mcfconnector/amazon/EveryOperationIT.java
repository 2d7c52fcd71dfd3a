// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.SimulatedSeller.START;
import static io.mcfconnector.amazon.internal.Wire.checked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.amazon.inventory.AddInventoryRequest;
import io.mcfconnector.amazon.inventory.CreateInventoryItemRequest;
import io.mcfconnector.amazon.inventory.InventoryItem;
import io.mcfconnector.amazon.inventory.InventorySummary;
import io.mcfconnector.amazon.notification.CreateDestinationRequest;
import io.mcfconnector.amazon.notification.CreateSubscriptionRequest;
import io.mcfconnector.amazon.notification.Destination;
import io.mcfconnector.amazon.notification.DestinationResourceSpecification;
import io.mcfconnector.amazon.notification.NotificationApi;
import io.mcfconnector.amazon.notification.ProcessingDirective;
import io.mcfconnector.amazon.notification.SendTestNotificationRequest;
import io.mcfconnector.amazon.notification.SqsResource;
import io.mcfconnector.amazon.notification.Subscription;
import io.mcfconnector.amazon.notification.TestNotification;
import io.mcfconnector.amazon.outbound.VariablePrecisionAddress;
import io.mcfconnector.amazon.outbound.v20200701.Amount;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentReturnRequest;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentReturnResult;
import io.mcfconnector.amazon.outbound.v20200701.CreateReturnItem;
import io.mcfconnector.amazon.outbound.v20200701.DeliveryOffer;
import io.mcfconnector.amazon.outbound.v20200701.FulfillmentShipment;
import io.mcfconnector.amazon.outbound.v20200701.GetDeliveryOffersProduct;
import io.mcfconnector.amazon.outbound.v20200701.GetDeliveryOffersRequest;
import io.mcfconnector.amazon.outbound.v20200701.GetDeliveryOffersTerms;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentOrderResult;
import io.mcfconnector.amazon.outbound.v20200701.Origin;
import io.mcfconnector.amazon.outbound.v20200701.PackageTrackingDetails;
import io.mcfconnector.amazon.outbound.v20200701.ProductIdentifier;
import io.mcfconnector.amazon.outbound.v20200701.UpdateFulfillmentOrderItem;
import io.mcfconnector.amazon.outbound.v20200701.UpdateFulfillmentOrderRequest;
import io.mcfconnector.amazon.outbound.v20260704.AmazonFulfillmentOrder;
import io.mcfconnector.amazon.outbound.v20260704.CarrierTracking;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderResult;
import io.mcfconnector.amazon.outbound.v20260704.GetOffersRequest;
import io.mcfconnector.amazon.outbound.v20260704.OfferDestination;
import io.mcfconnector.amazon.outbound.v20260704.OfferItem;
import io.mcfconnector.amazon.outbound.v20260704.OfferResult;
import io.mcfconnector.amazon.outbound.v20260704.OrderOrigin;
import io.mcfconnector.amazon.outbound.v20260704.Tracking;
import io.mcfconnector.amazon.outbound.v20260704.UpdateOrderFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.UpdateOrderRequest;
import io.mcfconnector.amazon.outbound.v20260704.UpdatePackageRequest;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.http.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the official models, called by the typed APIs and answered by the simulator:
 * it does what it says, and each request and answer follows the model, in both directions.
 */
final class EveryOperationIT {

  private static final String US = "ATVPDKIKX0DER";
  private static final String STATUS_TYPE = "FULFILLMENT_ORDER_STATUS";

  /** What the validator cannot judge, and why. */
  private static final Set<String> NOT_VALIDATED = Set.of();

  private final SimulatedSeller seller =
      SimulatedSeller.start(
          OutboundVersion.V2026_07_04, simulator -> simulator.sandbox().withoutQuota().pageSize(2));
  private final SellingPartnerSimulator amazon = seller.amazon;
  private final io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi v2020 =
      seller.client.outbound20200701();
  private final io.mcfconnector.amazon.outbound.v20260704.FulfillmentOutboundApi v2026 =
      seller.client.outbound20260704();

  @AfterEach
  void close() {
    seller.close();
  }

  @Test
  void allOperations_called_followTheModelsInBothDirections() {
    amazon.stock("MUG-RED-01", 100);
    orders20200701();
    features();
    returns();
    orders20260704();
    offers();
    inventory();
    notifications();

    Set<String> called = new TreeSet<>();
    for (Exchange exchange : amazon.exchanges()) {
      if (OfficialModels.of(exchange.request().path()).isPresent()) {
        called.add(exchange.operation());
        assertThat(OfficialModels.findings(exchange)).isEmpty();
      }
    }
    Set<String> modelled = new TreeSet<>();
    OfficialModels.ALL.forEach(model -> modelled.addAll(OfficialModels.operations(model)));
    modelled.removeAll(NOT_VALIDATED);
    assertThat(called).containsExactlyElementsOf(modelled);
  }

  @Test
  void documentation_table_hasEachOperationOfTheModels() throws IOException {
    String doc = Files.readString(Path.of("..", "docs", "amazon.md"));

    for (String model : OfficialModels.ALL) {
      assertThat(OfficialModels.operations(model))
          .isNotEmpty()
          .allSatisfy(operation -> assertThat(doc).contains("\n| `" + operation + "` |"));
    }
  }

  @Test
  void sandboxOnlyOperations_inProduction_areDenied() {
    try (SimulatedSeller production = SimulatedSeller.start(OutboundVersion.V2020_07_01)) {
      ApiException problem =
          catchThrowableOfType(
              ApiException.class,
              () ->
                  production
                      .client
                      .outbound20200701()
                      .sandbox()
                      .submitFulfillmentOrderStatusUpdate("TTS-1", "Complete"));

      assertThat(problem.kind()).isEqualTo(FailureKind.AUTHORIZATION_LOST);
    }
  }

  @Test
  void subscription_twice_isAlreadyDoneAndFound() {
    NotificationApi api = seller.client.notifications();
    String destination = id(api.createDestination(queue()));
    CreateSubscriptionRequest request = new CreateSubscriptionRequest("1.0", destination);
    Subscription first = api.createSubscription(STATUS_TYPE, request);

    ApiException problem =
        catchThrowableOfType(
            ApiException.class, () -> api.createSubscription(STATUS_TYPE, request));

    assertThat(problem.kind()).isEqualTo(FailureKind.ALREADY_DONE);
    assertThat(api.getSubscription(STATUS_TYPE, null)).isEqualTo(first);
  }

  @Test
  void grantlessToken_expired_isRenewedOnce() {
    NotificationApi api = seller.client.notifications();
    api.getDestinations();
    seller.at(Duration.ofHours(2));
    api.getDestinations();

    assertThat(amazon.exchanges("requestAccessToken")).hasSize(2);
    assertThat(amazon.exchanges("requestAccessToken").get(0).request().body())
        .contains("grant_type=client_credentials", "scope=sellingpartnerapi%3A%3Anotifications")
        .doesNotContain("refresh_token");
  }

  private void orders20200701() {
    v2020.getFulfillmentPreview(Requests.preview20200701());
    v2020.createFulfillmentOrder(Requests.create20200701());
    v2020.createFulfillmentOrder(Requests.full20200701("TTS-HOLD"));
    assertThat(
            checked(v2020.getFulfillmentOrder("TTS-HOLD").fulfillmentOrder()).fulfillmentAction())
        .isEqualTo("Hold");
    v2020.updateFulfillmentOrder(
        "TTS-HOLD",
        UpdateFulfillmentOrderRequest.builder()
            .fulfillmentAction("Ship")
            .displayableOrderComment("At last.")
            .items(List.of(new UpdateFulfillmentOrderItem("L1", 2)))
            .build());
    v2020.createFulfillmentOrder(Requests.full20200701("TTS-STOP"));
    v2020.cancelFulfillmentOrder("TTS-STOP");
    assertThat(v2020.listAllFulfillmentOrders(START)).hasSize(3);
    seller.at(Duration.ofHours(8));
    GetFulfillmentOrderResult released = v2020.getFulfillmentOrder("TTS-HOLD");
    assertThat(checked(released.fulfillmentOrder()).fulfillmentOrderStatus()).isEqualTo("Complete");
    PackageTrackingDetails details =
        v2020.getPackageTrackingDetails(Integer.parseInt(packageNumber(released)));
    assertThat(details.currentStatus()).isEqualTo("IN_TRANSIT");
    assertThat(details.trackingEvents()).hasSize(1);
    v2020.sandbox().submitFulfillmentOrderStatusUpdate("TTS-1", "Unfulfillable");
    assertThat(
            checked(v2020.getFulfillmentOrder("TTS-1").fulfillmentOrder()).fulfillmentOrderStatus())
        .isEqualTo("Unfulfillable");
  }

  private void features() {
    assertThat(v2020.features().getFeatures(US))
        .extracting(feature -> feature.featureName())
        .contains("BLANK_BOX", "BLOCK_AMZL");
    assertThat(v2020.features().getFeatureInventory(US, "BLANK_BOX"))
        .extracting(sku -> sku.sellerSku())
        .containsExactly("CUP", "MUG", "MUG-RED-01");
    v2020.features().getFeatureInventory(US, "BLANK_BOX", START, null);
    assertThat(v2020.features().getFeatureSku(US, "BLANK_BOX", "MUG").eligible()).isTrue();
    assertThat(v2020.features().getFeatureSku(US, "BLANK_BOX", "a/b é").ineligibleReasons())
        .containsExactly("INVALID_SKU");
  }

  private void returns() {
    assertThat(v2020.returns().listReturnReasonCodes("MUG-RED-01", US, "TTS-HOLD", "fr_FR"))
        .extracting(reason -> reason.returnReasonCode())
        .contains("Defective");
    String shipment =
        checked(shipments(v2020.getFulfillmentOrder("TTS-HOLD")).get(0).amazonShipmentId());
    CreateFulfillmentReturnResult result =
        v2020
            .returns()
            .createFulfillmentReturn(
                "TTS-HOLD",
                new CreateFulfillmentReturnRequest(
                    List.of(
                        new CreateReturnItem("R1", "L1", shipment, "Defective", "Handle broken"),
                        new CreateReturnItem("R2", "L9", shipment, "Defective", null))));
    assertThat(result.returnItems()).hasSize(1);
    assertThat(result.invalidReturnItems())
        .extracting(item -> checked(item.invalidItemReason()).invalidItemReasonCode())
        .containsExactly("NoCompletedShipItems");
    assertThat(v2020.getFulfillmentOrder("TTS-HOLD").returnItems()).hasSize(1);
  }

  private void orders20260704() {
    v2026.getOrderPreview(Requests.preview20260704());
    assertThat(v2026.createOrder(Requests.full20260704("NEW-1", "HOLD")))
        .isInstanceOf(CreateOrderResult.Accepted.class);
    v2026.updateOrder(
        "NEW-1", new UpdateOrderRequest(new UpdateOrderFulfillmentConfiguration("SHIP")));
    v2026.createOrder(Requests.full20260704("NEW-2", "SHIP"));
    v2026.cancelOrder("NEW-2");
    assertThat(v2026.getOrder("NEW-2", false).status()).isEqualTo("CANCELLED");
    seller.at(Duration.ofHours(16));
    AmazonFulfillmentOrder shipped = v2026.getOrder("NEW-1");
    assertThat(shipped.status()).isEqualTo("COMPLETE");
    String parcel =
        checked(checked(checked(shipped.shipments()).get(0).packages()).get(0).packageId());
    v2026
        .sandbox()
        .updatePackage(
            "NEW-1",
            parcel,
            new UpdatePackageRequest(
                "DELIVERED",
                "2026-09-05T12:00:00Z",
                new Tracking(new CarrierTracking("UPS", "1Z0000000000000009", null), null)));
    v2026.sandbox().updateOrderStatus("NEW-1", "COMPLETE_PARTIAL");
    AmazonFulfillmentOrder moved = v2026.getOrder("NEW-1");
    assertThat(moved.status()).isEqualTo("COMPLETE_PARTIAL");
    assertThat(checked(checked(moved.shipments()).get(0).packages()).get(0).status())
        .isEqualTo("DELIVERED");
    assertThat(v2026.listOrders(START)).hasSize(5);
    assertThat(v2026.listOrders(START, false, null).orders())
        .allMatch(order -> order.shipments() == null);
  }

  private void offers() {
    VariablePrecisionAddress place =
        new VariablePrecisionAddress(null, null, null, null, null, null, "62701", "US");
    List<DeliveryOffer> offers =
        v2020
            .deliveryOffers(
                new GetDeliveryOffersRequest(
                    new GetDeliveryOffersProduct(
                        new ProductIdentifier("MUG"), new Amount("Eaches", "1")),
                    new GetDeliveryOffersTerms(
                        new Origin("US"),
                        new io.mcfconnector.amazon.outbound.v20200701.Destination(place, null))))
            .deliveryOffers();
    assertThat(offers).hasSize(1);
    List<OfferResult> results =
        v2026
            .getOffers(
                new GetOffersRequest(
                    null,
                    new OrderOrigin("US"),
                    new OfferDestination(place, null),
                    List.of(offerItem("MUG"), offerItem("NOBODYS"))))
            .offerResults();
    assertThat(checked(results).get(0).offers()).hasSize(1);
    assertThat(checked(results).get(1).constraints())
        .extracting(constraint -> constraint.code())
        .containsExactly("ItemQuantityNotAvailable");
  }

  private void inventory() {
    var api = seller.client.inventory();
    api.sandbox().createInventoryItem(new CreateInventoryItemRequest("TRAY", US, "A tray"));
    AddInventoryRequest units = new AddInventoryRequest(List.of(new InventoryItem("TRAY", US, 7)));
    api.sandbox().addInventory("once", units);
    api.sandbox().addInventory("once", units);
    assertThat(api.getInventorySummaries(US, List.of("TRAY", "NOBODYS")))
        .extracting(summary -> checked(summary.inventoryDetails()).fulfillableQuantity())
        .containsExactly(7);
    assertThat(api.getInventorySummaries(US))
        .extracting(InventorySummary::sellerSku)
        .containsExactly("CUP", "MUG", "MUG-RED-01", "TRAY");
    assertThat(api.getInventorySummaries(US, START.plus(Duration.ofHours(15)))).hasSize(1);
    api.sandbox().deleteInventoryItem(US, "TRAY");
    assertThat(api.getInventorySummaries(US, List.of("TRAY"))).isEmpty();
  }

  private void notifications() {
    NotificationApi api = seller.client.notifications();
    Destination destination = api.createDestination(queue());
    assertThat(api.getDestinations()).containsExactly(destination);
    assertThat(api.getDestination(id(destination))).isEqualTo(destination);
    List<Subscription> made =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    api.createSubscription(
                        STATUS_TYPE,
                        new CreateSubscriptionRequest(
                            i + ".0",
                            id(destination),
                            new ProcessingDirective(
                                null, "FulfillmentOrderStatusNotification.EventType == 'Order'"))))
            .toList();
    String first = checked(made.get(0).subscriptionId());
    assertThat(api.getSubscription(STATUS_TYPE, "0.0")).isEqualTo(made.get(0));
    assertThat(api.getSubscriptions(STATUS_TYPE)).containsExactlyElementsOf(made);
    assertThat(api.getSubscriptionById(STATUS_TYPE, first)).isEqualTo(made.get(0));
    api.sandbox()
        .sendTestNotification(
            STATUS_TYPE,
            new SendTestNotificationRequest(
                id(destination), new TestNotification("1.0", "ORDER_CREATED")));
    for (Subscription subscription : made) {
      api.deleteSubscriptionById(STATUS_TYPE, checked(subscription.subscriptionId()));
    }
    api.deleteDestination(id(destination));
    assertThat(api.getDestinations()).isEmpty();
  }

  private static String id(Destination destination) {
    return checked(destination.destinationId());
  }

  private static CreateDestinationRequest queue() {
    return new CreateDestinationRequest(
        new DestinationResourceSpecification(
            new SqsResource("arn:aws:sqs:us-east-1:123456789012:orders"), null),
        "orders");
  }

  private static OfferItem offerItem(String sku) {
    return new OfferItem(new io.mcfconnector.amazon.outbound.v20260704.ProductIdentifier(sku));
  }

  private static String packageNumber(GetFulfillmentOrderResult order) {
    return checked(checked(shipments(order).get(0).packages()).get(0).packageNumber());
  }

  private static List<FulfillmentShipment> shipments(GetFulfillmentOrderResult order) {
    return checked(order.fulfillmentShipments());
  }
}
