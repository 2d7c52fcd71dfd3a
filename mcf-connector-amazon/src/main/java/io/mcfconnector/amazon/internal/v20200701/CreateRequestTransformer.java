// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20200701;

import io.mcfconnector.amazon.internal.AddressTransformer;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderItem;
import io.mcfconnector.amazon.outbound.v20200701.CreateFulfillmentOrderRequest;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.ShippingSpeed;
import java.time.temporal.ChronoUnit;

/** Our request to ship, as 2020-07-01 wants it. */
final class CreateRequestTransformer {

  /** Required, and printed for the recipient; the same for everybody, so it holds no data. */
  private static final String COMMENT = "Thank you for your order.";

  private final String marketplaceId;

  CreateRequestTransformer(String marketplaceId) {
    this.marketplaceId = marketplaceId;
  }

  CreateFulfillmentOrderRequest toRequest(FulfillmentOrder order) {
    return CreateFulfillmentOrderRequest.builder()
        .marketplaceId(marketplaceId)
        .sellerFulfillmentOrderId(order.id().value())
        .displayableOrderId(order.orderId().value())
        .displayableOrderDate(order.orderedAt().truncatedTo(ChronoUnit.SECONDS).toString())
        .displayableOrderComment(COMMENT)
        .shippingSpeedCategory(speed(order.speed()))
        // Always both: this version states no defaults.
        .fulfillmentAction("Ship")
        .fulfillmentPolicy("FillOrKill")
        .destinationAddress(AddressTransformer.toAmazon(order.destination()))
        .items(order.items().stream().map(CreateRequestTransformer::item).toList())
        .build();
  }

  private static CreateFulfillmentOrderItem item(FulfillmentOrderItem item) {
    return new CreateFulfillmentOrderItem(item.msku().value(), item.id(), item.quantity());
  }

  static String speed(ShippingSpeed speed) {
    return switch (speed) {
      case STANDARD -> "Standard";
      case EXPEDITED -> "Expedited";
      case PRIORITY -> "Priority";
    };
  }
}
