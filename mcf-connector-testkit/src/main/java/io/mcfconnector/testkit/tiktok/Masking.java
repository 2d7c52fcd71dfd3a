// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

/** How TikTok hides a text. */
enum Masking {
  /** Not at all. */
  NONE,
  /** First character, then asterisks. */
  ASTERISKS,
  /** Nothing is left. */
  EMPTY;

  String of(String text) {
    return switch (this) {
      case NONE -> text;
      case ASTERISKS -> text.isEmpty() ? "***" : text.charAt(0) + "***";
      case EMPTY -> "";
    };
  }

  String ofName(String name) {
    return this == ASTERISKS ? name.replaceAll("\\B\\S+", "***") : of(name);
  }

  String ofPhone(String phone) {
    return this == ASTERISKS ? phone.replaceAll("\\d{3}(?=\\d{4}$)", "-***-") : of(phone);
  }

  String ofPostalCode(String postalCode) {
    return this == ASTERISKS ? postalCode.charAt(0) + "****" : of(postalCode);
  }
}
