// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.amazon.inventory.AddInventoryRequest;
import io.mcfconnector.amazon.inventory.CreateInventoryItemRequest;
import io.mcfconnector.amazon.inventory.InventoryItem;
import io.mcfconnector.amazon.notification.CreateDestinationRequest;
import io.mcfconnector.amazon.notification.CreateSubscriptionRequest;
import io.mcfconnector.amazon.notification.DestinationResourceSpecification;
import io.mcfconnector.amazon.notification.EventFilter;
import io.mcfconnector.amazon.notification.ProcessingDirective;
import io.mcfconnector.amazon.notification.SendTestNotificationRequest;
import io.mcfconnector.amazon.notification.SqsResource;
import io.mcfconnector.amazon.notification.TestNotification;
import io.mcfconnector.amazon.outbound.AmazonAddress;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderItem;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderRequest;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentReturnRequest;
import io.mcfconnector.amazon.outbound.v20200701.CreateReturnItem;
import io.mcfconnector.amazon.outbound.v20200701.FeatureSettings;
import io.mcfconnector.amazon.outbound.v20200701.Money;
import io.mcfconnector.amazon.outbound.v20200701.UpdateFulfillmentOrderItem;
import io.mcfconnector.amazon.outbound.v20200701.UpdateFulfillmentOrderRequest;
import io.mcfconnector.amazon.outbound.v20260704.Amount;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderLineItem;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderRequest;
import io.mcfconnector.amazon.outbound.v20260704.GetOffersRequest;
import io.mcfconnector.amazon.outbound.v20260704.OrderOrigin;
import io.mcfconnector.amazon.outbound.v20260704.OrderProduct;
import io.mcfconnector.amazon.outbound.v20260704.ProductIdentifier;
import io.mcfconnector.amazon.outbound.v20260704.UpdateOrderRequest;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that break a rule stay here; the message names field and rule, never the value. */
final class RefusedRequestsIT {

  private record Refused(String field, String rule, Consumer<SellingPartnerClient> call) {

    @Override
    public String toString() {
      return field + " " + rule;
    }
  }

