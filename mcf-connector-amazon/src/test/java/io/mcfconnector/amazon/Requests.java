// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import io.mcfconnector.amazon.outbound.v20200701.CodSettings;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderItem;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderRequest;
import io.mcfconnector.amazon.outbound.v20200701.DeliveryPreferences;
import io.mcfconnector.amazon.outbound.v20200701.DeliveryWindow;
import io.mcfconnector.amazon.outbound.v20200701.DropOffLocation;
import io.mcfconnector.amazon.outbound.v20200701.FeatureSettings;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewItem;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewRequest;
import io.mcfconnector.amazon.outbound.v20200701.PaymentInformation;
import io.mcfconnector.amazon.outbound.v20260704.Amount;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderLineItem;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderRequest;
import io.mcfconnector.amazon.outbound.v20260704.GetOrderPreviewRequest;
import io.mcfconnector.amazon.outbound.v20260704.LineItemFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.Money;
import io.mcfconnector.amazon.outbound.v20260704.OrderDestination;
import io.mcfconnector.amazon.outbound.v20260704.OrderDropOffLocation;
import io.mcfconnector.amazon.outbound.v20260704.OrderFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.OrderLineItemDeliveryService;
import io.mcfconnector.amazon.outbound.v20260704.OrderLineItemPackagingService;
import io.mcfconnector.amazon.outbound.v20260704.OrderLineItemPaymentOnDelivery;
import io.mcfconnector.amazon.outbound.v20260704.OrderLineItemServices;
import io.mcfconnector.amazon.outbound.v20260704.OrderOrigin;
import io.mcfconnector.amazon.outbound.v20260704.OrderPackingSlip;
import io.mcfconnector.amazon.outbound.v20260704.OrderProduct;
import io.mcfconnector.amazon.outbound.v20260704.OrderServices;
import io.mcfconnector.amazon.outbound.v20260704.PackagingService;
import io.mcfconnector.amazon.outbound.v20260704.Payment;
import io.mcfconnector.amazon.outbound.v20260704.PreviewFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.PreviewLineItem;
import io.mcfconnector.amazon.outbound.v20260704.ProductIdentifier;
import io.mcfconnector.amazon.outbound.v20260704.ServiceLevel;
import java.util.List;
import java.util.Map;

/** Requests as a host writes them with the typed APIs. */
final class Requests {

  private static final AmazonAddress ADDRESS =
      AmazonAddress.builder()
          .name("Ada Example")
          .addressLine1("12 Sample Street")
          .addressLine2("Apt 4")
          .addressLine3("Rear")
          .city("Springfield")
          .districtOrCounty("Sangamon")
          .stateOrRegion("IL")
          .postalCode("62701")
          .countryCode("US")
          .phone("2175550100")
          .build();

  private Requests() {}

  static CreateFulfillmentOrderRequest create20200701() {
    return CreateFulfillmentOrderRequest.builder()
        .marketplaceId("ATVPDKIKX0DER")
        .sellerFulfillmentOrderId("TTS-1")
        .displayableOrderId("1")
        .displayableOrderDate("2026-09-01T14:03:22Z")
        .displayableOrderComment("Thank you for your order.")
        .shippingSpeedCategory("Standard")
        .fulfillmentAction("Ship")
        .fulfillmentPolicy("FillOrKill")
        .destinationAddress(ADDRESS)
        .items(List.of(new CreateFulfillmentOrderItem("MUG-RED-01", "L1", 2)))
        .build();
  }

  static GetFulfillmentPreviewRequest preview20200701() {
    return new GetFulfillmentPreviewRequest(
        "ATVPDKIKX0DER",
        ADDRESS,
        List.of(new GetFulfillmentPreviewItem("MUG-RED-01", 2, "L1")),
        List.of("Standard", "Expedited"));
  }

