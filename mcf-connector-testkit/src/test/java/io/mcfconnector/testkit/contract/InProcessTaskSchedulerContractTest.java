// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class InProcessTaskSchedulerContractTest extends TaskSchedulerContract {

  @Override
  protected TaskScheduler open() {
    return TaskScheduler.inProcess();
  }

  @Override
  protected Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  protected Pause pause() {
    return Pause.sleeping();
  }

  @Override
  protected boolean await(CountDownLatch latch) throws InterruptedException {
    return latch.await(30, TimeUnit.SECONDS);
  }
}
