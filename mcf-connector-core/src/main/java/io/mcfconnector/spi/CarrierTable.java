// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of the channel's providers moves the parcels of a carrier. A carrier without a row goes to
 * the provider of its own name, if there is one. Immutable.
 *
 * @param rows the providers of each carrier, the first that is offered counts; none = blocked. Both
 *     are {@link CarrierWords words}, in which a star stands for any text.
 * @param otherwise asked for carriers without a row; absent in the last table
 */
record CarrierTable(Map<String, List<String>> rows, @Nullable CarrierTable otherwise)
    implements CarrierMapper {

  /** As what every parcel is looked up that the network moves itself. */
  private static final String NETWORK = "AMAZON";

  static CarrierTable builtIn() {
    return BuiltIn.TABLE;
  }

  @Override
  public Optional<ShippingProviderId> providerFor(
      ShipmentPackage parcel, List<ShippingProvider> offered) {
    CarrierCode carrier = parcel.carrier();
    String name =
        CarrierMapper.isMovedByNetwork(parcel)
            ? NETWORK
            : CarrierWords.of(carrier == null ? "" : carrier.value());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return providersOf(name)
        .map(providers -> firstOf(providers, offered))
        .orElseGet(() -> named(name, offered));
  }

  private Optional<List<String>> providersOf(String carrier) {
    return rows.keySet().stream()
        .filter(words -> CarrierWords.fits(words, carrier))
        // Without a star before all with one, then the one that says most.
        .max(
            Comparator.comparing((String words) -> words.equals(carrier))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()))
        .map(rows::get)
        .or(() -> Optional.ofNullable(otherwise).flatMap(table -> table.providersOf(carrier)));
  }

  private static Optional<ShippingProviderId> firstOf(
      List<String> providers, List<ShippingProvider> offered) {
    return providers.stream()
        .flatMap(words -> first(offered, name -> CarrierWords.fits(words, name)).stream())
        .findFirst();
  }

  /** The provider of the very name, else the one with the longest name that the carrier's has. */
  private static Optional<ShippingProviderId> named(
      String carrier, List<ShippingProvider> offered) {
    return first(offered, carrier::equals)
        .or(
            () ->
                offered.stream()
                    .filter(provider -> !CarrierWords.of(provider.name()).isEmpty())
                    .filter(provider -> carrier.startsWith(CarrierWords.of(provider.name())))
                    .max(Comparator.comparingInt(provider -> provider.name().length()))
                    .map(ShippingProvider::id));
  }

  private static Optional<ShippingProviderId> first(
      List<ShippingProvider> offered, Predicate<String> condition) {
    return offered.stream()
        .filter(provider -> condition.test(CarrierWords.of(provider.name())))
        .map(ShippingProvider::id)
        .findFirst();
  }

  /** Read when it is first used. */
  private static final class BuiltIn {
    private static final CarrierTable TABLE = CarrierCsv.builtIn();
  }
}
