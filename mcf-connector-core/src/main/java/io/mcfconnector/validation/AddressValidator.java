// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.ReviewCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
          "|NONE|NULL|UNDEFINED|UNKNOWN|TBD|TBA|TBC|X{2,}|0+|ASDF|QWERTY|TEST|DUMMY"
              + "|NOTAPPLICABLE|NOTAVAILABLE|NOTPROVIDED|NOTGIVEN|NOTKNOWN"
              + "|NOADDRESS|NONAME|NOCITY|NOSTREET|SAMEASABOVE|SAMEASBILLING");

  private final AddressNormalizer normalizer = new AddressNormalizer();
  private final Set<String> countries;
  private final Set<AddressTrait> refused;

  AddressValidator(Set<String> countries, Set<AddressTrait> refused) {
    this.countries = Set.copyOf(countries);
    this.refused = Set.copyOf(refused);
  }

  /** Returns the violation of an order whose destination is hidden as a whole. */
  static Violation hidden() {
    return new Violation(
        "destination",
        ReviewCode.ADDRESS_MASKED,
        "The channel hides the destination. Read the order again when it may be shipped.");
  }

  List<Violation> validate(Address original) {
    NormalizedAddress normalized = normalizer.normalize(original);
    Address address = normalized.address();
    Set<String> unreadable =
        normalized.changes().stream()
            .filter(change -> change.kind() == AddressChange.Kind.DROPPED)
            .map(AddressChange::part)
            .collect(Collectors.toSet());
    if (isHidden(address) && unreadable.isEmpty()) {
      return List.of(hidden());
    }
    List<Violation> violations = new ArrayList<>();
    for (AddressPart part : AddressPart.values()) {
      checkPart(part, address, unreadable, violations);
    }
    checkPlace(address, violations);
    checkTraits(normalized.traits(), violations);
    return violations;
  }

  /** Channels hide a destination also by leaving every text empty. */
  private static boolean isHidden(Address address) {
    return address.name().isEmpty()
        && address.line1().isEmpty()
        && address.line2().isEmpty()
        && address.postalCode().isEmpty();
  }

  private static void checkPart(
      AddressPart part, Address address, Set<String> unreadable, List<Violation> violations) {
    String text = part.of(address);
    if (isMasked(text)) {
      violations.add(
          violation(
              part,
              ReviewCode.ADDRESS_MASKED,
              "is hidden by the channel; read the order again when it may be shipped"));
    } else if (text.isEmpty()) {
      if (isRequired(part, address.countryCode())) {
        violations.add(
            violation(
                part,
                ReviewCode.ADDRESS_INCOMPLETE,
                unreadable.contains(part.label())
                    ? "has no letters that can be printed on a label; ask the buyer"
                    : "is missing; ask the buyer"));
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
      return;
    }
    checkCodes(address, violations);
    if (country.equals("US")) {
      checkMilitary(address, violations);
    }
  }

  private static void checkCodes(Address address, List<Violation> violations) {
    String country = address.countryCode();
    Regions regions = Regions.of(country);
    String state = address.stateOrRegion();
    boolean stateKnown = regions != null && regions.isCode(state);
    if (regions != null && isReadable(state) && !stateKnown) {
      violations.add(
          violation(
              AddressPart.STATE_OR_REGION,
              ReviewCode.ADDRESS_INCOMPLETE,
              "is no state, province or territory of its country; ask the buyer"));
    }
    String code = address.postalCode();
    if (!isReadable(code)) {
      return;
    }
    if (!PostalCodes.isPossible(country, code)) {
      violations.add(
          violation(
              AddressPart.POSTAL_CODE,
              ReviewCode.ADDRESS_INCOMPLETE,
              "is no postal code of its country; ask the buyer"));
    } else if (regions != null && stateKnown && !regions.contains(state, code)) {
      violations.add(
          violation(
              AddressPart.POSTAL_CODE,
              ReviewCode.ADDRESS_INCOMPLETE,
              "does not lie in destination.stateOrRegion; ask the buyer which of the two is"
                  + " right"));
    }
  }

  private static void checkMilitary(Address address, List<Violation> violations) {
    String state = address.stateOrRegion();
    String city = address.city();
    boolean militaryState = UsPlaces.isMilitaryState(state);
    if (militaryState && isReadable(city) && !UsPlaces.isMilitaryCity(city)) {
      violations.add(
          violation(
              AddressPart.CITY,
              ReviewCode.ADDRESS_INCOMPLETE,
              "must be APO, FPO or DPO, since destination.stateOrRegion stands for military mail;"
                  + " ask the buyer"));
    } else if (!militaryState && UsPlaces.isMilitaryCity(city)) {
      violations.add(
          violation(
              AddressPart.STATE_OR_REGION,
              ReviewCode.ADDRESS_INCOMPLETE,
              "must be AA, AE or AP, since destination.city stands for military mail; ask the"
                  + " buyer"));
    }
  }

  private void checkTraits(Set<AddressTrait> traits, List<Violation> violations) {
    for (AddressTrait trait : AddressTrait.values()) {
      if (traits.contains(trait) && refused.contains(trait)) {
        violations.add(
            new Violation(
                "destination",
                ReviewCode.ADDRESS_UNSUPPORTED,
                "destination " + trait.meaning() + ", which this router does not ship to."));
      }
    }
  }

  private static boolean isRequired(AddressPart part, String country) {
    return REQUIRED.contains(part) && !(part == AddressPart.CITY && Countries.isJapan(country));
  }

  private static boolean isReadable(String text) {
    return !text.isEmpty() && !isMasked(text);
  }

  private static boolean isMasked(String text) {
    return text.codePoints().anyMatch(Characters::isMask);
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
