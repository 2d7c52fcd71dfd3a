// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderItem;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderRequest;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewItem;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentPreviewRequest;
import io.mcfconnector.amazon.outbound.v20260704.Amount;
import io.mcfconnector.amazon.outbound.v20260704.GetOrderPreviewRequest;
import io.mcfconnector.amazon.outbound.v20260704.OrderDestination;
import io.mcfconnector.amazon.outbound.v20260704.OrderOrigin;
import io.mcfconnector.amazon.outbound.v20260704.OrderProduct;
import io.mcfconnector.amazon.outbound.v20260704.PreviewFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.PreviewLineItem;
import io.mcfconnector.amazon.outbound.v20260704.ProductIdentifier;
import io.mcfconnector.amazon.outbound.v20260704.ServiceLevel;
import java.util.List;

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
}
