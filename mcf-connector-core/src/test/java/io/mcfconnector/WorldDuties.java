// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.model.Duty;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Runs the duties of a router at their intervals in virtual time, but leaves out the runs that
 * would find nothing: those at which no record is due and since whose last run the platform did not
 * change. So a week passes in the time of some hundred runs.
 */
final class WorldDuties implements TaskScheduler {

  /** A change may be too young for the first run after it. */
  private static final int RUNS_AFTER_A_CHANGE = 2;

  private static final int SELDOM = 24;

  private final FaultyStore store;
  private final Random random;
  private final List<Task> tasks = new ArrayList<>();
  private final Clock clock;

  WorldDuties(FaultyStore store, Random random, Clock clock) {
    this.store = store;
    this.random = random;
    this.clock = clock;
  }

  private final class Task implements Handle {
    private final String name;
    private final Duty duty;
    private final Duration interval;
    private final Runnable work;
    private Instant slot;
    private int news = RUNS_AFTER_A_CHANGE;

    private Task(String name, Duration interval, Runnable work) {
      this.name = name;
      this.duty = Duty.valueOf(name.substring(0, name.indexOf('/')).toUpperCase(Locale.ROOT));
      this.interval = interval;
      this.work = work;
      this.slot = clock.instant().plusMillis(random.nextInt((int) interval.toMillis()));
    }

    private Instant next() {
      if (duty == Duty.STOCK) {
        return Instant.MAX;
      }
      if (news > 0 || duty == Duty.HOUSEKEEPING) {
        return slot;
      }
      Instant due = Instant.MAX;
      for (RoutingRecord record : store.records()) {
        Instant at = record.dueAt();
        if (at != null && at.isBefore(due) && record.duty() == duty && isServed(record)) {
          due = at;
        }
      }
      return due.equals(Instant.MAX) ? due : slotAt(due);
    }

    /** Returns the first time of this duty that is not before another. */
    private Instant slotAt(Instant time) {
      if (!time.isAfter(slot)) {
        return slot;
      }
      long late = Duration.between(slot, time).toMillis();
      long intervals = (late + interval.toMillis() - 1) / interval.toMillis();
      Instant at = slot.plusMillis(intervals * interval.toMillis());
      // Instants are finer than milliseconds.
      return at.isBefore(time) ? at.plus(interval) : at;
    }

    private void expect() {
      slot = slotAt(clock.instant());
      news = RUNS_AFTER_A_CHANGE;
    }

    private boolean isServed(RoutingRecord record) {
      return (duty != Duty.INTAKE && duty != Duty.CONFIRM)
          || name.endsWith("/" + record.shop().value());
    }

    private void run() {
      slot = clock.instant().plus(interval);
      news = Math.max(0, news - 1);
      work.run();
    }

    @Override
    public void wake() {
      slot = clock.instant();
      news = Math.max(news, 1);
    }

    @Override
    public void close() {
      tasks.remove(this);
    }
  }

  @Override
  public Handle schedule(String name, Duration interval, Runnable work) {
    // Cleaning up finds something seldom, and its runs would take most of a world's time.
    boolean seldom = name.startsWith("housekeeping/");
    Task task = new Task(name, seldom ? interval.multipliedBy(SELDOM) : interval, work);
    tasks.add(task);
    return task;
  }

  /** The process is gone, and its duties with it. */
  void forget() {
    tasks.clear();
  }

  /** The platform that this duty reads has changed, or a call of the duty failed. */
  void news(Duty duty) {
    tasks.stream().filter(task -> task.duty == duty).forEach(Task::expect);
  }

  /** Returns when the next run is that may find something. */
  Instant next() {
    return tasks.stream().map(Task::next).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  /** Runs what may find something by now; returns the duties that ran. */
  List<Duty> run() {
    Instant now = clock.instant();
    List<Duty> ran = new ArrayList<>();
    for (Task task : List.copyOf(tasks)) {
      if (tasks.contains(task) && !task.next().isAfter(now)) {
        ran.add(task.duty);
        task.run();
      }
    }
    return ran;
  }
}
