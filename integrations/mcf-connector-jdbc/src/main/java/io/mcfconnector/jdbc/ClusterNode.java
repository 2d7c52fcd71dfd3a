// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.jdbc.ClusterTask.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One db-scheduler with its threads, and the tasks it runs. Thread-safe. */
final class ClusterNode {

  private static final Logger log = LoggerFactory.getLogger(ClusterNode.class);

  private static final Duration POLLING_INTERVAL = Duration.ofMillis(500);

  // More than a host has. Each task that runs has a thread of its own, since it may wait for quota
  // for minutes; a thread that is idle for some seconds ends.
  private static final int MOST_TASKS = 10_000;
  private static final long IDLE_SECONDS = 10;

  // Polling, heartbeats, the watch and wake-ups wait for the database, but not for each other.
  private static final int HOUSEKEEPERS = 4;

  // Who is dead is found by TaskWatch, not by comparing clocks. db-scheduler's own way stays out.
  private static final int NEVER_DEAD = 1_000_000;
  private static final Duration NEVER_UNRESOLVED = Duration.ofDays(36_500);

  // Runs have ended by then, but for the one that closes its own handle; what is left is to store
  // their ends.
  private static final Duration SHUTDOWN_WAIT = Duration.ofMinutes(1);

  private final Map<String, ClusterTask> tasks = new ConcurrentHashMap<>();
  private final Set<Thread> runners = ConcurrentHashMap.newKeySet();
  private final TaskTable table;
  private final DatabaseClock clock;
  private final TaskWatch watch;
  private final ScheduledExecutorService housekeeper;
  private final Scheduler scheduler;

  private ClusterNode(
      DataSource dataSource, TaskTable table, DatabaseClock clock, Duration heartbeatInterval) {
    this.table = table;
    this.clock = clock;
    this.watch = new TaskWatch(table, clock, tasks.values());
    this.housekeeper = Executors.newScheduledThreadPool(HOUSEKEEPERS, ClusterNode::thread);
    CustomTask<Void> kind =
        Tasks.custom(TaskTable.KIND, Void.class)
            .onDeadExecution((complete, operations) -> {})
            .execute(this::run);
    this.scheduler =
        Scheduler.create(dataSource, kind)
            .tableName(TaskTable.TABLE)
            .jdbcCustomization(new OwnTasksOnly(this::runnable))
            .schedulerName(new SchedulerName.Fixed(uniqueName()))
            .clock(clock)
            .threads(MOST_TASKS)
            .executorService(
                new ThreadPoolExecutor(
                    0,
                    MOST_TASKS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    ClusterNode::thread))
            .dueExecutor(Executors.newSingleThreadExecutor(ClusterNode::thread))
            .housekeeperExecutor(housekeeper)
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(POLLING_INTERVAL)
            .heartbeatInterval(heartbeatInterval)
            .missedHeartbeatsLimit(NEVER_DEAD)
            .deleteUnresolvedAfter(NEVER_UNRESOLVED)
            .commitWhenAutocommitDisabled(true)
            .shutdownMaxWait(SHUTDOWN_WAIT)
            .build();
  }

  /**
   * Starts a node without tasks.
   *
   * @param heartbeatInterval time between two signs of life, and between two looks at the tasks
   * @throws StoreException when the database is not one for tasks
   */
  static ClusterNode start(DataSource dataSource, Duration heartbeatInterval) throws SQLException {
    TaskTable table = new TaskTable(dataSource);
    table.check();
    ClusterNode node =
        new ClusterNode(
            dataSource, table, DatabaseClock.of(table::time, System::nanoTime), heartbeatInterval);
    node.scheduler.start();
    long millis = heartbeatInterval.toMillis();
    var ignored =
        node.housekeeper.scheduleWithFixedDelay(node::look, millis, millis, TimeUnit.MILLISECONDS);
    return node;
  }

  /** Adds a task; returns false when there is one of its name. */
  boolean add(ClusterTask task) {
    return tasks.putIfAbsent(task.name(), task) == null;
  }

  /** Removes a task; returns whether it was the last one. */
  boolean remove(ClusterTask task) {
    return tasks.remove(task.name(), task) && tasks.isEmpty();
  }

  /** Makes a task due, and inserts it if it is not there. */
  void makeDue(ClusterTask task) throws SQLException {
    table.makeDue(task.name(), clock.now());
    scheduler.triggerCheckForDueExecutions();
  }

  /** Makes a task run soon, on whatever node. Returns at once. */
  void wake(ClusterTask task) {
    if (task.wake()) {
      try {
        housekeeper.execute(() -> tellWake(task));
      } catch (RejectedExecutionException e) {
        log.debug("Task {} is not woken, since this node stops", task.name());
      }
    }
  }

  /** Stops every thread; waits for that unless called by a task. */
  void stop() {
    Thread stopper = thread(scheduler::stop);
    stopper.start();
    if (!runners.contains(Thread.currentThread())) {
      joinUninterruptibly(stopper);
    }
  }

  private Collection<String> runnable() {
    return tasks.values().stream()
        .filter(task -> !task.isClosed() && !task.isRunning())
        .map(ClusterTask::name)
        .toList();
  }

  private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
    Execution picked = context.getExecution();
    ClusterTask task = tasks.get(instance.getId());
    Outcome outcome = task == null ? Outcome.NOT_RUN : runHere(task);
    return (complete, operations) -> {
      if (task == null || outcome == Outcome.NOT_RUN) {
        handOn(picked);
      } else {
        end(task, picked, outcome);
      }
    };
  }

  private Outcome runHere(ClusterTask task) {
    runners.add(Thread.currentThread());
    try {
      return task.run();
    } finally {
      runners.remove(Thread.currentThread());
      // What a task left of an interrupt must not keep the pool from giving a connection.
      boolean ignored = Thread.interrupted();
    }
  }

  private void handOn(Execution picked) {
    try {
      table.handOn(picked, clock.now());
    } catch (SQLException | RuntimeException e) {
      log.debug("Task {} cannot be handed on; it is taken over later", picked.getId(), e);
    }
  }

  private void end(ClusterTask task, Execution picked, Outcome outcome) {
    Instant now = clock.now();
    try {
      if (table.end(picked, outcome == Outcome.SUCCESS, now, now.plus(task.interval()))) {
        scheduler.triggerCheckForDueExecutions();
      } else {
        log.warn("Task {} was taken over by another node while this one ran it", task.name());
      }
    } catch (SQLException | RuntimeException e) {
      log.warn(
          "The end of a run of task {} cannot be stored; it is taken over later", task.name(), e);
    }
  }

  private void look() {
    watch.look();
    // Ends a wait that a clock which was set back has made longer.
    scheduler.triggerCheckForDueExecutions();
  }

  private void tellWake(ClusterTask task) {
    try {
      watch.tellWake(task);
      scheduler.triggerCheckForDueExecutions();
    } catch (SQLException | RuntimeException e) {
      log.debug("Task {} cannot be woken at the moment; tried again soon", task.name(), e);
    }
  }

  private static String uniqueName() {
    String host = new SchedulerName.Hostname().getName();
    // db-scheduler cuts a name after 50 characters.
    return host.substring(0, Math.min(20, host.length()))
        + "/"
        + ProcessHandle.current().pid()
        + "/"
        + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(body, "mcf-connector scheduler");
    thread.setDaemon(true);
    return thread;
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
