// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackingNumber;
import java.nio.file.Path;
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
   * Returns the built-in table: a parcel that the network moves itself goes to the first provider
   * with the word Amazon in its name, and the carriers that the network is known to use go to the
   * provider of theirs. Any other goes to the provider of its own name.
   */
  static CarrierMapper byName() {
    return CarrierTable.builtIn();
  }

  /**
   * Returns a table of the host, read once. For carriers without a row there the built-in table
   * counts. The first line is {@code carrier,provider}; a star at either end of a name stands for
   * any text, of several rows of a carrier the first counts whose provider is offered, and the
   * provider {@code none} keeps the carrier's numbers from the channel. Parcels that the network
   * moves itself are looked up as carrier {@code AMAZON}.
   *
   * @throws ConfigurationException that lists what is wrong, with line numbers
   */
  static CarrierMapper fromCsv(Path file) {
    return CarrierCsv.read(file);
  }

  /** Returns whether a number is one of those that only the network gives. */
  static boolean isNetworkNumber(TrackingNumber number) {
    return NetworkParcels.isNetworkNumber(number);
  }

  /** Returns whether the network moves a parcel itself, so that its number is the network's own. */
  static boolean isMovedByNetwork(ShipmentPackage parcel) {
    return NetworkParcels.isMovedByNetwork(parcel);
  }
}
