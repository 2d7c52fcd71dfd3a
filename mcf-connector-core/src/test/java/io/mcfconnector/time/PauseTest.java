// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.time;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {

  @Test
  void sleeping_interruptedThread_throwsAtOnce() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> Pause.sleeping().pause(Duration.ofDays(1)));
  }

  @Test
  void sleeping_noTime_returns() throws InterruptedException {
    Pause.sleeping().pause(Duration.ZERO);
    Pause.sleeping().pause(Duration.ofNanos(1));
  }
}
