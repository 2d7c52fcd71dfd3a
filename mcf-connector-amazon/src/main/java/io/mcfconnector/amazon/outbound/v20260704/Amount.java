// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many ({@code Amount}). Amazon writes the same figure as {@code 1} and as {@code 1.0}, so it
 * is compared as a number, see {@link #units()}.
 *
 * @param unit {@code EACHES}
 * @param value decimal text
 */
public record Amount(@Nullable String unit, @Nullable String value) {

  private static final int LONGEST_FIGURE = 20;

  /** Returns the amount of so many units. */
  public static Amount eaches(int units) {
    return new Amount("EACHES", Integer.toString(units));
  }

  /**
   * Returns the number of units.
   *
   * @throws ArithmeticException when the value is not a whole number of units
   */
  public int units() {
    if (value != null && isFewDigits(value)) {
      return Integer.parseInt(value);
    }
    // Other forms of a whole number, such as 2.0.
    if (value != null && value.length() <= LONGEST_FIGURE) {
      try {
        int units = new BigDecimal(value).intValueExact();
        if (units >= 0) {
          return units;
        }
      } catch (NumberFormatException | ArithmeticException e) {
        // Said below, without the text.
      }
    }
    throw new ArithmeticException("not a number of units");
  }

  private static boolean isFewDigits(String value) {
    if (value.isEmpty() || value.length() > 9) {
      return false;
    }
    for (int at = 0; at < value.length(); at++) {
      if (value.charAt(at) < '0' || value.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}
