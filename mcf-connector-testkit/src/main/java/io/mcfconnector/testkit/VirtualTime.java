// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when a test says so: a clock, a pause and a scheduler that belong together.
 * A day of trading runs in seconds and the same way every time.
 *
 * <p>Tasks run on the thread that calls {@link #runFor} or {@link #runUntil}, one at a time, in the
 * order of their times. The clock jumps from event to event. A task that waits through {@link
 * #pause()} moves the clock on; tasks that became due meanwhile run afterwards, late but in order.
 *
 * <p>Thread-safe: any thread may read the clock, schedule, wake and close. Runs follow each other.
 */
public final class VirtualTime {

  private final MutableClock clock;
  private final VirtualTaskScheduler scheduler;

  private VirtualTime(Instant start) {
    clock = MutableClock.at(start);
    scheduler = new VirtualTaskScheduler(clock);
  }

  /** Returns time that stands at this moment. */
  public static VirtualTime startingAt(Instant start) {
    return new VirtualTime(start);
  }

  /** Returns the clock, in UTC. */
  public Clock clock() {
    return clock;
  }

  /** Returns the pause that moves the clock on at once instead of sleeping. */
  public Pause pause() {
    return time -> {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted before a pause in virtual time");
      }
      clock.advance(time);
    };
  }

  /** Returns the scheduler whose tasks run while {@link #runFor} or {@link #runUntil} runs. */
  public TaskScheduler scheduler() {
    return scheduler;
  }

  /**
   * Lets this time pass. A time of zero runs what is due now.
   *
   * @throws TaskFailedException at the end, when runs of tasks failed
   * @throws IllegalStateException when a task calls it
   */
  public void runFor(Duration time) {
    runUntil(clock.instant().plus(time));
  }

  /**
   * Lets time pass until this moment: runs every task that is due by then and leaves the clock
   * there, or later when a task waited past it.
   *
   * @throws TaskFailedException at the end, when runs of tasks failed
   * @throws IllegalStateException when a task calls it
   */
  public void runUntil(Instant end) {
    scheduler.runUntil(end);
  }

  /**
   * Tells a test that runs of tasks threw. Its cause is the first failure, the others are
   * suppressed ones. The tasks stay scheduled.
   */
  public static final class TaskFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TaskFailedException(String task, RuntimeException first) {
      super("task '" + task + "' failed", first);
    }

    static TaskFailedException add(
        @Nullable TaskFailedException failed, String task, RuntimeException failure) {
      TaskFailedException added = new TaskFailedException(task, failure);
      if (failed == null) {
        return added;
      }
      failed.addSuppressed(added);
      return failed;
    }
  }
}
