// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackingNumber;
import java.util.List;
import java.util.regex.Pattern;

/** By what a parcel is known that the network moves itself. */
final class NetworkParcels {

  /** How the network writes itself as carrier. */
  private static final List<String> NAMES = List.of("AMAZON", "AMZN", "AMZL");

  /** Amazon's own number (AFTN), and the numbers of Amazon Logistics. */
  private static final Pattern NUMBER = Pattern.compile("(AFTN|TBA)[0-9]+");

  private NetworkParcels() {}

  static boolean isMovedByNetwork(ShipmentPackage parcel) {
    CarrierCode carrier = parcel.carrier();
    TrackingNumber number = parcel.carrierNumber();
    return parcel.networkNumber() != null
        || (carrier != null && isNetwork(carrier))
        || (number != null && isNetworkNumber(number));
  }

  private static boolean isNetwork(CarrierCode carrier) {
    String name = CarrierWords.of(carrier.value());
    return NAMES.stream().anyMatch(name::contains);
  }

  static boolean isNetworkNumber(TrackingNumber number) {
    return NUMBER.matcher(number.value()).matches();
  }
}
