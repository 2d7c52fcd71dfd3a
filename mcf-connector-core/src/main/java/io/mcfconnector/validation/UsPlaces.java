// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.Locale;
import java.util.Set;

/** US addresses that are not in one of the fifty states or the District of Columbia. */
final class UsPlaces {

  private static final Set<String> MILITARY_STATES = Set.of("AA", "AE", "AP");
  private static final Set<String> MILITARY_CITIES = Set.of("APO", "FPO", "DPO");
  private static final Set<String> TERRITORIES =
      Set.of("AS", "FM", "GU", "MH", "MP", "PR", "PW", "VI");

  private UsPlaces() {}

  /** Returns whether the state stands for military mail. */
  static boolean isMilitaryState(String state) {
    return MILITARY_STATES.contains(state);
  }

  /** Returns whether the city stands for military mail. */
  static boolean isMilitaryCity(String city) {
    return MILITARY_CITIES.contains(city);
  }

  static boolean isTerritory(String state) {
    return TERRITORIES.contains(state);
  }

  /** Returns {@code APO} for any spelling, also with the state behind it; others as they are. */
  static String militaryCity(String city, String state) {
    String letters = city.toUpperCase(Locale.ROOT).replaceAll("[ .,]", "");
    String alone =
        isMilitaryState(state) && letters.length() == 5 && letters.endsWith(state)
            ? letters.substring(0, 3)
            : letters;
    return isMilitaryCity(alone) ? alone : city;
  }
}
