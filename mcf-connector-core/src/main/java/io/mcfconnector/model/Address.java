// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * Where a parcel goes. A part the source does not give is an empty text.
 *
 * <p>This is buyer data: {@link #toString()} prints a fingerprint only.
 *
 * @param name person or company
 * @param line1 street and number
 * @param line2 unit, floor, building
 * @param line3 anything that does not fit before
 * @param city city
 * @param stateOrRegion state or region; for the US the two-letter code once normalized
 * @param postalCode ZIP or postal code
 * @param countryCode ISO 3166-1 alpha-2
 * @param phone phone number
 */
public record Address(
    String name,
    String line1,
    String line2,
    String line3,
    String city,
    String stateOrRegion,
    String postalCode,
    String countryCode,
    String phone) {

  /** Returns a builder with every part empty. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this address. */
  public Builder toBuilder() {
    return new Builder()
        .name(name)
        .line1(line1)
        .line2(line2)
        .line3(line3)
        .city(city)
        .stateOrRegion(stateOrRegion)
        .postalCode(postalCode)
        .countryCode(countryCode)
        .phone(phone);
  }

  /** Returns the fingerprint of all parts: equal addresses have equal fingerprints. */
  public AddressFingerprint fingerprint() {
    return AddressFingerprint.ofAll(this);
  }

  @Override
  public String toString() {
    return "Address[" + countryCode + ", " + fingerprint() + "]";
  }

  /** Collects the parts of an {@link Address}. Not thread-safe. */
  public static final class Builder {
    private String name = "";
    private String line1 = "";
    private String line2 = "";
    private String line3 = "";
    private String city = "";
    private String stateOrRegion = "";
    private String postalCode = "";
    private String countryCode = "";
    private String phone = "";

    private Builder() {}

    /** Sets the person or company. */
    public Builder name(String name) {
      this.name = name;
      return this;
    }

    /** Sets street and number. */
    public Builder line1(String line1) {
      this.line1 = line1;
      return this;
    }

    /** Sets unit, floor or building. */
    public Builder line2(String line2) {
      this.line2 = line2;
      return this;
    }

    /** Sets what does not fit before. */
    public Builder line3(String line3) {
      this.line3 = line3;
      return this;
    }

    /** Sets the city. */
    public Builder city(String city) {
      this.city = city;
      return this;
    }

    /** Sets the state or region. */
    public Builder stateOrRegion(String stateOrRegion) {
      this.stateOrRegion = stateOrRegion;
      return this;
    }

    /** Sets the ZIP or postal code. */
    public Builder postalCode(String postalCode) {
      this.postalCode = postalCode;
      return this;
    }

    /** Sets the ISO 3166-1 alpha-2 country code. */
    public Builder countryCode(String countryCode) {
      this.countryCode = countryCode;
      return this;
    }

    /** Sets the phone number. */
    public Builder phone(String phone) {
      this.phone = phone;
      return this;
    }

    /** Returns the address. */
    public Address build() {
      return new Address(
          name, line1, line2, line3, city, stateOrRegion, postalCode, countryCode, phone);
    }
  }
}
