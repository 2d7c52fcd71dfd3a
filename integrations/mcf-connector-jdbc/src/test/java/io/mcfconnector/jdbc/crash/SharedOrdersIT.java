// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.NeedsPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes that share many orders on one PostgreSQL, and lose one of them halfway. */
@NeedsPostgres
class SharedOrdersIT {

  private static final int ORDERS = Integer.getInteger("crash.orders", 200);
  private static final int MANY = 1_000;
  private static final int ODD_ONE_IN = 20;

  @TempDir private Path folder;
  private @Nullable CrashWorld opened;

  /** Two nodes also share orders in {@link ClusterKillIT}, so an ordinary build has three here. */
  static List<Integer> nodes() {
    return ORDERS < MANY ? List.of(3) : List.of(2, 3);
  }

  @AfterEach
  void stopWorld() {
    if (opened != null) {
      opened.close();
    }
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void route_oneNodeKilledHalfway_othersTakeOver(int count) {
    Tally tally = new Tally(count + " nodes share orders", KillSuite.seed());
    CrashWorld world =
        new CrashWorld(KillSuite.seed(), KillSuite.factor(), folder, CrashDatabases.postgres());
    opened = world;
    for (int i = 0; i < ORDERS; i++) {
      if (i % ODD_ONE_IN == 0) {
        world.buyers().addAny();
      } else {
        world.buyers().add(Kind.PLAIN);
      }
    }
    List<NodeProcess> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(world.startNode(world.settings().clustered().unhurried()));
    }
    nodes.forEach(node -> node.go(KillPlan.NEVER));

    assertThat(Until.holds(Until.PATIENCE, () -> world.acknowledged().count("PLACED") > ORDERS / 3))
        .isTrue();
    Acknowledged.Save last = world.acknowledged().last("PLACING");
    NodeProcess placing = nodes.get(Integer.parseInt(last.node().substring("node ".length())) - 1);
    placing.kill();
    long killedAt = System.nanoTime();
    assertThat(
            Until.holds(
                Until.PATIENCE, () -> world.acknowledged().last("PLACING").nanos() > killedAt))
        .isTrue();
    Duration takeOver =
        Duration.ofNanos(world.acknowledged().firstAfter("PLACING", killedAt).nanos() - killedAt);
    boolean settled = world.settle();

    nodes.remove(placing);
    nodes.forEach(node -> assertThat(node.stop()).isZero());
    List<Violation> found = world.open(store -> Checker.atEnd(world, store.orderStore()));
    tally.add(world, found);
    tally.note("placing taken over after " + takeOver.toMillis() + " ms, real time");
    tally.note("saves by node: " + world.acknowledged().byNode());
    tally.print(Map.of(KillChooser.MOMENT, 1));
    assertThat(found).isEmpty();
    assertThat(settled).as(world::story).isTrue();
  }
}
