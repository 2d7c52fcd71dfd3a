// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses to Amazon, and from Amazon as no more than a fingerprint. */
public final class AddressTransformer {

  private AddressTransformer() {}

  /** Returns the address as Amazon writes it; empty parts are left out. */
  public static AmazonAddress toAmazon(Address address) {
    return AmazonAddress.builder()
        .name(address.name())
        .addressLine1(address.line1())
        .addressLine2(orNull(address.line2()))
        .addressLine3(orNull(address.line3()))
        .city(orNull(address.city()))
        .stateOrRegion(orNull(address.stateOrRegion()))
        .postalCode(address.postalCode())
        .countryCode(address.countryCode())
        .phone(orNull(address.phone()))
        .build();
  }

  /**
   * Returns the fingerprint of the parts that Amazon must give back; {@code null} when it hides one
   * of them, since then nothing can be compared.
   */
  public static @Nullable AddressFingerprint fingerprint(@Nullable AmazonAddress address) {
    if (address == null) {
      return null;
    }
    Address known =
        Address.builder()
            .name(orEmpty(address.name()))
            .line1(orEmpty(address.addressLine1()))
            .postalCode(orEmpty(address.postalCode()))
            .countryCode(orEmpty(address.countryCode()))
            .build();
    boolean complete =
        Stream.of(known.name(), known.line1(), known.postalCode(), known.countryCode())
            .noneMatch(String::isBlank);
    return complete ? AddressFingerprint.ofRequired(known) : null;
  }

  private static @Nullable String orNull(String part) {
    return part.isEmpty() ? null : part;
  }

  private static String orEmpty(@Nullable String part) {
    return part == null ? "" : part;
  }
}
