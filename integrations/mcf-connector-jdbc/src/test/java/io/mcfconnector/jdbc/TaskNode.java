// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.spi.TaskScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** A process with one task whose run never ends; says {@code run} when it begins. */
final class TaskNode {

  private TaskNode() {}

  public static void main(String[] args) throws IOException {
    DataSource dataSource = PostgresServer.dataSource(args[0]);
    TaskScheduler scheduler = ClusterTaskScheduler.on(dataSource);
    try (TaskScheduler.Handle handle =
        scheduler.schedule("place", Duration.ofHours(1), TaskNode::run)) {
      handle.wake();
      System.out.println("ready");
      // Ends with the process that started it.
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
      Runtime.getRuntime().halt(0);
    }
  }

  private static void run() {
    System.out.println("run");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
