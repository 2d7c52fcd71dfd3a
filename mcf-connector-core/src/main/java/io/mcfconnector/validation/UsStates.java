// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The official two-letter codes of US states, territories and military states, by name. */
final class UsStates {

  private static final String NAMES =
      """
      AL Alabama
      AK Alaska
      AZ Arizona
      AR Arkansas
      CA California
      CO Colorado
      CT Connecticut
      DE Delaware
      DC District of Columbia
      DC Washington DC
      DC Washington District of Columbia
      FL Florida
      GA Georgia
      HI Hawaii
      ID Idaho
      IL Illinois
      IN Indiana
      IA Iowa
      KS Kansas
      KY Kentucky
      LA Louisiana
      ME Maine
      MD Maryland
      MA Massachusetts
      MI Michigan
      MN Minnesota
      MS Mississippi
      MO Missouri
      MT Montana
      NE Nebraska
      NV Nevada
      NH New Hampshire
      NJ New Jersey
      NM New Mexico
      NY New York
      NC North Carolina
      ND North Dakota
      OH Ohio
      OK Oklahoma
      OR Oregon
      PA Pennsylvania
      RI Rhode Island
      SC South Carolina
      SD South Dakota
      TN Tennessee
      TX Texas
      UT Utah
      VT Vermont
      VA Virginia
      WA Washington
      WV West Virginia
      WI Wisconsin
      WY Wyoming
      AS American Samoa
      FM Federated States of Micronesia
      FM Micronesia
      GU Guam
      MH Marshall Islands
      MP Northern Mariana Islands
      MP Commonwealth of the Northern Mariana Islands
      PR Puerto Rico
      PW Palau
      VI Virgin Islands
      VI US Virgin Islands
      VI United States Virgin Islands
      VI Virgin Islands of the United States
      AA Armed Forces Americas
      AA Armed Forces of the Americas
      AE Armed Forces Europe
      AE Armed Forces Africa
      AE Armed Forces Canada
      AE Armed Forces Middle East
      AE Armed Forces Europe the Middle East and Canada
      AE Armed Forces Europe the Middle East Africa and Canada
      AP Armed Forces Pacific
      """;

  private static final Map<String, String> CODES = codes();
  private static final Set<String> ALL = Set.copyOf(CODES.values());

  private UsStates() {}

  /** Returns whether this is an official code, in capitals. */
  static boolean isCode(String text) {
    return ALL.contains(text);
  }

  /** Returns the code for a code or name in any spelling of case, blanks and dots. */
  static @Nullable String codeOf(String text) {
    String key = key(text);
    String code = CODES.get(key);
    // ISO 3166-2 writes US-CA.
    return code == null && key.length() == 4 && key.startsWith("US")
        ? CODES.get(key.substring(2))
        : code;
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    NAMES
        .lines()
        .forEach(
            line -> {
              String code = line.substring(0, 2);
              codes.put(code, code);
              codes.put(key(line.substring(3)), code);
            });
    return Map.copyOf(codes);
  }

  private static String key(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
