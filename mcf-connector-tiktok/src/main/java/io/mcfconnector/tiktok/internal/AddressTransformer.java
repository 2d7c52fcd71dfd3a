// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.model.Address;
import io.mcfconnector.tiktok.order.RecipientAddress;
import io.mcfconnector.tiktok.order.RecipientAddress.DistrictInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * TikTok's address in our words. Pure. Masked text passes as it is: refusing it is the validator's
 * part.
 */
final class AddressTransformer {

  private static final Address EMPTY = Address.builder().build();

  private AddressTransformer() {}

  /** Returns the address; {@code null} when TikTok shows nothing of it. */
  static @Nullable Address transform(@Nullable RecipientAddress wire) {
    if (wire == null) {
      return null;
    }
    Address address =
        Address.builder()
            .name(joined(text(wire.name()), wire.firstName(), wire.lastName()))
            .line1(text(wire.addressLine1()))
            .line2(text(wire.addressLine2()))
            .line3(joined("", wire.addressLine3(), wire.addressLine4()))
            .city(district(wire, "L3"))
            .stateOrRegion(district(wire, "L1"))
            .postalCode(text(wire.postalCode()))
            .countryCode(text(wire.regionCode()))
            .phone(text(wire.phoneNumber()))
            .build();
    return address.equals(EMPTY) ? null : address;
  }

  /** Returns the text, or the other parts in one when it is empty. */
  private static String joined(String text, @Nullable String... parts) {
    return text.isEmpty()
        ? Stream.of(parts)
            .map(AddressTransformer::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        : text;
  }

  private static String district(RecipientAddress wire, String level) {
    List<DistrictInfo> districts = wire.districtInfo();
    return districts == null
        ? ""
        : districts.stream()
            .filter(Objects::nonNull)
            .filter(district -> level.equals(district.addressLevel()))
            .map(district -> text(district.addressName()))
            .findFirst()
            .orElse("");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
