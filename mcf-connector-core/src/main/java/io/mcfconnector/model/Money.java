// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount in a currency. Amounts that differ only in trailing zeros are not equal; {@link
 * #isMoreThan} ignores them.
 *
 * @param amount exact; may be negative
 * @param currency ISO 4217 code in capitals, such as {@code USD}
 */
public record Money(BigDecimal amount, String currency) {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /**
   * Checks the currency.
   *
   * @throws IllegalArgumentException when the currency is no ISO 4217 code
   */
  public Money {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is three capital letters");
    }
  }

  /** Returns an amount written in decimals, such as {@code "12.90"}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  /**
   * Returns whether this is more than another amount.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public boolean isMoreThan(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts in " + currency + " and " + other.currency + " cannot be compared");
    }
    return amount.compareTo(other.amount) > 0;
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
