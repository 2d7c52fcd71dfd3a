// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import java.util.List;
import java.util.Random;

/** Addresses that no person would write, and some that one would. */
final class RandomAddresses {

  private static final List<String> WORDS =
      List.of(
          "Harbor",
          "12",
          "Finch",
          "St",
          "Apt",
          "Unit",
          "*",
          "***",
          "N/A",
          "none",
          "-",
          "Springfield",
          "California",
          "ca",
          "US",
          "us",
          "62701",
          "627011234",
          "(+1)",
          "(+44)",
          "217-555-0100",
          "Boulevard",
          "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
          "A\u030A",
          "\u0344",
          "\u1100\u1161",
          "\uD83D\uDE00",
          "\uFB2C");
  private static final List<String> GLUE =
      List.of(
          " ", " ", " ", "  ", "", "\n", "\t", "\u200B", "\u00A0", "\u202E", "\u0000", "\uD800",
          "\uDC00", "\u3164", "\u0301", "\u034F", "\u2028");

  private RandomAddresses() {}

  static Address next(Random random) {
    return Address.builder()
        .name(text(random, 6))
        .line1(text(random, 24))
        .line2(text(random, 8))
        .line3(text(random, 4))
        .city(text(random, 3))
        .stateOrRegion(text(random, 2))
        .postalCode(text(random, 2))
        .countryCode(random.nextInt(3) == 0 ? text(random, 2) : "us")
        .phone(text(random, 3))
        .build();
  }

  private static String text(Random random, int maxWords) {
    StringBuilder text = new StringBuilder();
    int words = random.nextInt(maxWords + 1);
    for (int i = 0; i < words; i++) {
      text.append(word(random)).append(GLUE.get(random.nextInt(GLUE.size())));
    }
    return text.toString();
  }

  private static String word(Random random) {
    return random.nextInt(10) == 0
        ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
        : WORDS.get(random.nextInt(WORDS.size()));
  }
}
