// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import java.util.Locale;

/**
 * Names of carriers as they are compared: capital letters and digits only, since platforms differ
 * in everything else.
 */
final class CarrierWords {

  private static final String ANY = "*";

  private CarrierWords() {}

  static String of(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /** Returns the words of a table, which may begin and end with a star. */
  static String pattern(String name) {
    String text = name.strip();
    String words = of(text);
    return words.isEmpty()
        ? ""
        : (text.startsWith(ANY) ? ANY : "") + words + (text.endsWith(ANY) ? ANY : "");
  }

  /** Returns whether a name is one of those that a pattern stands for. */
  static boolean fits(String pattern, String name) {
    String words = pattern.replace(ANY, "");
    boolean open = pattern.endsWith(ANY);
    if (pattern.startsWith(ANY)) {
      return open ? name.contains(words) : name.endsWith(words);
    }
    return open ? name.startsWith(words) : name.equals(words);
  }
}
