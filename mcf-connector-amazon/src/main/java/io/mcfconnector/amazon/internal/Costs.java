// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.model.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds up what Amazon estimates. One part that cannot be read leaves the sum unknown. */
public final class Costs {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

  private BigDecimal sum = BigDecimal.ZERO;
  private @Nullable String currency;
  private boolean readable = true;

  /** Adds one part; {@code null} = Amazon does not tell it. */
  public void add(@Nullable String partCurrency, @Nullable String amount) {
    if (partCurrency == null
        || amount == null
        || !CURRENCY.matcher(partCurrency).matches()
        || !AMOUNT.matcher(amount).matches()
        || (currency != null && !currency.equals(partCurrency))) {
      readable = false;
    } else {
      currency = partCurrency;
      sum = sum.add(new BigDecimal(amount));
    }
  }

  /** Returns the sum; {@code null} when nothing was added, or not all of it could be read. */
  public @Nullable Money sum() {
    return readable && currency != null ? new Money(sum, currency) : null;
  }
}
