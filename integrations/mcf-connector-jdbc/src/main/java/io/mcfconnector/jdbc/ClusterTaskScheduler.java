// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.spi.TaskScheduler;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs each task on one node at a time, for the nodes that share a PostgreSQL. Needs db-scheduler
 * on the class path. Thread-safe.
 *
 * <p>All nodes schedule the same tasks, and whichever comes first runs one. A wake-up reaches the
 * node that runs the task. The tasks of a node that is killed run on another within 30 seconds.
 *
 * <p>A node that was stopped for that long, or cut off from the database, and then goes on, may end
 * its run while another node runs the same task. The router's store is safe against that: each save
 * compares the version of the record, and who lost the comparison throws its finding away.
 *
 * <p>A run holds a thread, but no connection. A node uses up to four connections of the data source
 * for moments, and as many again as runs end at the same time.
 */
public final class ClusterTaskScheduler implements TaskScheduler {

  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(3);

  private final DataSource dataSource;
  private final Duration heartbeatInterval;
  private @Nullable ClusterNode node;

  private ClusterTaskScheduler(DataSource dataSource, Duration heartbeatInterval) {
    this.dataSource = dataSource;
    this.heartbeatInterval = heartbeatInterval;
  }

  /**
   * Returns a scheduler on tables that {@link JdbcDatabase#migrate} made. It uses them from the
   * first task on.
   *
   * @param dataSource gives connections to PostgreSQL; stays open when all tasks are closed
   */
  public static ClusterTaskScheduler on(DataSource dataSource) {
    return on(dataSource, HEARTBEAT_INTERVAL);
  }

  /** Returns a scheduler that gives, and expects, signs of life so often. */
  static ClusterTaskScheduler on(DataSource dataSource, Duration heartbeatInterval) {
    return new ClusterTaskScheduler(dataSource, heartbeatInterval);
  }

  /**
   * Schedules a task on this node, and makes it due now when no node runs it.
   *
   * @param name the same for the same task on every node
   * @param interval time between the end of a run and the start of the next, on whatever node
   * @param task what to do on this node when its turn comes
   * @throws IllegalArgumentException when this scheduler has a task of that name
   * @throws StoreException when the database cannot be reached, is not PostgreSQL, or its tables
   *     are not of this version
   */
  @Override
  public Handle schedule(String name, Duration interval, Runnable task) {
    ClusterTask added = new ClusterTask(name, interval, task);
    Scheduled scheduled = new Scheduled(addToNode(added), added);
    try {
      scheduled.node.makeDue(added);
      return scheduled;
    } catch (SQLException e) {
      scheduled.close();
      throw notStored(e);
    } catch (RuntimeException e) {
      scheduled.close();
      throw e;
    }
  }

  /** Looks whether tasks can be shared on the tables; starts no node. */
  @Override
  public List<Finding> checkUp() {
    try {
      new TaskTable(dataSource).check();
      return List.of(
          Finding.ok(Check.SCHEDULER, "", "Every node of this database shares the duties."));
    } catch (SQLException | StoreException e) {
      String said = e instanceof StoreException ? e.getMessage() : e.getClass().getSimpleName();
      return List.of(
          Finding.problem(
              Check.SCHEDULER,
              "",
              "The tasks cannot be kept: " + said,
              "Let JdbcDatabase.migrate run on this PostgreSQL, and check that it is reached."));
    }
  }

  private synchronized ClusterNode addToNode(ClusterTask task) {
    ClusterNode current = node == null ? startNode() : node;
    if (!current.add(task)) {
      throw new IllegalArgumentException("a task named '" + task.name() + "' is scheduled already");
    }
    node = current;
    return current;
  }

  private ClusterNode startNode() {
    try {
      return ClusterNode.start(dataSource, heartbeatInterval);
    } catch (SQLException e) {
      throw notStored(e);
    }
  }

  private static StoreException notStored(SQLException e) {
    return new StoreException(
        "The tasks cannot be stored in the database. Check that it can be reached and written.", e);
  }

  /** Returns whether the node has no task any more and is to be stopped. */
  private synchronized boolean isIdleWithout(ClusterNode from, ClusterTask task) {
    if (!from.remove(task)) {
      return false;
    }
    node = null;
    return true;
  }

  private final class Scheduled implements Handle {
    private final ClusterNode node;
    private final ClusterTask task;

    private Scheduled(ClusterNode node, ClusterTask task) {
      this.node = node;
      this.task = task;
    }

    @Override
    public void wake() {
      node.wake(task);
    }

    @Override
    public void close() {
      task.close();
      if (isIdleWithout(node, task)) {
        node.stop();
      }
    }
  }
}
