// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.NeedsPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database server that goes away in the middle of routing, and comes back. */
@NeedsPostgres
class DatabaseLossIT {

  private static final int COMMITS_CUT = 6;
  private static final int OUTAGES = 3;

  @TempDir private Path folder;
  private CrashWorld world;
  private TcpProxy proxy;

  @BeforeEach
  void startWorld() {
    String url = CrashDatabases.postgres();
    world = new CrashWorld(KillSuite.seed(), KillSuite.factor(), folder, url);
    proxy = TcpProxy.before(url);
  }

  @AfterEach
  void stopWorld() {
    world.close();
    proxy.close();
  }

  @Test
  void route_connectionsCutAndRefusedForAWhile_goesOnByItself() {
    NodeProcess node = startNode();
    for (int i = 0; i < OUTAGES; i++) {
      addOrders(4);
      assertThat(Until.holds(Until.PATIENCE, () -> !world.createCalls().isEmpty())).isTrue();
      proxy.cut();
      addOrders(2);
      int before = world.troubles().size();
      assertThat(Until.holds(Until.PATIENCE, () -> world.troubles().size() > before)).isTrue();
      assertThat(afterKill()).isEmpty();
      proxy.restore();
    }

    finish(node);
  }

  @Test
  void route_connectionDiesWithEachCommit_trustsOnlyWhatItReads() {
    NodeProcess node = startNode();
    addOrders(10);
    node.awaitRouting();
    proxy.cutAfterCommits(COMMITS_CUT);

    assertThat(Until.holds(Until.PATIENCE, () -> proxy.commitsToCut() == 0)).isTrue();
    assertThat(afterKill()).isEmpty();
    finish(node);
  }

  private NodeProcess startNode() {
    NodeProcess node = world.startNode(world.settings().with("database", proxy.url()));
    node.go(KillPlan.NEVER);
    return node;
  }

  private void addOrders(int count) {
    for (int i = 0; i < count; i++) {
      world.buyers().addAny();
    }
  }

  private void finish(NodeProcess node) {
    assertThat(world.settle()).as(world::story).isTrue();
    assertThat(node.stop()).isZero();
    assertThat(world.<List<Violation>>open(opened -> Checker.atEnd(world, opened.orderStore())))
        .isEmpty();
  }

  private List<Violation> afterKill() {
    return world.read(store -> Checker.afterKill(world, store));
  }
}
