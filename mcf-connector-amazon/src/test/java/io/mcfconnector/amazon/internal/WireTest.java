// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.amazon.outbound.v20260704.Amount;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class WireTest {

  @ParameterizedTest
  @CsvSource({"1,1", "1.0,1", "0,0", "0.000,0", "2E1,20", "250,250"})
  void units_wholeNumber_isComparedAsNumber(String text, int units) {
    assertThat(new Amount("EACHES", text).units()).isEqualTo(units);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"1.5", "-1", "two", "1e999999999", "99999999999", "NaN", " 1"})
  void units_anythingElse_throwsWithoutTheText(String text) {
    assertThatThrownBy(() -> new Amount("EACHES", text).units())
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("not a number of units");
  }

  @Test
  void time_readableOrNot_neverFails() {
    assertThat(Wire.time("2026-09-01T16:06:10+02:00"))
        .isEqualTo(Instant.parse("2026-09-01T14:06:10Z"));
    assertThat(Wire.time("yesterday")).isNull();
    assertThat(Wire.time(null)).isNull();
  }

  @Test
  void ourId_idOfAnotherTool_isNotOurs() {
    assertThat(Wire.ourId("CONSUMER 2026 + #7")).isEmpty();
    assertThat(Wire.ourId("TTS-1")).isPresent();
  }

  @Test
  void optionalValues_blank_areAbsent() {
    assertThat(Wire.carrier(" ")).isNull();
    assertThat(Wire.trackingNumber("")).isNull();
    assertThat(Wire.units(-3)).isZero();
    assertThat(Wire.list(null)).isEmpty();
  }

  @Test
  void checked_missingValue_isOurOwnFault() {
    assertThatThrownBy(() -> Wire.checked(null)).isInstanceOf(IllegalStateException.class);
  }
}
