// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostsTest {

  private final Costs costs = new Costs();

  @Test
  void sum_severalParts_addsThemUp() {
    costs.add("USD", "7.40");
    costs.add("USD", "2.1");
    costs.add("USD", "-0.50");

    assertThat(costs.sum()).isEqualTo(Money.of("9.00", "USD"));
  }

  @Test
  void sum_nothing_isUnknown() {
    assertThat(costs.sum()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"EUR, 1", "usd, 1", "USD, 1e9999999", "USD, a", "USD,", ", 1"})
  void sum_onePartUnreadable_isUnknown(@Nullable String currency, @Nullable String amount) {
    costs.add("USD", "7.40");
    costs.add(currency, amount);

    assertThat(costs.sum()).isNull();
  }
}
