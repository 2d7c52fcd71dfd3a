// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound;

import org.jspecify.annotations.Nullable;

/**
 * As much of an address as is known before checkout ({@code VariablePrecisionAddress}); buyer data.
 * Postal code and country are required.
 *
 * @param addressLine1 street and number
 * @param addressLine2 unit, floor, building
 * @param addressLine3 what does not fit before
 * @param city city
 * @param districtOrCounty district or county
 * @param stateOrRegion state or region
 * @param postalCode ZIP or postal code
 * @param countryCode ISO 3166-1 alpha-2
 */
public record VariablePrecisionAddress(
    @Nullable String addressLine1,
    @Nullable String addressLine2,
    @Nullable String addressLine3,
    @Nullable String city,
    @Nullable String districtOrCounty,
    @Nullable String stateOrRegion,
    @Nullable String postalCode,
    @Nullable String countryCode) {

  @Override
  public String toString() {
    return "VariablePrecisionAddress[****]";
  }
}
