// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Runs work on many threads that start at once. */
final class Together {

  private Together() {}

  /** Returns when all have ended; fails when one of them failed. */
  static void run(int threads, IntConsumer work) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch ready = new CountDownLatch(threads);
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < threads; number++) {
        int own = number;
        running.add(
            executor.submit(
                () -> {
                  ready.countDown();
                  assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
                  work.accept(own);
                  return own;
                }));
      }
      for (Future<?> each : running) {
        try {
          each.get();
        } catch (ExecutionException e) {
          throw new AssertionError(e.getCause());
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
