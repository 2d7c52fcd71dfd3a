// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

class VirtualTaskSchedulerContractTest extends TaskSchedulerContract {

  private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-09-01T12:00:00Z"));

  @Override
  protected TaskScheduler open() {
    return time.scheduler();
  }

  @Override
  protected Clock clock() {
    return time.clock();
  }

  @Override
  protected Pause pause() {
    return time.pause();
  }

  @Override
  protected boolean await(CountDownLatch latch) {
    for (int step = 0; step < 1000 && latch.getCount() > 0; step++) {
      pass(Duration.ofMillis(10));
    }
    return latch.getCount() == 0;
  }

  private void pass(Duration duration) {
    try {
      time.runFor(duration);
    } catch (VirtualTime.TaskFailedException e) {
      // The contract lets tasks fail.
    }
  }
}
