// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

/** Tells characters that people see from those they do not. */
final class Characters {

  private Characters() {}

  /** Returns the text without characters that have no look of their own. */
  static String withoutInvisible(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(character -> isBlank(character) || !isInvisible(character))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Returns the text with one blank for each run of blanks and line breaks, and none outside. */
  static String withSingleBlanks(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean blankBefore = true;
    for (int character : text.codePoints().toArray()) {
      boolean blank = isBlank(character);
      if (!blank) {
        kept.appendCodePoint(character);
      } else if (!blankBefore) {
        kept.append(' ');
      }
      blankBefore = blank;
    }
    int length = kept.length();
    if (length > 0 && kept.charAt(length - 1) == ' ') {
      kept.setLength(length - 1);
    }
    return kept.toString();
  }

  /** Returns whether this is the star with which TikTok masks, or one that looks like it. */
  static boolean isMask(int character) {
    return switch (character) {
      // The shape of the mask is not documented, so look-alikes count too.
      case '*', 0x2217, 0xFE61, 0xFF0A, 0x2022, 0x25CF -> true;
      default -> false;
    };
  }

  private static boolean isBlank(int character) {
    return switch (character) {
      // Next line, and the letters of Korean and Braille that look like nothing.
      case 0x85, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
      default -> Character.isWhitespace(character) || Character.isSpaceChar(character);
    };
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      // Format characters hold zero-width and direction marks; a lone surrogate is half a letter.
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> character == 0x034F; // combining grapheme joiner
    };
  }
}
