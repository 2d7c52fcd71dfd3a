// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mcfconnector.spi.TaskScheduler.Handle;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InProcessTaskSchedulerTest {

  private static final Duration NEVER = Duration.ofDays(1);

  private final TaskScheduler scheduler = TaskScheduler.inProcess();
  private final Semaphore runs = new Semaphore(0);

  @Test
  void schedule_newTask_runsSoonOnADaemonThread() throws InterruptedException {
    CompletableFuture<Thread> thread = new CompletableFuture<>();

    try (Handle handle = scheduler.schedule("sweep", NEVER, () -> noteRun(thread))) {
      assertThat(handle).isNotNull();
      awaitRun();
    }

    assertThat(thread.join().isDaemon()).isTrue();
    assertThat(thread.join().getName()).isEqualTo("mcf-connector sweep");
    assertThat(thread.join().isAlive()).isFalse();
  }

  @Test
  void schedule_shortInterval_repeats() throws InterruptedException {
    try (Handle handle = scheduler.schedule("sweep", Duration.ofMillis(1), runs::release)) {
      assertThat(handle).isNotNull();
      assertThat(runs.tryAcquire(3, 10, SECONDS)).isTrue();
    }
  }

  @Test
  void schedule_nameInUse_isRefusedUntilItsTaskIsClosed() throws InterruptedException {
    Handle first = scheduler.schedule("sweep", NEVER, runs::release);
    awaitRun();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> scheduler.schedule("sweep", NEVER, runs::release).close())
        .withMessageContaining("sweep");

    first.close();
    scheduler.schedule("sweep", NEVER, runs::release).close();
  }

  @Test
  void close_again_doesNotFreeTheNameOfALaterTask() throws InterruptedException {
    Handle first = scheduler.schedule("sweep", NEVER, () -> {});
    first.close();
    try (Handle second = scheduler.schedule("sweep", NEVER, runs::release)) {
      assertThat(second).isNotNull();
      awaitRun();

      first.close();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> scheduler.schedule("sweep", NEVER, runs::release).close());
    }
  }

  @Test
  void wake_waitingTask_runsOnceMore() throws InterruptedException {
    try (Handle handle = scheduler.schedule("sweep", NEVER, runs::release)) {
      awaitRun();
      handle.wake();
      awaitRun();
    }
    assertThat(runs.availablePermits()).isZero();
  }

  @Test
  void wake_runningTask_runsOnceMoreAfterwards() throws InterruptedException {
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    try (Handle handle =
        scheduler.schedule(
            "sweep",
            NEVER,
            () -> {
              assertThat(atOnce.incrementAndGet()).isEqualTo(1);
              runs.release();
              await(mayEnd);
              atOnce.decrementAndGet();
            })) {
      awaitRun();
      handle.wake();
      handle.wake();
      mayEnd.countDown();
      awaitRun();
    }
    assertThat(runs.availablePermits()).isZero();
  }

  @Test
  void schedule_taskThatThrows_runsAgain() throws InterruptedException {
    AtomicInteger count = new AtomicInteger();
    try (Handle handle =
        scheduler.schedule(
            "sweep",
            NEVER,
            () -> {
              runs.release();
              if (count.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
              }
              throw new StackOverflowError("second");
            })) {
      awaitRun();
      handle.wake();
      awaitRun();
      handle.wake();
      awaitRun();
    }
  }

  @Test
  void close_runUnderWay_waitsForItsEnd() throws InterruptedException {
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Handle handle =
        scheduler.schedule(
            "sweep",
            NEVER,
            () -> {
              runs.release();
              await(mayEnd);
              ended.incrementAndGet();
            });
    awaitRun();
    AtomicInteger endedWhenClosed = new AtomicInteger(-1);
    Thread closer =
        new Thread(
            () -> {
              handle.close();
              endedWhenClosed.set(ended.get());
            });
    closer.start();

    mayEnd.countDown();
    closer.join();

    assertThat(endedWhenClosed).hasValue(1);
  }

  @Test
  void close_byTheTaskItself_endsItWithoutDeadlock() throws InterruptedException {
    CompletableFuture<Handle> handle = new CompletableFuture<>();
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    handle.complete(
        scheduler.schedule(
            "sweep",
            NEVER,
            () -> {
              handle.join().close();
              noteRun(thread);
            }));

    awaitRun();
    thread.join().join();

    handle.join().close();
    assertThat(runs.availablePermits()).isZero();
  }

  @Test
  void schedule_threadInterruptedFromElsewhere_endsAndFreesTheName() throws InterruptedException {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    Handle handle = scheduler.schedule("sweep", NEVER, () -> noteRun(thread));
    awaitRun();

    thread.join().interrupt();
    thread.join().join();

    scheduler.schedule("sweep", NEVER, runs::release).close();
    handle.close();
  }

  private void noteRun(CompletableFuture<Thread> thread) {
    thread.complete(Thread.currentThread());
    runs.release();
  }

  private void awaitRun() throws InterruptedException {
    assertThat(runs.tryAcquire(10, SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
