// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.spi.TaskScheduler.Handle;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests a {@link TaskScheduler} against each clause of its contract. Subclass it and return a
 * scheduler with the time it lives in, real or virtual.
 */
public abstract class TaskSchedulerContract {

  private static final Duration SHORT = Duration.ofMillis(40);
  private static final Duration NEVER = Duration.ofHours(1);
  private static final long LIMIT_SECONDS = 30;

  private TaskScheduler scheduler;

  /** For subclasses. */
  @SuppressWarnings("NullAway.Init") // Each test opens its scheduler first.
  protected TaskSchedulerContract() {}

  /** Returns a scheduler without tasks. Called before each test, ahead of the other methods. */
  protected abstract TaskScheduler open();

  /** Returns the clock of the scheduler's time. */
  protected abstract Clock clock();

  /** Returns the way to wait in the scheduler's time. */
  protected abstract Pause pause();

  /**
   * Lets at most some seconds of the scheduler's time pass, until the latch is open.
   *
   * @return whether it is open
   */
  protected abstract boolean await(CountDownLatch latch) throws InterruptedException;

  @BeforeEach
  final void openScheduler() {
    scheduler = open();
  }

  @Test
  final void clause1_scheduledTask_runsAgainIntervalAfterItsEnd() throws InterruptedException {
    List<Instant> starts = new CopyOnWriteArrayList<>();
    List<Instant> ends = new CopyOnWriteArrayList<>();
    CountDownLatch runs = new CountDownLatch(4);
    Instant scheduledAt = clock().instant();
    Handle handle =
        scheduler.schedule(
            "repeats",
            SHORT,
            () -> {
              starts.add(clock().instant());
              pauseFor(SHORT);
              ends.add(clock().instant());
              runs.countDown();
            });

    assertThat(await(runs)).as("the task ran four times").isTrue();
    handle.close();

    assertThat(Duration.between(scheduledAt, starts.get(0))).isLessThan(Duration.ofSeconds(10));
    for (int run = 1; run < 4; run++) {
      // Real clocks and timers differ by a little.
      assertThat(Duration.between(ends.get(run - 1), starts.get(run)))
          .isGreaterThanOrEqualTo(SHORT.minusMillis(5));
    }
  }

  @Test
  final void clause2_oneName_neverRunsTwiceAtATime() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicBoolean overlapped = new AtomicBoolean();
    CountDownLatch runs = new CountDownLatch(6);
    Runnable task =
        () -> {
          overlapped.compareAndSet(false, running.incrementAndGet() > 1);
          pauseFor(SHORT);
          running.decrementAndGet();
          runs.countDown();
        };
    Handle handle = scheduler.schedule("alone", Duration.ofMillis(1), task);
    Race.run(
        number -> {
          handle.wake();
          return number;
        });

    assertThat(await(runs)).as("the task ran six times").isTrue();
    handle.close();

