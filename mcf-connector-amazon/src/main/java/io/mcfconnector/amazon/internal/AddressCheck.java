// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import io.mcfconnector.amazon.outbound.VariablePrecisionAddress;
import org.jspecify.annotations.Nullable;

/** What both versions demand of addresses. Their models have no lengths, so none is checked. */
public final class AddressCheck {

  private static final int LONGEST = RequestCheck.ANY_LENGTH;

  private AddressCheck() {}

  /** Checks an address to ship to. */
  public static void whole(RequestCheck request, @Nullable AmazonAddress address, String field) {
    AmazonAddress given = request.required(address, field);
    RequestCheck at = request.in(field);
    at.text(given.name(), LONGEST, "name");
    at.text(given.addressLine1(), LONGEST, "addressLine1");
    at.optionalText(given.addressLine2(), LONGEST, "addressLine2");
    at.optionalText(given.addressLine3(), LONGEST, "addressLine3");
    at.optionalText(given.city(), LONGEST, "city");
    at.optionalText(given.districtOrCounty(), LONGEST, "districtOrCounty");
    at.optionalText(given.stateOrRegion(), LONGEST, "stateOrRegion");
    at.text(given.postalCode(), LONGEST, "postalCode");
    at.country(given.countryCode(), "countryCode");
    at.optionalText(given.phone(), LONGEST, "phone");
    at.optionalText(given.email(), LONGEST, "email");
  }

  /** Checks where an offer would go: as much of an address as is known, or a network address. */
  public static void offered(
      RequestCheck at, @Nullable VariablePrecisionAddress address, @Nullable String ipAddress) {
    at.optionalText(ipAddress, LONGEST, "ipAddress");
    if (address == null) {
      if (ipAddress == null) {
        throw at.refused("deliveryAddress", "or ipAddress is required");
      }
      return;
    }
    RequestCheck atAddress = at.in("deliveryAddress");
    atAddress.optionalText(address.addressLine1(), LONGEST, "addressLine1");
    atAddress.optionalText(address.addressLine2(), LONGEST, "addressLine2");
    atAddress.optionalText(address.addressLine3(), LONGEST, "addressLine3");
    atAddress.optionalText(address.city(), LONGEST, "city");
    atAddress.optionalText(address.districtOrCounty(), LONGEST, "districtOrCounty");
    atAddress.optionalText(address.stateOrRegion(), LONGEST, "stateOrRegion");
    atAddress.text(address.postalCode(), LONGEST, "postalCode");
    atAddress.country(address.countryCode(), "countryCode");
  }
}