  static Stream<Refused> requests() {
    return Stream.of(orders20200701(), orders20260704(), paths(), stockAndNotifications())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void call_requestBreaksARule_isRefusedWithFieldAndRuleAndNothingIsSent(Refused refused) {
    try (FakeAmazon amazon = new FakeAmazon();
        SellingPartnerClient client = amazon.client()) {
      ApiException problem =
          catchThrowableOfType(ApiException.class, () -> refused.call.accept(client));

      assertThat(problem.kind()).isEqualTo(FailureKind.REFUSED);
      assertThat(problem.httpStatus()).isZero();
      assertThat(problem.isUncertain()).isFalse();
      assertThat(problem.jsonPath()).contains(refused.field);
      assertThat(problem)
          .hasMessageContaining(refused.field + " " + refused.rule)
          .hasMessageContaining("nothing was sent")
          .hasMessageNotContaining("canary");
      assertThat(amazon.calls()).isEmpty();
      assertThat(amazon.loginCalls()).isEmpty();
    }
  }

  private static Stream<Refused> orders20200701() {
    return Stream.of(
        create("sellerFulfillmentOrderId", "is required", b -> b.sellerFulfillmentOrderId(null)),
        create("sellerFulfillmentOrderId", "must not be", b -> b.sellerFulfillmentOrderId(" ")),
        create("sellerFulfillmentOrderId", "must have", b -> b.sellerFulfillmentOrderId(long41())),
        create(
            "sellerFulfillmentOrderId",
            "must consist of",
            b -> b.sellerFulfillmentOrderId("canary+1")),
        create(
            "sellerFulfillmentOrderId", "must consist of", b -> b.sellerFulfillmentOrderId("a#1")),
        create(
            "sellerFulfillmentOrderId",
            "must not be a relative path",
            b -> b.sellerFulfillmentOrderId("..")),
        create("displayableOrderId", "must not contain two", b -> b.displayableOrderId("1  2")),
        create("displayableOrderId", "must consist of", b -> b.displayableOrderId("canary \u20ac")),
        create("displayableOrderId", "must have at most 40", b -> b.displayableOrderId(long41())),
        create("displayableOrderDate", "must be a time", b -> b.displayableOrderDate("canary")),
        create("displayableOrderDate", "must be a time", b -> b.displayableOrderDate("2026-09-01")),
        create(
            "displayableOrderComment",
            "must have at most 750",
            b -> b.displayableOrderComment("x".repeat(751))),
        create(
            "displayableOrderComment",
            "must not contain control",
            b -> b.displayableOrderComment("canary\u0007")),
        create("shippingSpeedCategory", "must be one of", b -> b.shippingSpeedCategory("canary")),
        create("fulfillmentAction", "must be one of", b -> b.fulfillmentAction("SHIP")),
        create("fulfillmentPolicy", "must be one of", b -> b.fulfillmentPolicy("canary")),
        create("destinationAddress", "is required", b -> b.destinationAddress(null)),
        create("destinationAddress.name", "is required", b -> b.destinationAddress(nameless())),
        create("destinationAddress.countryCode", "must be", b -> b.destinationAddress(us("usa"))),
        create(
            "notificationEmails[1].email",
            "must have at most 64",
            b -> b.notificationEmails(List.of("a@b.example", "x".repeat(65)))),
        create(
            "featureConstraints[0].featureFulfillmentPolicy",
            "must be one of",
            b -> b.featureConstraints(List.of(new FeatureSettings("BLANK_BOX", "canary")))),
        create("shipFromCountryCode", "must be", b -> b.shipFromCountryCode("de")),
        items("items", "is required", null),
        items("items", "must not be empty", List.of()),
        items("items[0]", "is required", Collections.singletonList(null)),
        items("items[0].sellerSku", "must not be blank", List.of(item(" ", "L1", 1))),
        items("items[0].sellerSku", "must have", List.of(item("x".repeat(51), "L1", 1))),
        items("items[0].sellerSku", "must not contain a quotation", List.of(item("a\"", "L1", 1))),
        items("items[0].sellerSku", "must be whole", List.of(item("a\ud800", "L1", 1))),
        items(
            "items[1].sellerFulfillmentOrderItemId",
            "must have",
            List.of(item("A", "L1", 1), item("A", "x".repeat(51), 1))),
        items("items", "must not hold", List.of(item("A", "L1", 1), item("B", "L1", 1))),
        items("items[0].quantity", "must be at least 1", List.of(item("A", "L1", 0))),
        items("items[0].quantity", "must be at least 1", List.of(item("A", "L1", -5))),
        items("items", "must have at most 250 units", List.of(item("A", "L1", 251))),
        items(
            "items",
            "must have at most 100",
            IntStream.range(0, 101).mapToObj(i -> item("A", "L" + i, 1)).toList()),
        items("items[0].giftMessage", "must have", List.of(gift("x".repeat(513), money("1")))),
        items(
            "items[0].perUnitDeclaredValue.value",
            "must not be negative",
            List.of(gift("", money("-0.01")))),
        items(
            "items[0].perUnitDeclaredValue.value", "must be a", List.of(gift("", money("canary")))),
        items("items[0].perUnitDeclaredValue.value", "must be a", List.of(gift("", money("1e9")))),
        items(
            "items[0].perUnitDeclaredValue.currencyCode",
            "must be an ISO",
            List.of(gift("", new Money("dollar", "1")))),
        new Refused(
            "items[0].quantity",
            "must be at least 0",
            c ->
                c.outbound20200701()
                    .updateFulfillmentOrder(
                        "A",
                        UpdateFulfillmentOrderRequest.builder()
                            .items(List.of(new UpdateFulfillmentOrderItem("L1", -1)))
                            .build())),
        new Refused(
            "items",
            "must not be empty",
            c ->
                c.outbound20200701()
                    .returns()
                    .createFulfillmentReturn("A", new CreateFulfillmentReturnRequest(List.of()))),
        new Refused(
            "items[0].sellerReturnItemId",
            "must have at most 80",
            c ->
                c.outbound20200701()
                    .returns()
                    .createFulfillmentReturn(
                        "A",
                        new CreateFulfillmentReturnRequest(
                            List.of(new CreateReturnItem("x".repeat(81), "L", "S", "R", null))))));
  }

  private static Stream<Refused> orders20260704() {
    return Stream.of(
        create26("orderId", "must consist of", b -> b.orderId("a b")),
        create26("channel", "must have at most 40", b -> b.channel(long41())),
        create26("origin.countryCode", "must be", b -> b.origin(new OrderOrigin("canary"))),
        create26("destination", "is required", b -> b.destination(null)),
        create26("lineItems", "must not be empty", b -> b.lineItems(List.of())),
        create26("lineItems[0].amount.value", "must be a whole", b -> b.lineItems(lines("1.5"))),
        create26("lineItems[0].amount.value", "must be a whole", b -> b.lineItems(lines("-1"))),
        create26("lineItems[0].amount.value", "must be a", b -> b.lineItems(lines("canary"))),
        create26("lineItems[0].amount.value", "must be a", b -> b.lineItems(lines("9".repeat(21)))),
        new Refused(
            "fulfillmentConfiguration",
            "is required",
            c -> c.outbound20260704().updateOrder("A", new UpdateOrderRequest(null))),
        new Refused(
            "items",
            "must not be empty",
            c ->
                c.outbound20260704()
                    .getOffers(
                        new GetOffersRequest(null, new OrderOrigin("US"), null, List.of()))));
  }

  private static Stream<Refused> paths() {
    return Stream.of("", " ", ".", "..", long41(), "a\u0000")
        .flatMap(
            id ->
                Stream.<Refused>of(
                    path(c -> c.outbound20200701().getFulfillmentOrder(id)),
                    path(c -> c.outbound20200701().cancelFulfillmentOrder(id)),
                    new Refused("orderId", "must", c -> c.outbound20260704().getOrder(id)),
                    new Refused("orderId", "must", c -> c.outbound20260704().cancelOrder(id))));
  }

  private static Stream<Refused> stockAndNotifications() {
    return Stream.of(
        new Refused(
            "sellerSkus",
            "must not be blank",
            c -> c.inventory().getInventorySummaries("US", List.of("A", " "))),
        new Refused(
            "marketplaceIds",
            "must not be blank",
            c -> c.inventory().getInventorySummaries("", List.of("A"))),
        new Refused(
            "productName",
            "is required",
            c ->
                c.inventory()
                    .sandbox()
                    .createInventoryItem(new CreateInventoryItemRequest("A", "M", null))),
        new Refused(
            "inventoryItems[0].quantity",
            "must be at least 0",
            c ->
                c.inventory()
                    .sandbox()
                    .addInventory(
                        "t", new AddInventoryRequest(List.of(new InventoryItem("A", "M", -1))))),
        new Refused(
            "resourceSpecification.sqs.arn",
            "must be the ARN",
            c -> c.notifications().createDestination(queue("canary"))),
        new Refused(
            "resourceSpecification",
            "must have either",
            c ->
                c.notifications()
                    .createDestination(
                        new CreateDestinationRequest(
                            new DestinationResourceSpecification(null, null), "n"))),
        new Refused(
            "processingDirective.filterExpression",
            "must be absent",
            c ->
                c.notifications()
                    .createSubscription(
                        "T",
                        new CreateSubscriptionRequest(
                            "1.0",
                            "d",
                            new ProcessingDirective(
                                new EventFilter("ORDER_CHANGE", null, null, null, null), "x")))),
        new Refused(
            "subscriptionId",
            "must not be a relative path",
            c -> c.notifications().deleteSubscriptionById("T", "..")),
        new Refused(
            "testNotification.testScenario",
            "must not be blank",
            c ->
                c.notifications()
                    .sandbox()
                    .sendTestNotification(
                        "T",
                        new SendTestNotificationRequest("d", new TestNotification("1.0", "")))));
  }

  private static Refused create(
      String field, String rule, UnaryOperator<CreateFulfillmentOrderRequest.Builder> spoil) {
    return new Refused(
        field,
        rule,
        c ->
            c.outbound20200701()
                .createFulfillmentOrder(
                    spoil
                        .apply(
                            CreateFulfillmentOrderRequest.builder()
                                .sellerFulfillmentOrderId("TTS-1")
                                .displayableOrderId("1")
                                .displayableOrderDate("2026-09-01T14:03:22Z")
                                .displayableOrderComment("Thank you for your order.")
                                .shippingSpeedCategory("Standard")
                                .destinationAddress(us("US"))
                                .items(List.of(item("MUG", "L1", 2))))
                        .build()));
  }

  private static Refused items(
      String field, String rule, @Nullable List<CreateFulfillmentOrderItem> items) {
    return create(field, rule, b -> b.items(items));
  }

  private static Refused create26(
      String field, String rule, UnaryOperator<CreateOrderRequest.Builder> spoil) {
    CreateOrderRequest whole = Requests.full20260704("TTS-1", "SHIP");
    return new Refused(
        field,
        rule,
        c ->
            c.outbound20260704()
                .createOrder(
                    spoil
                        .apply(
                            CreateOrderRequest.builder()
                                .orderId("TTS-1")
                                .destination(whole.destination())
                                .lineItems(whole.lineItems()))
                        .build()));
  }

  private static Refused path(Consumer<SellingPartnerClient> call) {
    return new Refused("sellerFulfillmentOrderId", "must", call);
  }

  private static CreateFulfillmentOrderItem item(String sku, String id, int quantity) {
    return new CreateFulfillmentOrderItem(sku, id, quantity);
  }

  private static CreateFulfillmentOrderItem gift(String message, Money value) {
    return new CreateFulfillmentOrderItem("A", "L1", 1, message, null, null, value, null, null);
  }

  private static Money money(String value) {
    return new Money("USD", value);
  }

  private static List<CreateOrderLineItem> lines(String value) {
    return List.of(
        new CreateOrderLineItem(
            "L1", new OrderProduct(new ProductIdentifier("A")), new Amount("EACHES", value)));
  }

  private static AmazonAddress us(String country) {
    return address("Ada Example", country);
  }

  private static AmazonAddress nameless() {
    return address(null, "US");
  }

  private static AmazonAddress address(@Nullable String name, String country) {
    return AmazonAddress.builder()
        .name(name)
        .addressLine1("12 Canary Street")
        .postalCode("62701")
        .countryCode(country)
        .build();
  }

  private static CreateDestinationRequest queue(String arn) {
    return new CreateDestinationRequest(
        new DestinationResourceSpecification(new SqsResource(arn), null), "n");
  }

  private static String long41() {
    return "x".repeat(41);
  }
}
