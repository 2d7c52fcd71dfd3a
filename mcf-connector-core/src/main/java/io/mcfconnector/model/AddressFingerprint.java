// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Tells whether two addresses are the same without keeping either: a hash over their letters and
 * digits, blind to case, blanks and punctuation.
 *
 * @param value hexadecimal text
 */
public record AddressFingerprint(String value) {

  /** Stands for a destination that the channel hides; equals that of no address. */
  public static final AddressFingerprint HIDDEN = new AddressFingerprint("hidden");

  private static final int LENGTH = 32;

  /** Returns the fingerprint of every part; it tells that a buyer changed the address. */
  public static AddressFingerprint ofAll(Address address) {
    return of(
        address.name(),
        address.line1(),
        address.line2(),
        address.line3(),
        address.city(),
        address.stateOrRegion(),
        address.postalCode(),
        address.countryCode(),
        address.phone());
  }

  /**
   * Returns the fingerprint of the parts each network must give back (name, first line, postal
   * code, country); it tells whether a fulfillment order found there is the one we asked for. Of
   * the postal code the first five characters count, since networks drop the ZIP+4 part.
   */
  public static AddressFingerprint ofRequired(Address address) {
    String postalCode = canonical(address.postalCode());
    return of(
        address.name(),
        address.line1(),
        postalCode.substring(0, Math.min(5, postalCode.length())),
        address.countryCode());
  }

  private static AddressFingerprint of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(canonical(part).getBytes(UTF_8));
      digest.update((byte) 0);
    }
    return new AddressFingerprint(HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH));
  }

  private static String canonical(String part) {
    StringBuilder kept = new StringBuilder(part.length());
    part.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString().toUpperCase(Locale.ROOT);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value.substring(0, Math.min(8, value.length()));
  }
}
