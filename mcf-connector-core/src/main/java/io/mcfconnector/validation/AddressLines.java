// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Spreads street lines that are too long over the three that Amazon takes. */
final class AddressLines {

  private static final int LINES = 3;
  private static final int LIMIT = AddressPart.LINE1.limit();

  /** What the USPS (Publication 28, appendix C2) puts before the number of a unit. */
  private static final Set<String> UNIT_DESIGNATORS =
      Set.of(
          "#",
          "APT",
          "APARTMENT",
          "BLDG",
          "BUILDING",
          "DEPT",
          "DEPARTMENT",
          "FL",
          "FLOOR",
          "HNGR",
          "HANGAR",
          "KEY",
          "LOT",
          "PIER",
          "RM",
          "ROOM",
          "SLIP",
          "SPC",
          "SPACE",
          "STE",
          "SUITE",
          "STOP",
          "TRLR",
          "TRAILER",
          "UNIT");

  private static final int LONGEST_DESIGNATOR = "DEPARTMENT".length();

  private AddressLines() {}

  /**
   * Returns three lines with the same words in the same order. Unchanged when they fit already, or
   * when they cannot be made to fit without cutting.
   */
  static List<String> fit(String line1, String line2, String line3) {
    List<String> lines = List.of(line1, line2, line3);
    if (line1.isEmpty() || lines.stream().allMatch(line -> line.length() <= LIMIT)) {
      return lines;
    }
    if (lines.stream().mapToInt(String::length).sum() > LINES * LIMIT + LINES) {
      return lines; // More than fits however it is spread.
    }
    // What the buyer kept apart stays apart if there is room, and so does a unit and its number.
    List<String> joined = List.of(String.join(" ", lines));
    return Stream.of(
            wrapAll(lines, true),
            wrapAll(lines, false),
            wrapAll(joined, true),
            wrapAll(joined, false))
        .filter(AddressLines::fits)
        .findFirst()
        .map(AddressLines::padded)
        .orElse(lines);
  }

  private static List<String> wrapAll(List<String> lines, boolean atUnits) {
    return lines.stream().flatMap(line -> wrap(line, atUnits).stream()).toList();
  }

  private static List<String> wrap(String text, boolean atUnits) {
    List<String> words = Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < words.size()) {
      int end = endOfLine(words, start);
      if (atUnits && end < words.size()) {
        end = firstUnit(words, start, end);
      }
      lines.add(String.join(" ", words.subList(start, end)));
      start = end;
    }
    return lines;
  }

  /** Returns where the line that begins at a word is full; at least one word on. */
  private static int endOfLine(List<String> words, int start) {
    int length = words.get(start).length();
    int end = start + 1;
    while (end < words.size() && length + 1 + words.get(end).length() <= LIMIT) {
      length += 1 + words.get(end).length();
      end++;
    }
    return end;
  }

  /** Returns where the first unit in the line begins, or the line's end when it has none. */
  private static int firstUnit(List<String> words, int start, int end) {
    for (int i = start + 1; i <= end; i++) {
      if (isUnit(words, i)) {
        return i;
      }
    }
    return end;
  }

  private static boolean isUnit(List<String> words, int index) {
    String word = words.get(index);
    if (word.length() > 1 && word.startsWith("#")) {
      return true;
    }
    if (word.length() > LONGEST_DESIGNATOR + 1 || index + 1 == words.size()) {
      return false;
    }
    String bare = word.toUpperCase(Locale.ROOT).replaceAll("[.,:]$", "");
    return UNIT_DESIGNATORS.contains(bare) && isUnitNumber(words.get(index + 1));
  }

  /** {@code 4B}, {@code #4} and {@code B}, but not the {@code Avenue} of a "Pier Avenue". */
  private static boolean isUnitNumber(String word) {
    return word.length() <= 2 || word.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static boolean fits(List<String> lines) {
    return lines.size() <= LINES && lines.stream().allMatch(line -> line.length() <= LIMIT);
  }

  private static List<String> padded(List<String> lines) {
    List<String> padded = new ArrayList<>(lines);
    while (padded.size() < LINES) {
      padded.add("");
    }
    return padded;
  }
}