    assertThat(overlapped).isFalse();
  }

  @Test
  final void clause3_wake_makesTaskRunSoon() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(2);
    Handle handle =
        scheduler.schedule(
            "sleeper",
            NEVER,
            () -> {
              second.countDown();
              first.countDown();
            });
    assertThat(await(first)).isTrue();

    handle.wake();

    assertThat(await(second)).as("the task ran again").isTrue();
    handle.close();
  }

  @Test
  final void clause3_wakeDuringRun_makesTaskRunOnceMore() throws InterruptedException {
    CompletableFuture<Handle> self = new CompletableFuture<>();
    CountDownLatch twice = new CountDownLatch(2);
    AtomicBoolean woken = new AtomicBoolean();
    Handle handle =
        scheduler.schedule(
            "wakes itself",
            NEVER,
            () -> {
              if (woken.compareAndSet(false, true)) {
                // Returns although this run cannot end before it does.
                self.join().wake();
              }
              twice.countDown();
            });
    self.complete(handle);

    assertThat(await(twice)).as("the task ran once more").isTrue();
    handle.close();
  }

  @Test
  final void clause4_taskThatThrows_runsAgain() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(3);
    Handle handle =
        scheduler.schedule(
            "fails",
            Duration.ofMillis(1),
            () -> {
              runs.countDown();
              throw new IllegalStateException("a task may fail");
            });

    assertThat(await(runs)).as("the task ran three times").isTrue();
    handle.close();
  }

  @Test
  final void clause4_taskThatThrows_waitsForItsNextTime() throws InterruptedException {
    List<Instant> starts = new CopyOnWriteArrayList<>();
    CountDownLatch runs = new CountDownLatch(3);
    Handle handle =
        scheduler.schedule(
            "fails slowly",
            SHORT,
            () -> {
              starts.add(clock().instant());
              runs.countDown();
              throw new IllegalStateException("a task may fail");
            });

    assertThat(await(runs)).as("the task ran three times").isTrue();
    handle.close();

    for (int run = 1; run < 3; run++) {
      assertThat(Duration.between(starts.get(run - 1), starts.get(run)))
          .isGreaterThanOrEqualTo(SHORT.minusMillis(5));
    }
  }

  @Test
  final void clause5_close_preventsFurtherRuns() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch ran = new CountDownLatch(1);
    Handle handle =
        scheduler.schedule(
            "closed",
            Duration.ofMillis(1),
            () -> {
              runs.incrementAndGet();
              ran.countDown();
            });
    assertThat(await(ran)).isTrue();

    handle.close();
    int runsAtClose = runs.get();
    handle.close();
    handle.wake();
    CountDownLatch others = new CountDownLatch(20);
    Handle other = scheduler.schedule("goes on", Duration.ofMillis(1), others::countDown);
    assertThat(await(others)).isTrue();
    other.close();

    assertThat(runs).hasValue(runsAtClose);
  }

  @Test
  final void clause5_closeDuringRun_returnsAfterItsEnd() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Handle handle =
        scheduler.schedule(
            "slow",
            NEVER,
            () -> {
              started.countDown();
              awaitInRealTime(release);
              ended.countDown();
            });
    CompletableFuture<Boolean> timePasses = CompletableFuture.supplyAsync(() -> awaited(ended));
    awaitInRealTime(started);
    AtomicBoolean closedAfterEnd = new AtomicBoolean();
    Thread closer =
        new Thread(
            () -> {
              handle.close();
              closedAfterEnd.set(ended.getCount() == 0);
            });
    closer.start();
    while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }

    release.countDown();
    closer.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));

    assertThat(timePasses.join()).isTrue();
    assertThat(closedAfterEnd).isTrue();
  }

  @Test
  final void clause6_closedHandles_leaveNoThread() throws InterruptedException {
    List<Thread> runners = new CopyOnWriteArrayList<>();
    CountDownLatch ran = new CountDownLatch(2);
    Runnable task =
        () -> {
          runners.add(Thread.currentThread());
          ran.countDown();
        };
    Handle first = scheduler.schedule("first", NEVER, task);
    Handle second = scheduler.schedule("second", NEVER, task);
    assertThat(await(ran)).isTrue();

    first.close();
    second.close();

    for (Thread runner : runners) {
      if (runner != Thread.currentThread()) {
        runner.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(runner.isAlive()).as("thread %s", runner.getName()).isFalse();
      }
    }
  }

  @Test
  final void schedule_nameInUse_isRefusedUntilItsHandleIsClosed() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    Handle first = scheduler.schedule("taken", NEVER, () -> {});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> scheduler.schedule("taken", NEVER, () -> {}).close())
        .withMessageContaining("taken");

    first.close();
    Handle second = scheduler.schedule("taken", NEVER, ran::countDown);
    assertThat(await(ran)).as("the task of the free name ran").isTrue();
    second.close();
  }

  private void pauseFor(Duration time) {
    try {
      pause().pause(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private boolean awaited(CountDownLatch latch) {
    try {
      return await(latch);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void awaitInRealTime(CountDownLatch latch) {
    try {
      assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
