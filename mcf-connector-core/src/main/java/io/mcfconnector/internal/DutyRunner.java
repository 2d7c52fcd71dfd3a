// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs duties, on a scheduler or at once, until it is stopped. The trouble of one is told and keeps
 * no other from running. Thread-safe once every duty is added.
 */
final class DutyRunner {

  private final List<DutyRun> duties = new ArrayList<>();
  private final Map<DutyRun, TaskScheduler.Handle> handles = new LinkedHashMap<>();
  private final RunLog runLog;
  private final Events events;
  private final Clock clock;
  private volatile boolean stopping;

  DutyRunner(RunLog runLog, Events events, Clock clock) {
    this.runLog = runLog;
    this.events = events;
    this.clock = clock;
  }

  void add(DutyRun duty) {
    duties.add(duty);
  }

  List<DutyRun> duties() {
    return List.copyOf(duties);
  }

  /** Returns whether runs under way shall end soon. */
  boolean isStopping() {
    return stopping;
  }

  /** Hands every duty to the scheduler, unless this is stopped meanwhile. */
  void start(TaskScheduler scheduler) {
    for (DutyRun duty : duties) {
      if (stopping) {
        return;
      }
      TaskScheduler.Handle handle =
          scheduler.schedule(duty.name(), duty.interval(), () -> runScheduled(duty));
      if (!keep(duty, handle)) {
        handle.close();
      }
    }
  }

  /** Keeps a handle for {@link #stop()}; returns whether that is not too late. */
  private boolean keep(DutyRun duty, TaskScheduler.Handle handle) {
    synchronized (handles) {
      if (!stopping) {
        handles.put(duty, handle);
      }
      return !stopping;
    }
  }

  private void runScheduled(DutyRun duty) {
    if (!stopping) {
      runSafely(
          duty,
          () -> {
            if (duty.runTurn()) {
              wake(duty);
            }
          });
    }
  }

  /** Runs each of these duties once on the calling thread; returns what failed as a whole. */
  List<RouterEvent.DutyFailed> run(Collection<Duty> kinds) {
    return duties.stream()
        .filter(duty -> kinds.contains(duty.duty()))
        .map(duty -> runSafely(duty, duty::run))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<RouterEvent.DutyFailed> runSafely(DutyRun duty, Runnable run) {
    try {
      run.run();
      if (!stopping) {
        runLog.succeeded(duty);
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      runLog.failed(duty, e);
      RouterEvent.DutyFailed failed =
          new RouterEvent.DutyFailed(clock.instant(), duty.duty(), duty.account(), e);
      events.publish(failed);
      return Optional.of(failed);
    }
  }

  /** Lets the duties of a kind run soon. */
  void wake(Duty kind) {
    duties.stream().filter(duty -> duty.duty() == kind).forEach(this::wake);
  }

  /** Lets a duty run soon. */
  void wake(DutyRun duty) {
    synchronized (handles) {
      TaskScheduler.Handle handle = handles.get(duty);
      if (handle != null) {
        handle.wake();
      }
    }
  }

  /** Ends every duty; returns when the runs under way have ended. */
  void stop() {
    List<TaskScheduler.Handle> all;
    synchronized (handles) {
      stopping = true;
      all = List.copyOf(handles.values());
      handles.clear();
    }
    all.forEach(TaskScheduler.Handle::close);
  }
}
