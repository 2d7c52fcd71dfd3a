// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What differs between the countries with address rules of their own. */
final class Countries {

  /** Names in capitals; each is one that people and shops write instead of the code. */
  private static final Map<String, String> CODES_BY_NAME =
      Map.ofEntries(
          Map.entry("USA", "US"),
          Map.entry("U.S.", "US"),
          Map.entry("U.S.A.", "US"),
          Map.entry("UNITED STATES", "US"),
          Map.entry("UNITED STATES OF AMERICA", "US"),
          Map.entry("CANADA", "CA"),
          Map.entry("MEXICO", "MX"),
          Map.entry("M\u00C9XICO", "MX"),
          Map.entry("UK", "GB"),
          Map.entry("UNITED KINGDOM", "GB"),
          Map.entry("GREAT BRITAIN", "GB"),
          Map.entry("GERMANY", "DE"),
          Map.entry("DEUTSCHLAND", "DE"),
          Map.entry("FRANCE", "FR"),
          Map.entry("ITALY", "IT"),
          Map.entry("ITALIA", "IT"),
          Map.entry("SPAIN", "ES"),
          Map.entry("ESPA\u00D1A", "ES"),
          Map.entry("NETHERLANDS", "NL"),
          Map.entry("THE NETHERLANDS", "NL"),
          Map.entry("NEDERLAND", "NL"),
          Map.entry("JAPAN", "JP"));

  private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");

  private static final Set<String> WITHOUT_STATES = Set.of("GB", "DE", "FR", "NL");

  private Countries() {}

  /** Returns the code for a code or name; the text as it is when it is neither. */
  static String codeOf(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    String code = CODES_BY_NAME.get(upper);
    if (code != null) {
      return code;
    }
    return TWO_LETTERS.matcher(text).matches() ? upper : text;
  }

  /** Returns whether addresses there have no state, although Amazon wants one. */
  static boolean hasNoStates(String country) {
    return WITHOUT_STATES.contains(country);
  }

  /** Returns whether Amazon takes the script of the country, and no city beside the lines. */
  static boolean isJapan(String country) {
    return country.equals("JP");
  }
}
