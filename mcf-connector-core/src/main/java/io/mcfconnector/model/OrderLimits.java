// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.util.List;
import java.util.Optional;

/**
 * How much a fulfillment network takes in one order.
 *
 * @param unitsOfOneSku most units when all are of one SKU
 * @param unitsOfManySkus most units together when there are several SKUs
 * @param skus most SKUs
 */
public record OrderLimits(int unitsOfOneSku, int unitsOfManySkus, int skus) {

  /** As much as anybody orders. */
  public static final OrderLimits NONE =
      new OrderLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Returns which limit an order breaks, in plain words; empty when it breaks none. */
  public Optional<String> problemOf(List<FulfillmentOrderItem> items) {
    long units = items.stream().mapToLong(FulfillmentOrderItem::quantity).sum();
    int mostUnits = items.size() == 1 ? unitsOfOneSku : unitsOfManySkus;
    if (items.size() > skus) {
      return Optional.of(items.size() + " SKUs, and the network takes at most " + skus);
    }
    return units > mostUnits
        ? Optional.of(
            units
                + " units, and the network takes at most "
                + mostUnits
                + (items.size() == 1 ? " of one SKU" : " of several SKUs together"))
        : Optional.empty();
  }
}
