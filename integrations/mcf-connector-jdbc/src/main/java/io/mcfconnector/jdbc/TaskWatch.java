// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after this node's tasks in the table, every few seconds: takes over what a dead node left,
 * restores what was lost, tells wake-ups that could not be told.
 *
 * <p>A node is dead when its heartbeat stood still over several looks in a row. No clock decides
 * that, and a look that fails starts the count anew, so neither a clock that was set nor a database
 * that was gone for a while makes live nodes look dead.
 */
final class TaskWatch {

  private static final Logger log = LoggerFactory.getLogger(TaskWatch.class);

  /** A heartbeat that is the same in so many looks in a row stands still. */
  static final int LOOKS = 6;

  // No node makes a task due later than its interval from now, but a clock that was set back does.
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final TaskTable table;
  private final DatabaseClock clock;
  private final Collection<ClusterTask> tasks;
  private final Map<String, Sighting> sightings = new HashMap<>();

  TaskWatch(TaskTable table, DatabaseClock clock, Collection<ClusterTask> tasks) {
    this.table = table;
    this.clock = clock;
    this.tasks = tasks;
  }

  private record Sighting(long version, @Nullable Instant lastHeartbeat, int looks) {

    Sighting again(TaskTable.Row row) {
      return new Sighting(row.version(), row.lastHeartbeat(), shows(row) ? looks + 1 : 1);
    }

    private boolean shows(TaskTable.Row row) {
      return version == row.version() && Objects.equals(lastHeartbeat, row.lastHeartbeat());
    }
  }

  /** Looks once. Never throws what a database or its pool throws. */
  void look() {
    try {
      clock.read(table::time);
      Map<String, TaskTable.Row> rows = table.rows();
      sightings.keySet().retainAll(rows.keySet());
      for (ClusterTask task : tasks) {
        lookAt(task, rows.get(task.name()));
      }
    } catch (SQLException | RuntimeException e) {
      sightings.clear();
      log.debug("The tasks in the database cannot be looked after; tried again soon", e);
    }
  }

  private void lookAt(ClusterTask task, TaskTable.@Nullable Row row) throws SQLException {
    Instant now = clock.now();
    if (task.isClosed() || task.isRunning()) {
      sightings.remove(task.name());
    } else if (row == null) {
      log.warn("Task {} was missing in the database and is inserted again", task.name());
      table.makeDue(task.name(), now);
    } else if (row.picked()) {
      lookAtRun(task.name(), row, now);
    } else if (row.dueAt().isAfter(now.plus(task.interval()).plus(SLACK))) {
      table.makeDue(task.name(), now);
    }
    tellWake(task);
  }

  private void lookAtRun(String name, TaskTable.Row row, Instant now) throws SQLException {
    Sighting first = new Sighting(row.version(), row.lastHeartbeat(), 0);
    Sighting sighting = sightings.getOrDefault(name, first).again(row);
    sightings.put(name, sighting);
    if (sighting.looks() >= LOOKS && table.takeOver(name, row, now)) {
      log.warn("Task {} was left by a node that gives no sign of life and is taken over", name);
    }
  }

  /** Tells all nodes that a task was woken, if it was and they do not know. */
  void tellWake(ClusterTask task) throws SQLException {
    if (task.takeWake()) {
      boolean told = false;
      try {
        table.wake(task.name(), clock.now());
        told = true;
      } finally {
        if (!told) {
          task.keepWake();
        }
      }
    }
  }
}
