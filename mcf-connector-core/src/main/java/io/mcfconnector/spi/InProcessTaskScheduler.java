// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread for each task. Thread-safe. */
final class InProcessTaskScheduler implements TaskScheduler {

  private static final Logger log = LoggerFactory.getLogger(InProcessTaskScheduler.class);

  private final Set<String> names = ConcurrentHashMap.newKeySet();

  @Override
  public Handle schedule(String name, Duration interval, Runnable task) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("a task named '" + name + "' is scheduled already");
    }
    Loop loop = new Loop(name, interval, task);
    loop.thread.start();
    return loop;
  }

  @Override
  public List<Finding> checkUp() {
    return List.of(
        Finding.ok(
            Check.SCHEDULER,
            "",
            "The duties run in this process, which must be the only one that routes."));
  }

  private final class Loop implements Handle {
    private final String name;
    private final Duration interval;
    private final Runnable task;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Duration wait = Duration.ZERO;
    private boolean woken;
    private boolean closed;

    private Loop(String name, Duration interval, Runnable task) {
      this.name = name;
      this.interval = interval;
      this.task = task;
      this.thread = new Thread(this::run, "mcf-connector " + name);
      this.thread.setDaemon(true);
    }

    private void run() {
      try {
        while (awaitTurn()) {
          runTask();
        }
      } finally {
        names.remove(name);
      }
    }

    // An Error of one run, such as a stack that was too small, must not end all later runs.
    private void runTask() {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        log.warn("Task {} failed and runs again at its next time", name, e);
      }
    }

    private boolean awaitTurn() {
      lock.lock();
      try {
        long left = wait.toNanos();
        while (!closed && !woken && left > 0) {
          left = changed.awaitNanos(left);
        }
        woken = false;
        wait = interval;
        return !closed;
      } catch (InterruptedException e) {
        // Nobody but close() owns this thread; an interrupt from elsewhere ends it.
        Thread.currentThread().interrupt();
        return false;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void wake() {
      lock.lock();
      try {
        woken = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        closed = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      if (Thread.currentThread() != thread) {
        awaitEnd();
      }
    }

    private void awaitEnd() {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
