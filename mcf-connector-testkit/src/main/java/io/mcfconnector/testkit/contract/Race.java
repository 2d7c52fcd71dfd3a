// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets many threads do something at the same moment. */
final class Race {

  static final int THREADS = 16;
  private static final long LIMIT_SECONDS = 60;

  private Race() {}

  /** Returns what each thread got, by its number. */
  static <T> List<T> run(IntFunction<T> runner) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        Callable<T> waiting =
            () -> {
              start.await();
              return runner.apply(number);
            };
        running.add(executor.submit(waiting));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get(LIMIT_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("a thread of the race failed", e);
    } finally {
      executor.shutdownNow();
    }
  }
}
