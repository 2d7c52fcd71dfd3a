// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

  private static final Instant TIME = Instant.parse("2026-09-01T12:00:00Z");

  // A timer may start anywhere, below zero too.
  private final AtomicLong nanos = new AtomicLong(-5);
  private final DatabaseClock clock = DatabaseClock.of(() -> TIME, nanos::get);

  @Test
  void now_betweenReadings_goesOnWithTheTimer() {
    pass(Duration.ofMinutes(3));

    assertThat(clock.now()).isEqualTo(TIME.plusSeconds(180));
  }

  @Test
  void read_clockSetForwardOrBack_follows() {
    clock.read(() -> TIME.plusSeconds(3600));
    assertThat(clock.now()).isEqualTo(TIME.plusSeconds(3600));

    pass(Duration.ofSeconds(1));
    clock.read(() -> TIME.minusSeconds(3600));
    assertThat(clock.now()).isEqualTo(TIME.minusSeconds(3600));
  }

  @Test
  void read_slowAnswer_countsFromTheMiddleOfTheCall() {
    clock.read(() -> answerAfter(Duration.ofSeconds(2), TIME.plusSeconds(60)));

    assertThat(clock.now()).isEqualTo(TIME.plusSeconds(61));
  }

  @Test
  void read_answerThatTheTripExplains_keepsTheTime() {
    clock.read(() -> answerAfter(Duration.ofSeconds(2), TIME.plusMillis(300)));

    assertThat(clock.now()).isEqualTo(TIME.plusSeconds(2));
  }

  @Test
  void read_fails_keepsTheTime() {
    assertThatThrownBy(
            () ->
                clock.read(
                    () -> {
                      throw new IllegalStateException("gone");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(clock.now()).isEqualTo(TIME);
  }

  private Instant answerAfter(Duration trip, Instant answer) {
    pass(trip);
    return answer;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
