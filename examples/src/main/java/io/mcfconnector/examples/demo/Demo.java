// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Routes 29 orders of every kind between the simulators, prints what became of each, and repairs
 * those that wait for a person.
 */
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
      boolean repaired = new DemoRepairs(world, out).apply(orders);
      return report.isAsExpected() && repaired ? 0 : 1;
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
    passTime(world, () -> isOver(world, orders));
    return orders;
  }

  /** Lets time pass until a condition holds, but not for ever. */
  static void passTime(SimulatedWorld world, BooleanSupplier until) {
    Duration waited = Duration.ZERO;
    while (!until.getAsBoolean() && waited.compareTo(LONGEST) < 0) {
      world.time().runFor(STEP);
      waited = waited.plus(STEP);
    }
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
