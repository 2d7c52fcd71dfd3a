// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transform;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.spi.SkuMapper;
import java.util.List;
import java.util.function.Function;

/**
 * Makes a fulfillment order of a buyer's order. The same input always gives the same output, so
 * that a repeated create is the same create. Thread-safe if the mapper is.
 */
public final class OrderTransformer {

  private final SkuMapper skuMapper;
  private final Function<Order, ShippingSpeed> speed;

  /** Creates a transformer that chooses the speed by {@link #speedByDeliveryOption}. */
  public OrderTransformer(SkuMapper skuMapper) {
    this(skuMapper, OrderTransformer::speedByDeliveryOption);
  }

  /**
   * Creates a transformer.
   *
   * @param skuMapper knows what to ship for a SKU
   * @param speed chooses the service level of an order
   */
  public OrderTransformer(SkuMapper skuMapper, Function<Order, ShippingSpeed> speed) {
    this.skuMapper = skuMapper;
    this.speed = speed;
  }

  /**
   * Returns what to ship for the open line items: virtual bundles are expanded to their components,
   * each component is mapped, and units of one MSKU are added up. Items stand in the order in which
   * their MSKU appears first and have the ids {@code 1}, {@code 2} and so on.
   *
   * <p>Never throws: a mapper that does leaves its SKU unmapped, with the exception as the problem.
   */
  public PlannedItems plan(Order order) {
    return new ItemPlanner(order.shop(), skuMapper).plan(order.openLineItems());
  }

  /**
   * Returns the fulfillment order to send.
   *
   * @param id its id
   * @param order the buyer's order
   * @param destination where it goes, normalized
   * @param items what to ship, from {@link #plan}
   */
  public FulfillmentOrder toFulfillmentOrder(
      FulfillmentOrderId id, Order order, Address destination, List<FulfillmentOrderItem> items) {
    return new FulfillmentOrder(
        id, order.id(), order.createdAt(), speed.apply(order), destination, items);
  }

  /**
   * Returns {@link ShippingSpeed#EXPEDITED} when the name of the delivery option says so, with
   * "express", "expedited", "next day" or the like; else {@link ShippingSpeed#STANDARD}.
   */
  public static ShippingSpeed speedByDeliveryOption(Order order) {
    return DeliveryOptions.speedOf(order.deliveryOptionName());
  }
}
