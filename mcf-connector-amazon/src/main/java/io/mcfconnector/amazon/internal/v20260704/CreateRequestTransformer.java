// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20260704;

import io.mcfconnector.amazon.internal.AddressTransformer;
import io.mcfconnector.amazon.outbound.v20260704.Amount;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderLineItem;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderRequest;
import io.mcfconnector.amazon.outbound.v20260704.OrderDestination;
import io.mcfconnector.amazon.outbound.v20260704.OrderFulfillmentConfiguration;
import io.mcfconnector.amazon.outbound.v20260704.OrderOrigin;
import io.mcfconnector.amazon.outbound.v20260704.OrderProduct;
import io.mcfconnector.amazon.outbound.v20260704.ProductIdentifier;
import io.mcfconnector.amazon.outbound.v20260704.ServiceLevel;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.ShippingSpeed;
import java.util.List;

/** Our request to ship, as 2026-07-04 wants it. */
final class CreateRequestTransformer {

  private final String originCountry;
  private final String channel;

  CreateRequestTransformer(String originCountry, String channel) {
    this.originCountry = originCountry;
    this.channel = channel;
  }

  CreateOrderRequest toRequest(FulfillmentOrder order) {
    return CreateOrderRequest.builder()
        .orderId(order.id().value())
        .channel(channel)
        .origin(new OrderOrigin(originCountry))
        .fulfillmentConfiguration(
            new OrderFulfillmentConfiguration(
                new ServiceLevel(List.of(tier(order.speed()))), "SHIP", "FILL_OR_KILL"))
        .destination(new OrderDestination(AddressTransformer.toAmazon(order.destination())))
        .lineItems(order.items().stream().map(CreateRequestTransformer::lineItem).toList())
        .build();
  }

  private static CreateOrderLineItem lineItem(FulfillmentOrderItem item) {
    return new CreateOrderLineItem(
        item.id(),
        new OrderProduct(new ProductIdentifier(item.msku().value())),
        Amount.eaches(item.quantity()));
  }

  static String tier(ShippingSpeed speed) {
    return switch (speed) {
      case STANDARD -> "STANDARD";
      case EXPEDITED -> "EXPEDITED";
      case PRIORITY -> "PRIORITY";
    };
  }
}
