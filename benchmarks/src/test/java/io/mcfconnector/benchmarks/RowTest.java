// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void atMost_ratioBelowAndAboveTheTarget_saysSo() {
    assertThat(Row.atMost("create", 15_000, 10_000, "B", 1.6).toString())
        .isEqualTo("| create | 15,000 B | 10,000 B | 1.50× | ≤ 1.60× | met |");
    assertThat(Row.atMost("create", 17_000, 10_000, "B", 1.6).toString())
        .isEqualTo("| create | 17,000 B | 10,000 B | 1.70× | ≤ 1.60× | **missed** |");
  }

  @Test
  void power_costOfTwoCounts_tellsHowItGrew() {
    Series linear = new Series("linear");
    linear.add(10, 2);
    linear.add(1_000, 200);
    Series square = new Series("square");
    square.add(10, 1);
    square.add(100, 100);

    assertThat(linear.power()).isBetween(0.99, 1.01);
    assertThat(linear.row().met()).isTrue();
    assertThat(square.power()).isBetween(1.99, 2.01);
    assertThat(square.row().met()).isFalse();
  }
}
