// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.util.ArrayList;
import java.util.List;

/** The 29 orders of the demo, in the order in which they are placed. */
final class DemoOrders {

  static final String TIME_OUT = "time-out after create";
  static final String RESET = "connection lost after create";
  static final String THROTTLED = "429 at create";
  static final String TWO_PACKAGES = "two packages";
  static final String CANCELLED_BEFORE = "cancelled while on hold";
  static final String CANCELLED_AFTER = "cancelled after placing";
  static final String UNFULFILLABLE = "lost in the warehouse";
  static final String MASKED = "masked address";
  static final String SHIPPED_BY_HAND = "masked, shipped by hand";
  static final String UNMAPPED = "unmapped SKU";
  static final String NO_CANDLE = "out of stock for good";
  static final String OUT_OF_STOCK = "out of stock";
  static final String LOOK_FIRST = "seller wants to look first";

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
    waits(MASKED, samples.maskedAddress(), RoutingState.SHIPPED);
    waits(UNMAPPED, samples.unmappedSku(), RoutingState.SHIPPED);
    waits(NO_CANDLE, samples.outOfStock(), RoutingState.CANCELLED);
    waits(UNFULFILLABLE, samples.twoPackages(), RoutingState.SHIPPED);
    ends(CANCELLED_BEFORE, samples.onHold(), RoutingState.CANCELLED);
    ends(CANCELLED_AFTER, samples.severalUnits(), RoutingState.CANCELLED);
    waits(UNMAPPED, samples.unmappedSku(), RoutingState.SHIPPED);
    waits(OUT_OF_STOCK, samples.outOfStock(), RoutingState.SHIPPED);
    waits(LOOK_FIRST, samples.plain(), RoutingState.SHIPPED);
    waits(SHIPPED_BY_HAND, samples.maskedAddress(), RoutingState.SKIPPED);
  }

  private void shipped(String kind, SimulatedOrder order) {
    ends(kind, order, RoutingState.SHIPPED);
  }

  private void waits(String kind, SimulatedOrder order, RoutingState afterRepair) {
    orders.add(new DemoOrder(kind, order, RoutingState.REVIEW, afterRepair));
  }

  private void ends(String kind, SimulatedOrder order, RoutingState expected) {
    orders.add(new DemoOrder(kind, order, expected, expected));
  }
}
