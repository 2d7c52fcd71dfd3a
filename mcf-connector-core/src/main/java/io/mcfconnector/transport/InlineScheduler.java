// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import dev.failsafe.spi.Scheduler;
import io.mcfconnector.time.Pause;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs Failsafe's attempts on the calling thread and waits between them through {@link Pause},
 * since Failsafe's own waiting cannot be replaced by a test's clock.
 */
final class InlineScheduler implements Scheduler {

  private final Pause pause;

  InlineScheduler(Pause pause) {
    this.pause = pause;
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // Whatever the attempt threw belongs into the future.
  public ScheduledFuture<?> schedule(Callable<?> attempt, long delay, TimeUnit unit) {
    Done done = new Done();
    try {
      if (delay > 0) {
        await(Duration.of(delay, unit.toChronoUnit()));
      }
      done.complete(attempt.call());
    } catch (Exception e) {
      done.completeExceptionally(e);
    }
    return done;
  }

  private void await(Duration delay) {
    try {
      pause.pause(delay);
    } catch (InterruptedException e) {
      // Failsafe waits for ever for an attempt that was not made, so it is made and sees the flag.
      Thread.currentThread().interrupt();
    }
  }

  /** A future that was over before anybody could ask for its delay. */
  private static final class Done extends CompletableFuture<Object>
      implements ScheduledFuture<Object> {

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    @SuppressWarnings("ComparableType")
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
