// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** Kills one node after the other in a world, lets the last one finish, and checks all along. */
final class KillRun {

  private static final int FAULT_ONE_IN = 3;

  private final CrashWorld world;
  private final KillChooser chooser;
  private final Random random;
  private final List<Violation> violations = new ArrayList<>();

  KillRun(CrashWorld world, KillChooser chooser, long seed) {
    this.world = world;
    this.chooser = chooser;
    this.random = new Random(seed);
  }

  /** Kills so many nodes, each with a new order on its way, and returns what should not be. */
  List<Violation> run(int kills) {
    NodeProcess spare = world.startNode();
    for (int i = 0; i < kills; i++) {
      NodeProcess node = spare;
      spare = world.startNode();
      world.buyers().addAny();
      world.buyers().act();
      if (random.nextInt(FAULT_ONE_IN) == 0) {
        world.plantFault();
      }
      chooser.count(kill(node, chooser.next()));
      violations.addAll(world.read(store -> Checker.afterKill(world, store)));
    }
    finish(spare);
    return List.copyOf(violations);
  }

  /** Returns where the node died. */
  private String kill(NodeProcess node, KillChooser.Choice choice) {
    AtomicReference<String> arrived = new AtomicReference<>();
    world.onCall((operation, request) -> killDuring(node, choice.plan(), operation, arrived));
    node.go(choice.plan());
    String point = node.awaitPoint(choice.patience());
    world.onCall((operation, request) -> {});
    node.kill();
    String during = arrived.get();
    if (during != null) {
      return during;
    }
    return point == null ? KillChooser.MOMENT : point;
  }

  private void killDuring(
      NodeProcess node, KillPlan plan, String operation, AtomicReference<String> arrived) {
    String point = "call." + operation + KillChooser.DURING;
    boolean planned = plan.stops().stream().anyMatch(stop -> stop.point().equals(point));
    if (planned && arrived.compareAndSet(null, point)) {
      node.kill();
    }
  }

  private void finish(NodeProcess last) {
    last.go(KillPlan.NEVER);
    // Whatever is not settled by then, the checker names.
    boolean ignored = world.settle();
    int exit = last.stop();
    if (exit != 0) {
      throw new IllegalStateException("the last node ended with " + exit);
    }
    violations.addAll(world.open(database -> Checker.atEnd(world, database.orderStore())));
  }
}
