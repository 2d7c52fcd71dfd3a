// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.Repair;
import io.mcfconnector.Review;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.ReviewText;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** A person's part of the demo: reads why orders wait and applies one repair of each kind. */
final class DemoRepairs {

  private static final String PERSON = "pat";

  private final SimulatedWorld world;
  private final PrintStream out;

  DemoRepairs(SimulatedWorld world, PrintStream out) {
    this.world = world;
    this.out = out;
  }

  /** Repairs all orders of the demo that wait, lets time pass, and returns whether all ended. */
  boolean apply(List<DemoOrder> orders) {
    List<DemoOrder> waiting = orders.stream().filter(DemoOrder::isRepaired).toList();
    out.println("Waiting for a person, and what the person does:");
    waiting.forEach(this::repair);
    Demo.passTime(world, () -> areOver(waiting));
    out.println();
    out.println("After the repairs:");
    waiting.forEach(this::print);
    return areOver(waiting);
  }

  private boolean areOver(List<DemoOrder> orders) {
    return orders.stream().allMatch(order -> state(order) == order.afterRepair());
  }

  private void repair(DemoOrder order) {
    Review review = world.router().review(order.id()).orElse(null);
    if (review == null) {
      out.println();
      out.println("  " + order.id() + "  went on with an earlier repair  (" + order.kind() + ")");
      return;
    }
    ReviewText text = review.text();
    Duration slack = review.slack();
    out.println();
    out.println("  " + review.orderId() + "  " + review.code() + "  (" + order.kind() + ")");
    out.println("    what:     " + text.what());
    out.println("    details:  " + review.note().message());
    out.println("    why:      " + text.why());
    out.println("    to do:    " + text.toDo());
    if (slack != null) {
      out.println("    time:     " + slack.toHours() + " h are left");
    }
    out.println("    offers:   " + review.offers());
    Repair repair = chosen(order, review);
    out.println("    " + PERSON + " does: " + repair.preview());
    int moved = repair.apply(PERSON);
    out.println(
        "              " + (moved == 1 ? "settles 1 order" : "settles " + moved + " orders"));
  }

  private Repair chosen(DemoOrder order, Review review) {
    return switch (order.kind()) {
      case DemoOrders.UNMAPPED -> review.mapSku(nameOf(review), SimulatedWorld.UNMAPPED_MEANS);
      case DemoOrders.MASKED -> review.correctAddress(SimulatedWorld.ADDRESS_FROM_THE_BUYER);
      case DemoOrders.NO_CANDLE -> review.cancel(CancelReason.OUT_OF_STOCK);
      case DemoOrders.OUT_OF_STOCK -> {
        world.sendCandles();
        yield offered(review, Repair.Kind.TRY_AGAIN);
      }
      case DemoOrders.LOOK_FIRST -> offered(review, Repair.Kind.RELEASE);
      case DemoOrders.UNFULFILLABLE -> offered(review, Repair.Kind.SEND_AGAIN);
      default -> offered(review, Repair.Kind.SKIP);
    };
  }

  private static String nameOf(Review review) {
    return String.valueOf(review.unmappedSkus().get(0).sellerSku());
  }

  private static Repair offered(Review review, Repair.Kind kind) {
    return review.repairs().stream()
        .filter(repair -> repair.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private void print(DemoOrder order) {
    RoutingRecord record = world.router().status(order.id()).orElseThrow();
    out.println(
        String.format(
                "  %-18s  %-28s  %-9s  %s",
                order.id(),
                order.kind(),
                record.state(),
                record.intent() == null ? "" : record.fulfillmentOrderId())
            .stripTrailing());
  }

  private RoutingState state(DemoOrder order) {
    return world.router().status(order.id()).orElseThrow().state();
  }
}
