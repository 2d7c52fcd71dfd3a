// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import io.mcfconnector.validation.AddressChange.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings an address into the form in which it is sent: into Amazon's characters, lengths and codes.
 * It guesses nothing and lists all it changes; what it cannot tidy for certain it leaves to {@link
 * OrderValidator}. The rules of each country are in {@code docs/addresses.md}.
 *
 * <p>Pure, idempotent, never throws, thread-safe.
 */
public final class AddressNormalizer {

  /** Creates a normalizer. */
  public AddressNormalizer() {}

  /** Returns the address as it will be sent, and what was changed for that. */
  public NormalizedAddress normalize(Address original) {
    return new Draft(original).finish();
  }

  /** One address on its way. */
  private static final class Draft {

    private final Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
    private final List<AddressChange> changes = new ArrayList<>();

    Draft(Address original) {
      for (AddressPart part : AddressPart.values()) {
        parts.put(part, part.of(original));
      }
    }

    NormalizedAddress finish() {
      tidy(AddressPart.COUNTRY_CODE, true);
      String country = country();
      for (AddressPart part : AddressPart.values()) {
        if (part != AddressPart.COUNTRY_CODE) {
          tidy(part, !Countries.isJapan(country) || isCode(part));
        }
      }
      formPlace(country);
      formPhone(country);
      formLines(country);
      Address.Builder address = Address.builder();
      for (AddressPart part : AddressPart.values()) {
        address = part.set(address, get(part));
      }
      return new NormalizedAddress(address.build(), changes, traits(country));
    }

    /** Parts that machines read are Latin everywhere. */
    private static boolean isCode(AddressPart part) {
      return part == AddressPart.POSTAL_CODE || part == AddressPart.PHONE;
    }

    private void tidy(AddressPart part, boolean latin) {
      set(part, Characters.withoutInvisible(get(part)), Kind.INVISIBLE_REMOVED);
      set(part, Normalizer.normalize(get(part), Normalizer.Form.NFC), Kind.COMPOSED);
      if (latin) {
        LatinText text = LatinText.of(get(part));
        parts.put(part, text.text());
        if (text.transliterated()) {
          changes.add(new AddressChange(part.label(), Kind.TRANSLITERATED));
        }
        if (text.dropped()) {
          changes.add(new AddressChange(part.label(), Kind.DROPPED));
        }
      }
      set(part, Characters.withSingleBlanks(get(part)), Kind.BLANKS_COLLAPSED);
    }

    private String country() {
      setCode(AddressPart.COUNTRY_CODE, Countries.codeOf(get(AddressPart.COUNTRY_CODE)));
      return get(AddressPart.COUNTRY_CODE);
    }

    private void formPlace(String country) {
      Regions regions = Regions.of(country);
      String state = get(AddressPart.STATE_OR_REGION);
      String code = regions == null ? null : regions.codeOf(state);
      if (code != null) {
        setCode(AddressPart.STATE_OR_REGION, code);
      } else if (state.isEmpty() && Countries.hasNoStates(country)) {
        set(AddressPart.STATE_OR_REGION, "N/A", Kind.FILLED);
      }
      set(
          AddressPart.POSTAL_CODE,
          PostalCodes.reform(country, get(AddressPart.POSTAL_CODE)),
          Kind.REFORMED);
      if (country.equals("US")) {
        set(
            AddressPart.CITY,
            UsPlaces.militaryCity(get(AddressPart.CITY), get(AddressPart.STATE_OR_REGION)),
            Kind.REFORMED);
      }
    }

    private void formPhone(String country) {
      String text = get(AddressPart.PHONE);
      // A hidden number is no wrong number: the order must be read again.
      if (text.isEmpty() || text.indexOf('*') >= 0) {
        return;
      }
      String formed = PhoneNumbers.format(text, country);
      set(AddressPart.PHONE, formed, formed.isEmpty() ? Kind.DROPPED : Kind.REFORMED);
    }

    private void formLines(String country) {
      if (Countries.isJapan(country)) {
        moveCityIntoLine();
      }
      boolean hasBoxes = PostOfficeBoxes.areUsedIn(country);
      // Moving words can bring the two halves of a box together, once for each pair of lines.
      for (int i = 0; i < AddressPart.LINES.size(); i++) {
        if (hasBoxes) {
          AddressPart.LINES.forEach(
              line -> set(line, PostOfficeBoxes.reform(get(line)), Kind.REFORMED));
        }
        List<String> fitting =
            AddressLines.fit(
                get(AddressPart.LINE1), get(AddressPart.LINE2), get(AddressPart.LINE3));
        for (int line = 0; line < fitting.size(); line++) {
          set(AddressPart.LINES.get(line), fitting.get(line), Kind.MOVED);
        }
      }
    }

    /** Amazon takes no city in Japan, where the city is the beginning of the first line. */
    private void moveCityIntoLine() {
      String city = get(AddressPart.CITY);
      String line = get(AddressPart.LINE1);
      if (city.isEmpty() || line.isEmpty()) {
        return;
      }
      if (!line.startsWith(city)) {
        set(AddressPart.LINE1, city + " " + line, Kind.MOVED);
      }
      set(AddressPart.CITY, "", Kind.MOVED);
    }

    private Set<AddressTrait> traits(String country) {
      Set<AddressTrait> traits = EnumSet.noneOf(AddressTrait.class);
      if (PostOfficeBoxes.areUsedIn(country)
          && AddressPart.LINES.stream().anyMatch(line -> PostOfficeBoxes.isIn(get(line)))) {
        traits.add(AddressTrait.PO_BOX);
      }
      if (country.equals("US")) {
        String state = get(AddressPart.STATE_OR_REGION);
        if (UsPlaces.isMilitaryState(state) || UsPlaces.isMilitaryCity(get(AddressPart.CITY))) {
          traits.add(AddressTrait.MILITARY);
        }
        if (UsPlaces.isTerritory(state)) {
          traits.add(AddressTrait.US_TERRITORY);
        }
      }
      return traits;
    }

    private String get(AddressPart part) {
      return parts.getOrDefault(part, "");
    }

    private void setCode(AddressPart part, String code) {
      set(part, code, get(part).equalsIgnoreCase(code) ? Kind.UPPER_CASED : Kind.NAME_TO_CODE);
    }

    private void set(AddressPart part, String text, Kind kind) {
      if (!text.equals(parts.put(part, text))) {
        AddressChange change = new AddressChange(part.label(), kind);
        if (!changes.contains(change)) {
          changes.add(change);
        }
      }
    }
  }
}
