// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The usual form of postal codes, by country. */
final class PostalCodes {

  private static final String CANADIAN_LETTERS = "[ABCEGHJ-NPRSTV-Z]";

  /** A code with what people put around it, and how its parts are joined. */
  private static final Map<String, Reading> READINGS =
      Map.of(
          "US", new Reading("([0-9]{5})(?: ?- ?| )?([0-9]{4})?", "-"),
          "CA", new Reading("([A-Z][0-9][A-Z])[ -]?([0-9][A-Z][0-9])", " "),
          "MX", new Reading("(?:C\\.?P\\.? ?)?([0-9]{5})", ""),
          "GB",
              new Reading(
                  "(GIR|BFPO(?= ?[0-9])|[A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2}|(?<=BFPO ?)[0-9]{1,4})",
                  " "),
          "DE", new Reading("(?:DE?[ -])?([0-9]{5})", ""),
          "FR", new Reading("(?:FR?[ -])?([0-9]{2}) ?([0-9]{3})", ""),
          "IT", new Reading("(?:IT?[ -])?([0-9]{5})", ""),
          "ES", new Reading("(?:ES?[ -])?([0-9]{5})", ""),
          "NL", new Reading("(?:NL[ -])?([0-9]{4}) ?([A-Z]{2})", " "),
          "JP", new Reading("[@\u3012]? ?([0-9]{3})[ -]?([0-9]{4})", "-"));

  /** What a code in its usual form looks like. */
  private static final Map<String, Pattern> FORMS =
      Map.of(
          // The lowest ZIP code in use is 00501.
          "US", Pattern.compile("(?!00[0-4]|00500)[0-9]{5}(-[0-9]{4})?"),
          "CA",
              Pattern.compile(
                  "[ABCEGHJ-NPRSTVXY][0-9]"
                      + CANADIAN_LETTERS
                      + " [0-9]"
                      + CANADIAN_LETTERS
                      + "[0-9]"),
          "MX", Pattern.compile("(?!00)[0-9]{5}"),
          "GB",
              Pattern.compile(
                  "GIR 0AA|BFPO [0-9]{1,4}|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLN-UW-Z]{2}"),
          "DE", Pattern.compile("(?!00)[0-9]{5}"),
          "FR", Pattern.compile("(?!00)[0-9]{5}"),
          "IT", Pattern.compile("[0-9]{5}"),
          "ES", Pattern.compile("(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}"),
          "NL", Pattern.compile("[1-9][0-9]{3} [A-Z]{2}"),
          "JP", Pattern.compile("[0-9]{3}-[0-9]{4}"));

  private PostalCodes() {}

  /** Returns the code in its usual form, or the text as it is when it cannot be read as one. */
  static String reform(String country, String text) {
    Reading reading = READINGS.get(country);
    return reading == null ? text : reading.apply(text);
  }

  /** Returns whether the code, in its usual form, can be one of that country. */
  static boolean isPossible(String country, String code) {
    Pattern form = FORMS.get(country);
    return form == null || form.matcher(code).matches();
  }

  private record Reading(Pattern pattern, String joint) {

    Reading(String pattern, String joint) {
      this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), joint);
    }

    String apply(String text) {
      Matcher code = pattern.matcher(text);
      if (!code.matches()) {
        return text;
      }
      String first = code.group(1).toUpperCase(Locale.ROOT);
      String second = code.groupCount() < 2 ? null : code.group(2);
      return second == null ? first : first + joint + second.toUpperCase(Locale.ROOT);
    }
  }
}
