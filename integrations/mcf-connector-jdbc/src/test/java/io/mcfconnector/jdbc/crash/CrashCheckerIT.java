// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.jdbc.crash.Violation.Rule;
import io.mcfconnector.spi.TaskScheduler;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker must notice routers that break one rule each; else its silence means nothing. */
class CrashCheckerIT {

  private static final int ROUNDS = 20;

  @TempDir private Path folder;
  private CrashWorld world;

  @BeforeEach
  void startWorld() {
    world =
        new CrashWorld(
            KillSuite.seed(), KillSuite.factor(), folder, CrashDatabases.embedded(folder));
  }

  @AfterEach
  void stopWorld() {
    world.close();
  }

  @Test
  void check_routerAsItIs_findsNothing() {
    world.buyers().add(Kind.PLAIN);

    killAfterCreate(Mutant.NONE);
    assertThat(afterKill()).isEmpty();
    NodeProcess next = goOn(Mutant.NONE);
    assertThat(world.settle()).as(world::story).isTrue();

    assertThat(next.stop()).isZero();
    assertThat(atEnd()).isEmpty();
  }

  @Test
  void check_noReadBack_findsRepeatedCreates() {
    world.buyers().add(Kind.PLAIN);

    killAfterCreate(Mutant.NO_READ_BACK);
    NodeProcess next = goOn(Mutant.NO_READ_BACK);
    assertThat(Until.holds(Until.PATIENCE, () -> !world.amazon().duplicateCreates().isEmpty()))
        .isTrue();

    next.kill();
    assertThat(atEnd()).extracting(Violation::rule).contains(Rule.READ_BEFORE_REPEAT);
  }

  @Test
  void check_intentAfterCall_findsOrderWithoutIntent() {
    world.buyers().add(Kind.PLAIN);

    killAfterCreate(Mutant.INTENT_AFTER_CALL);

    assertThat(afterKill()).extracting(Violation::rule).contains(Rule.INTENT_FIRST);
  }

  @Test
  void check_randomId_findsTwoOrdersForOne() {
    world.buyers().add(Kind.PLAIN);

    killAfterCreate(Mutant.RANDOM_ID);
    assertThat(afterKill()).extracting(Violation::rule).contains(Rule.INTENT_FIRST);
    NodeProcess next = goOn(Mutant.RANDOM_ID);
    assertThat(Until.holds(Until.PATIENCE, () -> world.amazon().orders().size() > 1)).isTrue();

    next.kill();
    assertThat(atEnd()).extracting(Violation::rule).contains(Rule.ONE_ORDER);
  }

  @Test
  void check_noFence_findsVersionReplacedTwice() throws Exception {
    race(Mutant.NO_FENCE);

    assertThat(world.acknowledged().violations())
        .extracting(Violation::rule)
        .contains(Rule.SAVED_ONCE);
  }

  @Test
  void check_twoRoutersWithFence_findsNothing() throws Exception {
    race(Mutant.NONE);

    assertThat(world.acknowledged().violations()).isEmpty();
  }

  private void killAfterCreate(Mutant mutant) {
    NodeProcess node = world.startNode(world.settings().with(mutant));
    node.go(KillPlan.at("call.createOrder/after", 1));
    assertThat(node.awaitPoint(Until.PATIENCE)).isNotNull();
    node.kill();
  }

  private NodeProcess goOn(Mutant mutant) {
    NodeProcess node = world.startNode(world.settings().with(mutant));
    node.go(KillPlan.NEVER);
    node.awaitRouting();
    return node;
  }

  private List<Violation> afterKill() {
    return world.read(store -> Checker.afterKill(world, store));
  }

  private List<Violation> atEnd() {
    return world.open(database -> Checker.atEnd(world, database.orderStore()));
  }

  /** Two routers that nobody keeps apart, on one store, always at the same time. */
  private void race(Mutant mutant) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (JdbcDatabase database = JdbcDatabase.open(world.dataSource(), world.settings().cipher());
        NodeRouter one = router(database, mutant, "one");
        NodeRouter other = router(database, mutant, "other")) {
      for (int i = 0; i < ROUNDS; i++) {
        world.buyers().add(Kind.PLAIN);
        List<Future<?>> runs =
            List.of(
                threads.submit(() -> runOnce(one, together)),
                threads.submit(() -> runOnce(other, together)));
        for (Future<?> run : runs) {
          run.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean runOnce(NodeRouter router, CyclicBarrier together) throws Exception {
    together.await();
    return router.router().runDue().isComplete();
  }

  private NodeRouter router(JdbcDatabase database, Mutant mutant, String name) {
    Reports reports = new Reports(line -> world.hear(name, line));
    return new NodeRouter(
        world.settings().with(mutant),
        database.orderStore(),
        database.tokenStore(),
        TaskScheduler.inProcess(),
        new KillPoints(reports),
        reports);
  }
}
