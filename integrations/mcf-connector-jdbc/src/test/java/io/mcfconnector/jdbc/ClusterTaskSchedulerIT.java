// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.spi.TaskScheduler.Handle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** Several nodes in one process; {@link TakeOverIT} has nodes of their own. */
@NeedsPostgres
@Timeout(400)
class ClusterTaskSchedulerIT {

  private static final Duration NEVER = Duration.ofHours(1);

  /** A third of what nodes outside of tests take: all that follows from it takes a third too. */
  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);

  private final TaskDatabase database = TaskDatabase.create();
  private final List<Handle> handles = new CopyOnWriteArrayList<>();
  private final Semaphore runs = new Semaphore(0);

  @AfterEach
  void close() {
    handles.forEach(Handle::close);
    database.close();
  }

  @Test
  void schedule_oneNameOnThreeNodes_neverRunsTwiceAtATime() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicBoolean overlapped = new AtomicBoolean();
    Runnable task =
        () -> {
          overlapped.compareAndSet(false, running.incrementAndGet() > 1);
          LockSupport.parkNanos(100_000);
          running.decrementAndGet();
          runs.release();
          handles.forEach(Handle::wake);
        };
    for (int i = 0; i < 3; i++) {
      schedule(node(), "alone", Duration.ofMillis(1), task);
    }

    assertThat(runs.tryAcquire(200, 180, TimeUnit.SECONDS)).isTrue();
    assertThat(overlapped).isFalse();
  }

  @Test
  void wake_onAnotherNodeDuringRun_runsOnceMore() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Runnable task =
        () -> {
          runs.release();
          awaitOpen(release);
        };
    Handle first = schedule(node(), "place", NEVER, task);
    Handle second = schedule(node(), "place", NEVER, task);
    awaitRun();

    // Either node may be the one that does not run it.
    long dueTime = dueTime();
    first.wake();
    second.wake();
    Poll.until("a wake-up is told", () -> dueTime() != dueTime);
    release.countDown();

    awaitRun();
    assertThat(runs.tryAcquire(1, 2, TimeUnit.SECONDS)).as("a third run").isFalse();
  }

  @Test
  void wake_idleTask_runsSoonOnSomeNode() throws InterruptedException {
    schedule(node(), "place", NEVER, runs::release);
    awaitRun();
    Handle second = schedule(node(), "place", NEVER, runs::release);
    awaitRun();

    second.wake();

    awaitRun();
  }

  @Test
  void close_onOneNode_leavesTheTaskToTheOther() throws InterruptedException {
    Semaphore otherRuns = new Semaphore(0);
    TaskScheduler first = node();
    Handle closed = schedule(first, "sweep", Duration.ofMillis(1), runs::release);
    schedule(first, "goes on", NEVER, () -> {});
    awaitRun();
    schedule(node(), "sweep", Duration.ofMillis(1), otherRuns::release);

    closed.close();
    otherRuns.drainPermits();
    runs.drainPermits();

    assertThat(otherRuns.tryAcquire(10, 120, TimeUnit.SECONDS)).isTrue();
    assertThat(runs.availablePermits()).isZero();
  }

  @Test
  void close_oneOfTwoTasksDuringItsRun_returnsAfterItsEnd() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    TaskScheduler node = node();
    schedule(node, "goes on", NEVER, () -> {});
    Handle closed =
        schedule(
            node,
            "slow",
            NEVER,
            () -> {
              runs.release();
              awaitOpen(release);
              ended.set(true);
            });
    awaitRun();

    CompletableFuture<Boolean> endedAtReturn =
        CompletableFuture.supplyAsync(
            () -> {
              closed.close();
              return ended.get();
            });
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> endedAtReturn.get(200, TimeUnit.MILLISECONDS));
    release.countDown();

    assertThat(endedAtReturn.get(120, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void schedule_taskThatOtherNodesLack_isLeftToItsNode() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      schedule(node(), "other " + i, NEVER, () -> {});
    }
    Handle handle = schedule(node(), "it's mine \\ äöü", NEVER, runs::release);
    awaitRun();
    for (int i = 0; i < 5; i++) {
      handle.wake();
      awaitRun();
    }

    // Picked and given back once for each run and by nobody else.
    awaitIdle("it''s mine \\ äöü");
    assertThat(ask("select version from mcf_task where task_instance like '%mine%'"))
        .isEqualTo(1 + 2 * 6);
  }

  @Test
  void schedule_taskThatRunsOutOfStack_runsAgain() throws InterruptedException {
    schedule(
        node(),
        "deep",
        Duration.ofMillis(1),
        () -> {
          runs.release();
          throw new StackOverflowError("too deep");
        });

    assertThat(runs.tryAcquire(3, 120, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void schedule_taskThatLeavesAnInterrupt_runsAgainSoon() throws InterruptedException {
    schedule(
        ClusterTaskScheduler.on(new LoseableDataSource(database.url()), HEARTBEAT_INTERVAL),
        "interrupted",
        Duration.ofMillis(1),
        () -> {
          runs.release();
          Thread.currentThread().interrupt();
        });

    assertThat(runs.tryAcquire(3, 120, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void look_rowIsLost_insertsItAgain() throws InterruptedException {
    schedule(node(), "sweep", NEVER, runs::release);
    awaitRun();
    awaitIdle("sweep");

    assertThat(database.execute("delete from mcf_task")).isEqualTo(1);

    awaitRun();
  }

  @Test
  void look_dueTimeOfAClockSetBack_isBroughtForward() throws InterruptedException {
    schedule(node(), "sweep", Duration.ofMinutes(1), runs::release);
    awaitRun();
    awaitIdle("sweep");

    database.execute("update mcf_task set execution_time = execution_time + interval '1 hour'");

    awaitRun();
  }

  @Test
  void close_lastHandleInItsOwnRun_endsEveryThread() throws InterruptedException {
    CompletableFuture<Handle> self = new CompletableFuture<>();
    self.complete(
        schedule(
            node(),
            "closes itself",
            NEVER,
            () -> {
              self.join().close();
              runs.release();
            }));

    awaitRun();

    awaitThreadsEnded();
  }

  @Test
  void schedule_afterTheLastHandleIsClosed_startsAnew() throws InterruptedException {
    TaskScheduler node = node();
    for (int i = 0; i < 3; i++) {
      Handle handle = schedule(node, "sweep", NEVER, runs::release);
      awaitRun();
      handle.close();
    }

    awaitThreadsEnded();
  }

  @Test
  void schedule_databaseGoneForLongDuringRun_goesOnWithoutOverlap() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Runnable task =
        () -> {
          runs.release();
          awaitOpen(release);
        };
    LoseableDataSource ofFirst = new LoseableDataSource(database.url());
    LoseableDataSource ofSecond = new LoseableDataSource(database.url());
    Handle first =
        schedule(ClusterTaskScheduler.on(ofFirst, HEARTBEAT_INTERVAL), "place", NEVER, task);
    awaitRun();
    schedule(ClusterTaskScheduler.on(ofSecond, HEARTBEAT_INTERVAL), "place", NEVER, task);

    ofFirst.lost = true;
    ofSecond.lost = true;
    first.wake();
    // Longer than it takes to find a node dead; the node that runs it is back last.
    assertNoRunFor(8);
    ofSecond.lost = false;
    assertNoRunFor(2);
    ofFirst.lost = false;
    assertNoRunFor(4);
    release.countDown();

    // The wake-up was not lost.
    awaitRun();
  }

  @Test
  void schedule_databaseGoneAtEndOfRun_runsAgainLater() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    schedule(
        node(),
        "place",
        Duration.ofMillis(1),
        () -> {
          runs.release();
          awaitOpen(release);
        });
    awaitRun();

    PostgresServer.takeAway(database.url());
    release.countDown();
    assertThat(runs.tryAcquire(1, 5, TimeUnit.SECONDS)).isFalse();
    PostgresServer.giveBack(database.url());

    assertThat(runs.tryAcquire(1, 120, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void schedule_noTables_tellsToMigrate() {
    TaskScheduler node =
        ClusterTaskScheduler.on(PostgresServer.dataSource(PostgresServer.createDatabase()));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> schedule(node, "sweep", NEVER, runs::release))
        .withMessageContaining("missing")
        .withMessageContaining("migrate");

    awaitThreadsEnded();
  }

  @Test
  void schedule_notPostgres_tellsSo() {
    TaskScheduler node = ClusterTaskScheduler.on(new SQLiteDataSource());

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> schedule(node, "sweep", NEVER, runs::release))
        .withMessageContaining("PostgreSQL only");
  }

  @Test
  void schedule_databaseGone_isRefusedAndMayBeTriedAgain() throws InterruptedException {
    TaskScheduler node = node();
    PostgresServer.takeAway(database.url());

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> schedule(node, "sweep", NEVER, runs::release))
        .withMessageContaining("reached");

    PostgresServer.giveBack(database.url());
    schedule(node, "sweep", NEVER, runs::release);
    awaitRun();
  }

  private TaskScheduler node() {
    return ClusterTaskScheduler.on(database.dataSource(), HEARTBEAT_INTERVAL);
  }

  private Handle schedule(TaskScheduler node, String name, Duration interval, Runnable task) {
    Handle handle = node.schedule(name, interval, task);
    handles.add(handle);
    return handle;
  }

  private void awaitRun() throws InterruptedException {
    assertThat(runs.tryAcquire(1, 120, TimeUnit.SECONDS)).as("the task ran").isTrue();
  }

  private void assertNoRunFor(int seconds) throws InterruptedException {
    assertThat(runs.tryAcquire(1, seconds, TimeUnit.SECONDS)).as("a run beside the run").isFalse();
  }

  private void awaitIdle(String name) {
    Poll.until(
        "task " + name + " is idle",
        () ->
            ask("select count(*) from mcf_task where not picked and task_instance = '" + name + "'")
                == 1);
  }

  private long dueTime() {
    return ask("select (extract(epoch from execution_time) * 1000000)::bigint from mcf_task");
  }

  private static void awaitThreadsEnded() {
    Poll.until(
        "no thread of a scheduler is left",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("mcf-connector ")));
  }

  private long ask(String sql) {
    return database.ask(sql);
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      assertThat(latch.await(180, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Connections for one node; none for threads that are interrupted, as pools do. */
  private static final class LoseableDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private volatile boolean lost;

    private LoseableDataSource(String url) {
      setURL(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (lost || Thread.interrupted()) {
        throw new SQLException("no connection now");
      }
      return super.getConnection();
    }
  }
}
