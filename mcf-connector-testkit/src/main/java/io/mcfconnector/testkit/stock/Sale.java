// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One unit that a buyer bought at a shop.
 *
 * @param at when
 * @param shownAt since when the shop shows the order to the router
 */
record Sale(OrderId id, ShopId shop, Msku msku, Instant at, Instant shownAt) {

  /** How long the channel holds an order so that the buyer can reconsider. */
  static final Duration HOLD = Duration.ofHours(1);

  private static final Address SOMEBODY =
      Address.builder()
          .name("Marisol Fairbanks")
          .line1("100 Harbor Finch St")
          .city("Oakland")
          .stateOrRegion("CA")
          .postalCode("94601")
          .countryCode("US")
          .phone("510-555-0114")
          .build();

  boolean isHeld(Instant now) {
    return now.isBefore(at.plus(HOLD));
  }

  /** Returns when the order last changed; the end of its hold changes it. */
  Instant updatedAt(Instant now) {
    return isHeld(now) ? at : at.plus(HOLD);
  }

  /** Returns the request to ship it. */
  FulfillmentOrder fulfillmentOrder() {
    return new FulfillmentOrder(
        FulfillmentOrderId.of("TTS", id, 1),
        id,
        at,
        ShippingSpeed.STANDARD,
        SOMEBODY,
        List.of(new FulfillmentOrderItem("1", msku, List.of(lineItem()))));
  }

  private LineItemId lineItem() {
    return LineItemId.of(id + "-1");
  }

  /** Returns the order as the shop shows it; the address is hidden while it is held. */
  Order order(Instant now) {
    OrderStatus status = isHeld(now) ? OrderStatus.ON_HOLD : OrderStatus.AWAITING_SHIPMENT;
    LineItem unit =
        new LineItem(lineItem(), Shopfront.channelSku(msku), List.of(), LineItem.Status.OPEN, null);
    return Order.builder(id, shop)
        .status(status, status.name())
        .traits(Set.of(OrderTrait.CHANNEL_HOLD))
        .createdAt(at)
        .paidAt(at)
        .updatedAt(updatedAt(now))
        .deliveryOption("STANDARD", "Standard shipping")
        .destination(isHeld(now) ? null : SOMEBODY)
        .lineItems(List.of(unit))
        .build();
  }
}
