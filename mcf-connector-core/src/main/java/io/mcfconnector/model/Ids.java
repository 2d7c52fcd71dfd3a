// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** The one rule all typed ids share. */
final class Ids {

  private Ids() {}

  static void check(String type, String value, int maxLength) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(type + " must not be blank");
    }
    if (value.length() > maxLength) {
      throw new IllegalArgumentException(
          type + " must have at most " + maxLength + " characters, but has " + value.length());
    }
  }
}
