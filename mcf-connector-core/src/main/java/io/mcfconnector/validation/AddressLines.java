// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.ArrayList;
import java.util.List;

/** Spreads street lines that are too long over the three that Amazon takes. */
final class AddressLines {

  private static final int LINES = 3;
  private static final int LIMIT = AddressPart.LINE1.limit();

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
    // What the buyer kept apart stays apart if there is room.
    List<String> apart = new ArrayList<>();
    lines.forEach(line -> apart.addAll(wrap(line)));
    List<String> fitting = fits(apart) ? apart : wrap(String.join(" ", lines).strip());
    return fits(fitting) ? padded(fitting) : lines;
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (line.length() > 0 && line.length() + 1 + word.length() > LIMIT) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
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
