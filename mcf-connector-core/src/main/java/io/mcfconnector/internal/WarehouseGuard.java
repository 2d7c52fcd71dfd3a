// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Order;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.SalesChannel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps numbers that are not the network's own from the orders of warehouses that the channel would
 * switch off for them.
 */
final class WarehouseGuard {

  private WarehouseGuard() {}

  /** Returns whether a parcel is told of with the network's own number and provider. */
  static boolean isSafe(
      ShipmentPackage parcel, ShippingProviderId provider, List<ShippingProvider> offered) {
    return CarrierMapper.isMovedByNetwork(parcel)
        && CarrierMapper.byName().providerFor(parcel, offered).filter(provider::equals).isPresent();
  }

  /**
   * Returns whether the order's warehouse is one of those.
   *
   * @param order asked for only where the channel has such warehouses
   */
  static boolean guards(SalesChannel channel, Supplier<Order> order) {
    Set<String> guarded = channel.guardedWarehouses();
    if (guarded.isEmpty()) {
      return false;
    }
    String warehouse = order.get().warehouseId();
    return warehouse == null || guarded.contains(warehouse);
  }

  static String messageOf(ShipmentPackage parcel) {
    return "Parcel number "
        + parcel.trackingNumber()
        + " is not the network's own, and the channel switches the order's warehouse off after five"
        + " such parcels. Nothing was sent. Ask the network for its own number, then try again; or"
        + " enter this one at the channel by hand and skip the order here.";
  }
}
