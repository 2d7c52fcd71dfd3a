// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one order withholds from sale.
 *
 * @param orderId the order
 * @param shop the shop that sold it
 * @param state where the order is on its way
 * @param receivedAt when the router first saw it
 * @param units what it withholds, by SKU
 * @param until a count of this time or later contains the order; {@code null} = it is not placed
 */
public record Reservation(
    OrderId orderId,
    ShopId shop,
    RoutingState state,
    Instant receivedAt,
    Map<Msku, Integer> units,
    @Nullable Instant until) {

  /** Copies the map. */
  public Reservation {
    units = Map.copyOf(units);
  }

  /** Returns the units of a SKU that a count read at a time does not contain yet. */
  public int withheld(Msku msku, Instant countedAt) {
    return until != null && !countedAt.isBefore(until) ? 0 : units.getOrDefault(msku, 0);
  }
}
