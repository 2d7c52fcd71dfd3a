// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the channel's shipping provider for a parcel.
 *
 * <p>Implementations are fast, throw nothing, and are safe for use by many threads.
 */
@FunctionalInterface
public interface CarrierMapper {

  /**
   * Returns the provider to name for a parcel.
   *
   * @param parcel the parcel; has a tracking number
   * @param offered what the channel accepts for the order
   * @return one of the offered; empty when none fits, which hands the order to a person
   */
  Optional<ShippingProviderId> providerFor(ShipmentPackage parcel, List<ShippingProvider> offered);

  /**
   * Returns the mapping by name: a parcel whose number is the network's own goes to the network's
   * provider, any other to the provider whose name the carrier code contains.
   */
  static CarrierMapper byName() {
    return CarrierNames::providerFor;
  }

  /** Returns whether the network moves a parcel itself, so that its number is the network's own. */
  static boolean isMovedByNetwork(ShipmentPackage parcel) {
    return CarrierNames.isMovedByNetwork(parcel);
  }
}
