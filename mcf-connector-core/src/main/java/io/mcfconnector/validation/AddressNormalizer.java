// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import io.mcfconnector.validation.AddressChange.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings an address into the form in which it is sent, without losing or guessing anything: what it
 * cannot tidy for certain it leaves to {@link OrderValidator}. Pure, idempotent, never throws,
 * thread-safe.
 */
public final class AddressNormalizer {

  private static final Set<String> NAMES_OF_US =
      Set.of("USA", "UNITED STATES", "UNITED STATES OF AMERICA");
  private static final Pattern ZIP = Pattern.compile("([0-9]{5})(?: ?- ?| )?([0-9]{4})?");
  private static final Pattern PHONE_PREFIX = Pattern.compile("\\(\\+([0-9]{1,3})\\) ?(.*)");
  private static final Pattern DIGITS_AND_SEPARATORS = Pattern.compile("[0-9 ().-]*");

  /** Creates a normalizer. */
  public AddressNormalizer() {}

  /** Returns the address as it will be sent, and what was changed for that. */
  public NormalizedAddress normalize(Address original) {
    List<AddressChange> changes = new ArrayList<>();
    Address.Builder clean = original.toBuilder();
    for (AddressPart part : AddressPart.values()) {
      clean = part.set(clean, clean(part, part.of(original), changes));
    }
    Address.Builder formed = withCodes(clean.build(), changes);
    return new NormalizedAddress(withLinesThatFit(formed.build(), changes), changes);
  }

  private static String clean(AddressPart part, String text, List<AddressChange> changes) {
    String visible = Characters.withoutInvisible(text);
    note(changes, part, Kind.INVISIBLE_REMOVED, text, visible);
    String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
    note(changes, part, Kind.COMPOSED, visible, composed);
    String collapsed = Characters.withSingleBlanks(composed);
    note(changes, part, Kind.BLANKS_COLLAPSED, composed, collapsed);
    return collapsed;
  }

  private static Address.Builder withCodes(Address address, List<AddressChange> changes) {
    Address.Builder formed = address.toBuilder();
    String country = countryCode(address.countryCode(), changes);
    formed.countryCode(country);
    formed.phone(phone(address.phone(), changes));
    if (country.equals("US")) {
      formed.stateOrRegion(usState(address.stateOrRegion(), changes));
      formed.postalCode(zip(address.postalCode(), changes));
    }
    return formed;
  }

  private static String countryCode(String text, List<AddressChange> changes) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (NAMES_OF_US.contains(upper)) {
      changes.add(new AddressChange(AddressPart.COUNTRY_CODE.label(), Kind.NAME_TO_CODE));
      return "US";
    }
    if (text.length() != 2) {
      return text;
    }
    note(changes, AddressPart.COUNTRY_CODE, Kind.UPPER_CASED, text, upper);
    return upper;
  }

  private static String usState(String text, List<AddressChange> changes) {
    String code = UsStates.codeOf(text);
    if (code == null) {
      return text;
    }
    boolean wasCode = text.length() == 2;
    note(
        changes,
        AddressPart.STATE_OR_REGION,
        wasCode ? Kind.UPPER_CASED : Kind.NAME_TO_CODE,
        text,
        code);
    return code;
  }

  private static String zip(String text, List<AddressChange> changes) {
    Matcher zip = ZIP.matcher(text);
    if (!zip.matches()) {
      return text;
    }
    String formed = zip.group(2) == null ? zip.group(1) : zip.group(1) + "-" + zip.group(2);
    note(changes, AddressPart.POSTAL_CODE, Kind.REFORMED, text, formed);
    return formed;
  }

  /** Writes TikTok's {@code (+1)213-555-0100} as {@code +12135550100}. */
  private static String phone(String text, List<AddressChange> changes) {
    Matcher prefixed = PHONE_PREFIX.matcher(text);
    if (!prefixed.matches()) {
      return text;
    }
    String prefix = "+" + prefixed.group(1);
    String rest = prefixed.group(2);
    String formed =
        DIGITS_AND_SEPARATORS.matcher(rest).matches()
            ? prefix + rest.replaceAll("[^0-9]", "")
            : prefix + " " + rest;
    if (rest.isEmpty()) {
      formed = "";
    }
    note(changes, AddressPart.PHONE, Kind.REFORMED, text, formed);
    return formed;
  }

  private static Address withLinesThatFit(Address address, List<AddressChange> changes) {
    List<String> lines = AddressLines.fit(address.line1(), address.line2(), address.line3());
    note(changes, AddressPart.LINE1, Kind.MOVED, address.line1(), lines.get(0));
    note(changes, AddressPart.LINE2, Kind.MOVED, address.line2(), lines.get(1));
    note(changes, AddressPart.LINE3, Kind.MOVED, address.line3(), lines.get(2));
    return address.toBuilder().line1(lines.get(0)).line2(lines.get(1)).line3(lines.get(2)).build();
  }

  private static void note(
      List<AddressChange> changes, AddressPart part, Kind kind, String before, String after) {
    if (!before.equals(after)) {
      changes.add(new AddressChange(part.label(), kind));
    }
  }
}
