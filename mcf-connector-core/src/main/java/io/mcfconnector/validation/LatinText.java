// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import com.anyascii.AnyAscii;
import java.util.regex.Pattern;

/**
 * Text in ISO 8859-1, the characters that Amazon documents for its labels.
 *
 * @param text the text, with the nearest Latin letters for all others
 * @param transliterated whether characters were replaced
 * @param dropped whether characters were left out, since no letters stand for them
 */
record LatinText(String text, boolean transliterated, boolean dropped) {

  private static final int LAST_LATIN = 0xFF;

  /** The library spells emoji out as {@code :house:}, which no courier could read. */
  private static final Pattern SPELLED_OUT = Pattern.compile(":[^:]+:");

  /** Replaces what is not Latin; the text must be composed and free of control characters. */
  static LatinText of(String text) {
    if (text.chars().allMatch(unit -> unit <= LAST_LATIN)) {
      return new LatinText(text, false, false);
    }
    StringBuilder latin = new StringBuilder(text.length());
    boolean transliterated = false;
    boolean dropped = false;
    for (int character : text.codePoints().toArray()) {
      if (character <= LAST_LATIN) {
        latin.appendCodePoint(character);
        continue;
      }
      String letters = Characters.isMask(character) ? "*" : letters(character);
      latin.append(letters);
      if (letters.isEmpty() && !isMark(character)) {
        dropped = true;
      } else {
        transliterated = true;
      }
    }
    return new LatinText(latin.toString(), transliterated, dropped);
  }

  private static String letters(int character) {
    // Flags are spelled with letters of their own; a flag is no part of an address.
    if (character >= 0x1F1E6 && character <= 0x1F1FF) {
      return "";
    }
    String letters = AnyAscii.transliterate(character);
    // A star would pass for the channel's mask, a question mark for a letter that was there.
    boolean misleading =
        letters.indexOf('*') >= 0
            || (letters.indexOf('?') >= 0 && Character.getType(character) == Character.OTHER_SYMBOL)
            || (letters.length() > 2 && SPELLED_OUT.matcher(letters).matches());
    return misleading ? "" : letters;
  }

  /** Accents and the like: without them the letter before is still there. */
  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}
