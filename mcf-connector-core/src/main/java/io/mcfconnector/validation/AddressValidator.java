// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.ReviewCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells everything that forbids to ship to an address, judged as it will be sent. */
final class AddressValidator {

  private static final List<AddressPart> REQUIRED =
      List.of(
          AddressPart.NAME,
          AddressPart.LINE1,
          AddressPart.CITY,
          AddressPart.STATE_OR_REGION,
          AddressPart.POSTAL_CODE,
          AddressPart.COUNTRY_CODE);

  /** The parts that are free text, where people write something only to get on. */
  private static final Set<AddressPart> FREE_TEXT =
      Set.of(AddressPart.NAME, AddressPart.LINE1, AddressPart.CITY);

  // "Na" alone is also a family name, so it is no placeholder in a name.
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "|NONE|NULL|UNDEFINED|UNKNOWN|TBD|TBA|X{2,}|NOTAPPLICABLE|NOTAVAILABLE|NOTPROVIDED"
              + "|NOADDRESS|NONAME|NOCITY|NOSTREET");

  // The star is TikTok's mark; its shape is not documented, so its look-alikes count too.
  private static final Pattern MASK = Pattern.compile("[*\u2217\uFE61\uFF0A\u2022\u25CF]");

  private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-[0-9]{4})?");

  /** The lowest ZIP code in use is 00501. */
  private static final String FIRST_ZIP = "00501";

  private final AddressNormalizer normalizer = new AddressNormalizer();
  private final Set<String> countries;

  AddressValidator(Set<String> countries) {
    this.countries = Set.copyOf(countries);
  }

  /** Returns the violation of an order whose destination is hidden as a whole. */
  static Violation hidden() {
    return new Violation(
        "destination",
        ReviewCode.ADDRESS_MASKED,
        "The channel hides the destination. Read the order again when it may be shipped.");
  }

  List<Violation> validate(Address original) {
    Address address = normalizer.normalize(original).address();
    if (isHidden(address)) {
      return List.of(hidden());
    }
    List<Violation> violations = new ArrayList<>();
    for (AddressPart part : AddressPart.values()) {
      checkPart(part, part.of(address), violations);
    }
    checkPlace(address, violations);
    return violations;
  }

  /** Channels hide a destination also by leaving every text empty. */
  private static boolean isHidden(Address address) {
    return address.name().isEmpty()
        && address.line1().isEmpty()
        && address.line2().isEmpty()
        && address.postalCode().isEmpty();
  }

  private static void checkPart(AddressPart part, String text, List<Violation> violations) {
    if (isMasked(text)) {
      violations.add(
          violation(
              part,
              ReviewCode.ADDRESS_MASKED,
              "is hidden by the channel; read the order again when it may be shipped"));
    } else if (text.isEmpty()) {
      if (REQUIRED.contains(part)) {
        violations.add(violation(part, ReviewCode.ADDRESS_INCOMPLETE, "is missing; ask the buyer"));
      }
    } else if (isPlaceholder(part, text)) {
      violations.add(
          violation(
              part, ReviewCode.ADDRESS_INCOMPLETE, "is only a placeholder; ask the buyer for it"));
    }
    if (part != AddressPart.COUNTRY_CODE && text.length() > part.limit()) {
      violations.add(
          violation(
              part,
              ReviewCode.ADDRESS_TOO_LONG,
              "has "
                  + text.length()
                  + " characters, but the network takes at most "
                  + part.limit()
                  + "; shorten it together with the buyer"));
    }
  }

  private void checkPlace(Address address, List<Violation> violations) {
    String country = address.countryCode();
    if (country.isEmpty() || isMasked(country)) {
      return;
    }
    if (!countries.contains(country)) {
      violations.add(
          violation(
              AddressPart.COUNTRY_CODE,
              ReviewCode.ADDRESS_UNSUPPORTED,
              "is not one of the countries this router ships to"));
    } else if (country.equals("US")) {
      checkUs(address, violations);
    }
  }

  private static void checkUs(Address address, List<Violation> violations) {
    String state = address.stateOrRegion();
    if (isReadable(state) && !UsStates.isCode(state)) {
      violations.add(
          violation(
              AddressPart.STATE_OR_REGION,
              ReviewCode.ADDRESS_INCOMPLETE,
              "is no state or territory of the US; ask the buyer"));
    }
    String zip = address.postalCode();
    if (isReadable(zip) && !isPossibleZip(zip)) {
      violations.add(
          violation(
              AddressPart.POSTAL_CODE,
              ReviewCode.ADDRESS_INCOMPLETE,
              "is no ZIP code of the US; ask the buyer"));
    }
  }

  private static boolean isPossibleZip(String zip) {
    return ZIP.matcher(zip).matches() && zip.compareTo(FIRST_ZIP) >= 0;
  }

  private static boolean isReadable(String text) {
    return !text.isEmpty() && !isMasked(text);
  }

  private static boolean isMasked(String text) {
    return MASK.matcher(text).find();
  }

  private static boolean isPlaceholder(AddressPart part, String text) {
    if (!FREE_TEXT.contains(part)) {
      return false;
    }
    String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return PLACEHOLDER.matcher(letters).matches()
        || (part != AddressPart.NAME && letters.equals("NA"));
  }

  private static Violation violation(AddressPart part, ReviewCode code, String trouble) {
    String path = "destination." + part.label();
    return new Violation(path, code, path + " " + trouble + ".");
  }
}
