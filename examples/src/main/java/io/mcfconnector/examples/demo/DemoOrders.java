// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.util.ArrayList;
import java.util.List;

/** The 25 orders of the demo, in the order in which they are placed. */
final class DemoOrders {

  static final String TIME_OUT = "time-out after create";
  static final String RESET = "connection lost after create";
  static final String THROTTLED = "429 at create";
  static final String TWO_PACKAGES = "two packages";
  static final String CANCELLED_BEFORE = "cancelled while on hold";
  static final String CANCELLED_AFTER = "cancelled after placing";
  static final String UNFULFILLABLE = "lost in the warehouse";

  private final SampleOrders samples = SampleOrders.seeded(2026);
  private final List<DemoOrder> orders = new ArrayList<>();

  private DemoOrders() {}

  static List<DemoOrder> all() {
    DemoOrders demo = new DemoOrders();
    demo.makeShipped();
    demo.makeOthers();
    return List.copyOf(demo.orders);
  }

  private void makeShipped() {
    for (int i = 0; i < 3; i++) {
      shipped("one unit", samples.plain());
    }
    for (int i = 0; i < 2; i++) {
      shipped("several units", samples.severalUnits());
    }
    for (int i = 0; i < 2; i++) {
      shipped("kit", samples.kit());
    }
    shipped("bundle", samples.bundle());
    shipped("bundle", samples.bundle());
    shipped(TWO_PACKAGES, samples.twoPackages());
    shipped(TWO_PACKAGES, samples.twoPackages());
    shipped("on hold", samples.onHold());
    shipped("on hold, no address", samples.onHoldWithoutAddress());
    shipped("paid now, no hold", samples.neverOnHold());
    shipped(TIME_OUT, samples.plain());
    shipped(RESET, samples.plain());
    shipped(THROTTLED, samples.plain());
  }

  private void makeOthers() {
    ends("fulfilled by TikTok", samples.fulfilledByTikTok(), RoutingState.SKIPPED);
    ends("label by TikTok", samples.labelByTikTok(), RoutingState.SKIPPED);
    ends("masked address", samples.maskedAddress(), RoutingState.REVIEW);
    ends("unmapped SKU", samples.unmappedSku(), RoutingState.REVIEW);
    ends("out of stock", samples.outOfStock(), RoutingState.REVIEW);
    ends(UNFULFILLABLE, samples.twoPackages(), RoutingState.REVIEW);
    ends(CANCELLED_BEFORE, samples.onHold(), RoutingState.CANCELLED);
    ends(CANCELLED_AFTER, samples.severalUnits(), RoutingState.CANCELLED);
  }

  private void shipped(String kind, SimulatedOrder order) {
    ends(kind, order, RoutingState.SHIPPED);
  }

  private void ends(String kind, SimulatedOrder order, RoutingState expected) {
    orders.add(new DemoOrder(kind, order, expected));
  }
}
