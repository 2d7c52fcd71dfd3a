// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.testkit.VirtualTime.TaskFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs tasks on the thread that lets time pass. Thread-safe. */
final class VirtualTaskScheduler implements TaskScheduler {

  private final MutableClock clock;
  // Held while time passes, so that runs never overlap.
  private final ReentrantLock passing = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition runEnded = lock.newCondition();
  private final Map<String, Task> tasks = new HashMap<>();
  private long turns;

  VirtualTaskScheduler(MutableClock clock) {
    this.clock = clock;
  }

  @Override
  public Handle schedule(String name, Duration interval, Runnable body) {
    lock.lock();
    try {
      if (tasks.containsKey(name)) {
        throw new IllegalArgumentException("a task named '" + name + "' is scheduled already");
      }
      Task task = new Task(name, interval, body);
      tasks.put(name, task);
      return task;
    } finally {
      lock.unlock();
    }
  }

  void runUntil(Instant end) {
    if (passing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a task cannot let time pass; it can pause");
    }
    passing.lock();
    try {
      TaskFailedException failed = null;
      for (Task task = takeDue(end); task != null; task = takeDue(end)) {
        failed = run(task, failed);
      }
      advanceTo(end);
      if (failed != null) {
        throw failed;
      }
    } finally {
      passing.unlock();
    }
  }

  private @Nullable Task takeDue(Instant end) {
    lock.lock();
    try {
      Task next = tasks.values().stream().min(Task.ORDER).orElse(null);
      if (next == null || next.dueAt.isAfter(end)) {
        return null;
      }
      advanceTo(next.dueAt);
      next.running = true;
      next.woken = false;
      return next;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable TaskFailedException run(Task task, @Nullable TaskFailedException failed) {
    try {
      task.body.run();
      return failed;
    } catch (RuntimeException e) {
      return TaskFailedException.add(failed, task.name, e);
    } finally {
      task.ended();
    }
  }

  private void advanceTo(Instant time) {
    Duration left = Duration.between(clock.instant(), time);
    if (!left.isNegative()) {
      clock.advance(left);
    }
  }

  private final class Task implements Handle {
    private static final Comparator<Task> ORDER =
        Comparator.comparing((Task task) -> task.dueAt).thenComparingLong(task -> task.turn);

    private final String name;
    private final Duration interval;
    private final Runnable body;
    private Instant dueAt = clock.instant();
    // Tasks due at the same time run in the order in which they became due.
    private long turn = turns++;
    private boolean running;
    private boolean woken;

    private Task(String name, Duration interval, Runnable body) {
      this.name = name;
      this.interval = interval;
      this.body = body;
    }

    private void due(Instant at) {
      dueAt = at;
      turn = turns++;
    }

    private void ended() {
      lock.lock();
      try {
        running = false;
        due(woken ? clock.instant() : clock.instant().plus(interval));
        runEnded.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void wake() {
      lock.lock();
      try {
        woken = true;
        if (!running && dueAt.isAfter(clock.instant())) {
          due(clock.instant());
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        tasks.remove(name, this);
        while (running && !passing.isHeldByCurrentThread()) {
          runEnded.awaitUninterruptibly();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
