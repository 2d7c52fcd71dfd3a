// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task as this node knows it. Thread-safe. */
final class ClusterTask {

  private static final Logger log = LoggerFactory.getLogger(ClusterTask.class);

  private final String name;
  private final Duration interval;
  private final Runnable body;
  // Held during a run.
  private final ReentrantLock running = new ReentrantLock();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile boolean closed;

  ClusterTask(String name, Duration interval, Runnable body) {
    this.name = name;
    this.interval = interval;
    this.body = body;
  }

  /** How an attempt to run went. */
  enum Outcome {
    SUCCESS,
    FAILURE,
    NOT_RUN
  }

  String name() {
    return name;
  }

  Duration interval() {
    return interval;
  }

  boolean isClosed() {
    return closed;
  }

  boolean isRunning() {
    return running.isLocked();
  }

  /** Runs it on this thread, unless it is closed, or runs still. */
  Outcome run() {
    if (!running.tryLock()) {
      return Outcome.NOT_RUN;
    }
    try {
      return closed ? Outcome.NOT_RUN : runBody();
    } finally {
      running.unlock();
    }
  }

  // An Error of one run, such as a stack that was too small, must not end all later runs.
  private Outcome runBody() {
    Thread thread = Thread.currentThread();
    String idleName = thread.getName();
    thread.setName("mcf-connector " + name);
    try {
      body.run();
      return Outcome.SUCCESS;
    } catch (RuntimeException | Error e) {
      log.warn("Task {} failed and runs again at its next time", name, e);
      return Outcome.FAILURE;
    } finally {
      thread.setName(idleName);
    }
  }

  /** Remembers a wake-up; returns whether there was none to tell the other nodes yet. */
  boolean wake() {
    return !closed && woken.compareAndSet(false, true);
  }

  /** Takes back that a wake-up was told. */
  void keepWake() {
    woken.set(true);
  }

  /** Returns whether there is a wake-up to tell, and counts it as told. */
  boolean takeWake() {
    return woken.getAndSet(false);
  }

  /** Prevents further runs; returns when a run under way has ended, or at once within it. */
  void close() {
    closed = true;
    running.lock();
    try {
      log.debug("Task {} is closed", name);
    } finally {
      running.unlock();
    }
  }
}
