// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound;

import org.jspecify.annotations.Nullable;

/**
 * An address as Amazon writes it ({@code Address}). Name, first line, postal code and country are
 * required.
 *
 * <p>This is buyer data: {@link #toString()} prints the country only.
 *
 * @param name person or company
 * @param addressLine1 street and number
 * @param addressLine2 unit, floor, building
 * @param addressLine3 what does not fit before
 * @param city city
 * @param districtOrCounty district or county
 * @param stateOrRegion state or region; in the US and Canada the two-letter code
 * @param postalCode ZIP or postal code
 * @param countryCode ISO 3166-1 alpha-2
 * @param phone phone number
 * @param email where Amazon mails the recipient; only 2026-07-04 takes it
 */
public record AmazonAddress(
    @Nullable String name,
    @Nullable String addressLine1,
    @Nullable String addressLine2,
    @Nullable String addressLine3,
    @Nullable String city,
    @Nullable String districtOrCounty,
    @Nullable String stateOrRegion,
    @Nullable String postalCode,
    @Nullable String countryCode,
    @Nullable String phone,
    @Nullable String email) {

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String toString() {
    return "AmazonAddress[" + countryCode + ", ****]";
  }

  /** Collects the parts of a {@link AmazonAddress}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String name;
    private @Nullable String addressLine1;
    private @Nullable String addressLine2;
    private @Nullable String addressLine3;
    private @Nullable String city;
    private @Nullable String districtOrCounty;
    private @Nullable String stateOrRegion;
    private @Nullable String postalCode;
    private @Nullable String countryCode;
    private @Nullable String phone;
    private @Nullable String email;

    private Builder() {}

    /** Sets the person or company. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Sets the street and number. */
    public Builder addressLine1(@Nullable String addressLine1) {
      this.addressLine1 = addressLine1;
      return this;
    }

    /** Sets the unit, floor, building. */
    public Builder addressLine2(@Nullable String addressLine2) {
      this.addressLine2 = addressLine2;
      return this;
    }

    /** Sets what does not fit before. */
    public Builder addressLine3(@Nullable String addressLine3) {
      this.addressLine3 = addressLine3;
      return this;
    }

    /** Sets the city. */
    public Builder city(@Nullable String city) {
      this.city = city;
      return this;
    }

    /** Sets the district or county. */
    public Builder districtOrCounty(@Nullable String districtOrCounty) {
      this.districtOrCounty = districtOrCounty;
      return this;
    }

    /** Sets the state or region; in the US and Canada the two-letter code. */
    public Builder stateOrRegion(@Nullable String stateOrRegion) {
      this.stateOrRegion = stateOrRegion;
      return this;
    }

    /** Sets the ZIP or postal code. */
    public Builder postalCode(@Nullable String postalCode) {
      this.postalCode = postalCode;
      return this;
    }

    /** Sets the ISO 3166-1 alpha-2 country code. */
    public Builder countryCode(@Nullable String countryCode) {
      this.countryCode = countryCode;
      return this;
    }

    /** Sets the phone number. */
    public Builder phone(@Nullable String phone) {
      this.phone = phone;
      return this;
    }

    /** Sets where Amazon mails the recipient; only 2026-07-04 takes it. */
    public Builder email(@Nullable String email) {
      this.email = email;
      return this;
    }

    /** Returns the record. */
    public AmazonAddress build() {
      return new AmazonAddress(
          name,
          addressLine1,
          addressLine2,
          addressLine3,
          city,
          districtOrCounty,
          stateOrRegion,
          postalCode,
          countryCode,
          phone,
          email);
    }
  }
}
