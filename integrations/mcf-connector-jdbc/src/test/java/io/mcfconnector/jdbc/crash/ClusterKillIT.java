// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.NeedsPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL, of which one is killed every few seconds. */
@NeedsPostgres
class ClusterKillIT {

  private static final int KILLS = Math.min(6, KillSuite.kills() / 10);
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);

  @TempDir private Path folder;
  private CrashWorld world;

  @BeforeEach
  void startWorld() {
    world = new CrashWorld(KillSuite.seed(), KillSuite.factor(), folder, CrashDatabases.postgres());
  }

  @AfterEach
  void stopWorld() {
    world.close();
  }

  @Test
  void route_oneOfTwoNodesKilledAgainAndAgain_placesAndConfirmsOnce() {
    KillChooser chooser = new KillChooser(KillSuite.seed());
    Tally tally = new Tally("two nodes on PostgreSQL", KillSuite.seed());
    Deque<NodeProcess> nodes = new ArrayDeque<>(List.of(startNode(), startNode()));
    for (int i = 0; i < KILLS; i++) {
      for (int n = 0; n < 4; n++) {
        world.buyers().addAny();
      }
      boolean ignored =
          Until.holds(
              BETWEEN_KILLS,
              () -> {
                world.buyers().act();
                return false;
              });
      nodes.remove().kill();
      chooser.count(KillChooser.MOMENT);
      assertThat(afterKill()).isEmpty();
      nodes.add(startNode());
    }
    boolean settled = world.settle();

    for (NodeProcess node : nodes) {
      assertThat(node.stop()).isZero();
    }
    List<Violation> found = world.open(opened -> Checker.atEnd(world, opened.orderStore()));
    tally.add(world, found);
    tally.print(chooser.kills());
    assertThat(found).as(() -> "replay with -Dcrash.seed=" + KillSuite.seed()).isEmpty();
    assertThat(settled).as(world::story).isTrue();
  }

  @Test
  void route_nodeStallsUntilItsDutiesAreTakenOver_isFencedOffWhenItGoesOn() {
    NodeProcess stalling = startNode();
    for (int i = 0; i < 10; i++) {
      world.buyers().add(Kind.PLAIN);
    }
    AtomicBoolean once = new AtomicBoolean();
    world.onCall(
        (operation, request) -> {
          if (operation.equals("createOrder") && once.compareAndSet(false, true)) {
            stalling.freeze();
          }
        });
    assertThat(Until.holds(Until.PATIENCE, once::get)).isTrue();
    NodeProcess other = startNode();
    assertThat(world.settle()).as(world::story).isTrue();

    stalling.thaw();
    world.buyers().add(Kind.PLAIN);
    assertThat(world.settle()).as(world::story).isTrue();

    assertThat(stalling.stop()).isZero();
    assertThat(other.stop()).isZero();
    assertThat(world.acknowledged().byNode()).containsKeys("node 1", "node 2");
    assertThat(world.<List<Violation>>open(opened -> Checker.atEnd(world, opened.orderStore())))
        .isEmpty();
  }

  private List<Violation> afterKill() {
    return world.read(store -> Checker.afterKill(world, store));
  }

  private NodeProcess startNode() {
    NodeProcess node = world.startNode(world.settings().clustered());
    node.go(KillPlan.NEVER);
    node.awaitRouting();
    return node;
  }
}
