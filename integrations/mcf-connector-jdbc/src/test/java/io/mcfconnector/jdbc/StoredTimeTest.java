// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T12:00:00Z",
        "2028-02-29T23:59:59Z",
        "1969-12-31T23:59:59Z",
        "2026-11-23T12:00:00.123456789Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z"
      })
  void parse_whatInstantsWrite_isReadAsThey(String text) {
    assertThat(StoredTime.parse(text)).isEqualTo(Instant.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-23",
        "2026-13-23T12:00:00Z",
        "2027-02-29T12:00:00Z",
        "2026-11-23T12:61:00Z",
        "2026-1x-23T12:00:00Z",
        "2026--1-23T12:00:00Z",
        "2026-11-23 12:00:00Z"
      })
  void parse_noTime_throws(String text) {
    assertThatThrownBy(() -> StoredTime.parse(text))
        .isInstanceOfAny(DateTimeException.class, IllegalArgumentException.class);
  }
}
