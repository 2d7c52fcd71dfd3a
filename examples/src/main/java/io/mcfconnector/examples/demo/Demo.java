// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Routes 25 orders of every kind between the simulators and prints what became of each. */
public final class Demo {

  private static final Duration UNTIL_BUYERS_CHANGE_THEIR_MIND = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(3);

  private Demo() {}

  /** Runs the demo and returns the exit code: 0 when every order ended where it should. */
  public static int run(PrintStream out) {
    out.println("Both platforms run as simulators in this process; time is virtual, HTTP is real.");
    out.println();
    DemoProgress progress = new DemoProgress(out, SimulatedWorld.START);
    try (SimulatedWorld world = new SimulatedWorld(progress)) {
      List<DemoOrder> orders = play(world);
      DemoReport report = DemoReport.of(world, orders, progress);
      report.print(out);
      return report.isAsExpected() ? 0 : 1;
    }
  }

  /** Lets buyers place all orders and time pass until each of them came to its end. */
  static List<DemoOrder> play(SimulatedWorld world) {
    List<DemoOrder> orders = DemoOrders.all();
    for (DemoOrder order : orders) {
      world.prepare(order);
      world.tiktok().add(order.order());
    }
    world.router().start();
    world.time().runFor(UNTIL_BUYERS_CHANGE_THEIR_MIND);
    orders.forEach(order -> changeMind(world, order));
    Duration waited = Duration.ZERO;
    while (!isOver(world, orders) && waited.compareTo(LONGEST) < 0) {
      world.time().runFor(STEP);
      waited = waited.plus(STEP);
    }
    return orders;
  }

  private static void changeMind(SimulatedWorld world, DemoOrder order) {
    switch (order.kind()) {
      case DemoOrders.CANCELLED_BEFORE -> world.tiktok().cancel(order.order().id());
      case DemoOrders.CANCELLED_AFTER -> world.tiktok().requestCancel(order.order().id());
      default -> {}
    }
  }

  private static boolean isOver(SimulatedWorld world, List<DemoOrder> orders) {
    return orders.stream()
        .allMatch(
            order ->
                world
                    .router()
                    .status(order.id())
                    .map(RoutingRecord::state)
                    .filter(state -> isOver(state))
                    .isPresent());
  }

  private static boolean isOver(RoutingState state) {
    return state.isEnd() || state == RoutingState.SHIPPED || state == RoutingState.REVIEW;
  }
}
