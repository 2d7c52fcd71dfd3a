// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the shipping provider whose name fits a carrier code. */
final class CarrierNames {

  // How networks abbreviate carriers that channels write out.
  private static final List<String> AMAZON = List.of("AMAZON", "AMZN", "AMZL");

  private CarrierNames() {}

  static Optional<ShippingProviderId> providerFor(
      ShipmentPackage parcel, List<ShippingProvider> offered) {
    if (isMovedByNetwork(parcel)) {
      return named("AMAZON", offered);
    }
    CarrierCode carrier = parcel.carrier();
    return carrier == null ? Optional.empty() : byCarrier(carrier, offered);
  }

  static boolean isMovedByNetwork(ShipmentPackage parcel) {
    return parcel.networkNumber() != null || isAmazon(parcel);
  }

  private static boolean isAmazon(ShipmentPackage parcel) {
    CarrierCode carrier = parcel.carrier();
    boolean amazonName =
        carrier != null
            && AMAZON.stream().anyMatch(name -> letters(carrier.value()).contains(name));
    return amazonName
        || (parcel.carrierNumber() != null && parcel.carrierNumber().value().startsWith("TBA"));
  }

  private static Optional<ShippingProviderId> byCarrier(
      CarrierCode carrier, List<ShippingProvider> offered) {
    String code = letters(carrier.value());
    if (code.isEmpty()) {
      return Optional.empty();
    }
    Optional<ShippingProviderId> exact =
        offered.stream()
            .filter(provider -> letters(provider.name()).equals(code))
            .map(ShippingProvider::id)
            .findFirst();
    // "FEDEX_SMARTPOST" is handed over by "FedEx", "UPS_MI" by "UPS": the longest name that the
    // code starts with. A name without Latin letters would fit every code.
    return exact.or(
        () ->
            offered.stream()
                .filter(provider -> !letters(provider.name()).isEmpty())
                .filter(provider -> code.startsWith(letters(provider.name())))
                .max(Comparator.comparingInt(provider -> letters(provider.name()).length()))
                .map(ShippingProvider::id));
  }

  private static Optional<ShippingProviderId> named(String word, List<ShippingProvider> offered) {
    return offered.stream()
        .filter(provider -> letters(provider.name()).startsWith(word))
        .map(ShippingProvider::id)
        .findFirst();
  }

  private static String letters(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
