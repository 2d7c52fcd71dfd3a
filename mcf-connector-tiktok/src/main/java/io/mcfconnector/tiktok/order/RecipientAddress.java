// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes, as it is on the wire; masked or empty while TikTok hides it. Buyer data:
 * printed without any of it.
 *
 * @param name full name
 * @param firstName given name; the full name when the buyer gave one word only
 * @param lastName family name
 * @param phoneNumber with country prefix such as {@code (+1)}
 * @param addressLine1 street and number
 * @param addressLine2 unit
 * @param addressLine3 outside of the US only
 * @param addressLine4 outside of the US only
 * @param postalCode ZIP or ZIP+4
 * @param regionCode country, such as {@code US}
 * @param districtInfo state and city by level; there is no other field for them
 */
public record RecipientAddress(
    @Nullable String name,
    @Json(name = "first_name") @Nullable String firstName,
    @Json(name = "last_name") @Nullable String lastName,
    @Json(name = "phone_number") @Nullable String phoneNumber,
    @Json(name = "address_line1") @Nullable String addressLine1,
    @Json(name = "address_line2") @Nullable String addressLine2,
    @Json(name = "address_line3") @Nullable String addressLine3,
    @Json(name = "address_line4") @Nullable String addressLine4,
    @Json(name = "postal_code") @Nullable String postalCode,
    @Json(name = "region_code") @Nullable String regionCode,
    @Json(name = "district_info") @Nullable List<DistrictInfo> districtInfo) {

  @Override
  public String toString() {
    return "RecipientAddress[****]";
  }

  /**
   * One level of the address.
   *
   * @param addressLevel {@code L0} to {@code L4}; in the US L0 country, L1 state, L2 county, L3
   *     city
   * @param addressName name of the place, in full
   */
  public record DistrictInfo(
      @Json(name = "address_level") @Nullable String addressLevel,
      @Json(name = "address_name") @Nullable String addressName) {

    @Override
    public String toString() {
      return "DistrictInfo[" + addressLevel + ", ****]";
    }
  }
}