  static GetOrderPreviewRequest preview20260704() {
    return new GetOrderPreviewRequest(
        "TIKTOK",
        new OrderOrigin("US"),
        new PreviewFulfillmentConfiguration(new ServiceLevel(List.of("STANDARD"))),
        new OrderDestination(ADDRESS),
        List.of(
            new PreviewLineItem(
                new OrderProduct(new ProductIdentifier("MUG-RED-01")), Amount.eaches(2))));
  }

  /** Returns an order on hold that uses every field it may use in the United States. */
  static CreateFulfillmentOrderRequest full20200701(String id) {
    return CreateFulfillmentOrderRequest.builder()
        .marketplaceId("ATVPDKIKX0DER")
        .sellerFulfillmentOrderId(id)
        .displayableOrderId("Bestellung Nr. 1")
        .displayableOrderDate("2026-09-01T14:03:22Z")
        .displayableOrderComment("Thank you for your order.")
        .shippingSpeedCategory("Expedited")
        .fulfillmentAction("Hold")
        .fulfillmentPolicy("FillAll")
        .destinationAddress(ADDRESS)
        .shipFromCountryCode("US")
        .notificationEmails(List.of("ada@example.com"))
        .featureConstraints(List.of(new FeatureSettings("BLANK_BOX", "Required")))
        .deliveryWindow(new DeliveryWindow("2026-09-02T08:00:00Z", "2026-09-02T12:00:00Z"))
        .deliveryPreferences(
            new DeliveryPreferences(
                "Ring twice",
                new DropOffLocation(
                    "FALLBACK_NEIGHBOR_DELIVERY",
                    Map.of("neighborName", "Bo", "houseNumber", "14"))))
        .codSettings(
            new CodSettings(
                true,
                new io.mcfconnector.amazon.outbound.v20200701.Money("USD", "1.00"),
                null,
                null,
                null))
        .paymentInformation(
            List.of(new PaymentInformation("P1", "CreditCard", "2026-09-01T14:03:22Z")))
        .items(
            List.of(
                new CreateFulfillmentOrderItem(
                    "MUG-RED-01",
                    "L1",
                    2,
                    "Happy birthday",
                    "A red mug",
                    "X000EXAMPLE",
                    new io.mcfconnector.amazon.outbound.v20200701.Money("USD", "9.99"),
                    null,
                    null)))
        .build();
  }

  /** Returns an order that uses every field it may use in the United States. */
  static CreateOrderRequest full20260704(String id, String action) {
    return CreateOrderRequest.builder()
        .orderId(id)
        .channel("TIKTOK")
        .origin(new OrderOrigin("US"))
        .fulfillmentConfiguration(
            new OrderFulfillmentConfiguration(
                new ServiceLevel(List.of("STANDARD")),
                action,
                "FILL_ALL_AVAILABLE",
                new OrderServices(
                    new PackagingService(
                        "UNBRANDED",
                        "NOT_REQUIRED",
                        new OrderPackingSlip("plain", Map.of("orderId", "1"))),
                    Map.of("blockAMZL", "REQUIRED"))))
        .destination(
            new OrderDestination(
                ADDRESS,
                "Ring twice",
                new OrderDropOffLocation("FRONT_DOOR", Map.of("floor", "2"))))
        .lineItems(
            List.of(
                new CreateOrderLineItem(
                    "L1",
                    new OrderProduct(new ProductIdentifier("MUG-RED-01"), new Money("USD", "9.99")),
                    Amount.eaches(2),
                    new LineItemFulfillmentConfiguration(
                        new OrderLineItemServices(
                            new OrderLineItemPackagingService(
                                new OrderPackingSlip(null, Map.of("giftMessage", "Hello"))),
                            new OrderLineItemDeliveryService(
                                new OrderLineItemPaymentOnDelivery(new Money("USD", "1.00"))))))))
        .paymentInformation(
            new io.mcfconnector.amazon.outbound.v20260704.PaymentInformation(
                List.of(new Payment("P1", "CARD", "2026-09-01T14:03:22Z"))))
        .build();
  }
}
