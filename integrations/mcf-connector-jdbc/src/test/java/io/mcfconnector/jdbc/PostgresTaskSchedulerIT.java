// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.testkit.contract.TaskSchedulerContract;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

@NeedsPostgres
class PostgresTaskSchedulerIT extends TaskSchedulerContract {

  private @Nullable TaskDatabase database;

  @AfterEach
  void closeDatabase() {
    if (database != null) {
      database.close();
    }
  }

  @Override
  protected TaskScheduler open() {
    database = TaskDatabase.create();
    return ClusterTaskScheduler.on(database.dataSource());
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
