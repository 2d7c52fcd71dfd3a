// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A world on the embedded default, and the steps that its tests share. */
abstract class EmbeddedWorldTest {

  @TempDir Path folder;
  CrashWorld world;

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

  /** Starts a node and lets it route. */
  NodeProcess route(NodeSettings settings) {
    NodeProcess node = world.startNode(settings);
    node.go(KillPlan.NEVER);
    node.awaitRouting();
    return node;
  }

  /** Starts a node, lets it route to a point, and kills it there. */
  void killAt(NodeSettings settings, String point) {
    killAt(world.startNode(settings), point);
  }

  /** Does the same with an access token that ends before the node routes, so that it refreshes. */
  void killWithExpiredTokenAt(String point) {
    NodeProcess node = world.startNode();
    node.awaitReady();
    world.tiktok().expireAccessToken();
    killAt(node, point);
  }

  private void killAt(NodeProcess node, String point) {
    node.go(KillPlan.at(point, 1));
    assertThat(node.awaitPoint(Until.PATIENCE))
        .as(() -> world.troubles().toString())
        .isEqualTo(point);
    node.kill();
  }

  void addOrders(int count) {
    for (int i = 0; i < count; i++) {
      world.buyers().addAny();
    }
  }

  List<Violation> afterKill() {
    return world.read(store -> Checker.afterKill(world, store));
  }

  List<Violation> atEnd() {
    return world.open(database -> Checker.atEnd(world, database.orderStore()));
  }

  /** Lets a node do all that is left, stops it in order, and demands a clean record. */
  void finish(NodeProcess node) {
    boolean settled = world.settle();
    assertThat(node.stop()).isZero();
    assertThat(atEnd()).as(() -> world.troubles().toString()).isEmpty();
    assertThat(settled).as(world::story).isTrue();
  }
}
