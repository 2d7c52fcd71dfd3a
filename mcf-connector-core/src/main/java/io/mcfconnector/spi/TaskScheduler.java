// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.Finding;
import java.time.Duration;
import java.util.List;

/**
 * Runs repeating tasks. Only an alarm clock: losing every run loses no order, since tasks find
 * their work in the store.
 *
 * <p>Contract; the testkit's {@code TaskSchedulerContract} has a test for each clause:
 *
 * <ol>
 *   <li>A scheduled task runs soon after it was scheduled and then again, {@code interval} after
 *       the end of its last run.
 *   <li>A task with one name never runs twice at a time, whoever scheduled it.
 *   <li>{@link Handle#wake()} makes a task run soon; when it is running, once more after that run.
 *       Several wake-ups may melt into one run. It never waits for the run.
 *   <li>A task that throws runs again at its next time.
 *   <li>{@link Handle#close()} prevents further runs and returns when a run under way has ended.
 *       Closing again does nothing.
 *   <li>A scheduler keeps no thread alive when all its handles are closed.
 * </ol>
 */
public interface TaskScheduler {

  /**
   * Schedules a task.
   *
   * @param name the same for the same task in every process of a deployment
   * @param interval time between the end of a run and the start of the next
   * @param task what to do; its exceptions are the task's own affair
   * @throws IllegalArgumentException when this scheduler has a task of that name
   */
  Handle schedule(String name, Duration interval, Runnable task);

  /**
   * Returns what is wrong, and what is right, about the scheduler itself; schedules nothing.
   * Nothing unless the scheduler can tell.
   */
  default List<Finding> checkUp() {
    return List.of();
  }

  /** A scheduled task. */
  interface Handle extends AutoCloseable {

    /** Makes the task run soon. */
    void wake();

    /** Ends the task. */
    @Override
    void close();
  }

  /** Returns a scheduler with one daemon thread for each task, in this process. */
  static TaskScheduler inProcess() {
    return new InProcessTaskScheduler();
  }
}
