// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.ArrayList;
import java.util.List;

/** What buyers do to their orders, under the rules of the shop. */
final class People {

  private final ShopWorld world;
  private final ReturnsDesk returns;

  People(ShopWorld world, ReturnsDesk returns) {
    this.world = world;
    this.returns = returns;
  }

  void requestCancel(String orderId, String... unitIds) {
    LiveOrder order = known(orderId);
    require(order, order.status().isShippable(), "ask for a cancellation");
    List<LiveUnit> open = order.openUnits();
    List<LiveUnit> wanted = new ArrayList<>();
    for (String unitId : unitIds) {
      wanted.add(
          open.stream()
              .filter(unit -> unit.id().equals(unitId))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "order " + orderId + " has no open unit " + unitId)));
    }
    order.requestCancel(wanted.isEmpty() ? open : wanted, world.now());
  }

  void withdrawCancel(String orderId) {
    LiveOrder order = known(orderId);
    require(order, order.cancelRequested(), "withdraw a cancel request");
    order.closeCancelRequest(world.now());
  }

  void cancel(String orderId) {
    LiveOrder order = known(orderId);
    boolean unshipped =
        order.status().isBeforeCollection() && order.status() != OrderStatus.PARTIALLY_SHIPPING;
    require(order, unshipped, "cancel");
    order.cancel(world.now(), "BUYER", CancelLog.BUYERS_REASON);
  }

  void changeAddress(String orderId, Recipient recipient) {
    LiveOrder order = known(orderId);
    require(order, order.status().isBeforeCollection(), "change the address");
    order.changeAddress(recipient, world.now());
  }

  void requestReturn(String orderId) {
    LiveOrder order = known(orderId);
    require(order, order.deliveredAt() != null, "ask for a return");
    returns.add(order);
  }

  LiveOrder known(String orderId) {
    LiveOrder order = world.find(orderId);
    if (order == null) {
      throw new IllegalArgumentException("the simulated shop has no order " + orderId);
    }
    return order;
  }

  private static void require(LiveOrder order, boolean allowed, String what) {
    if (!allowed) {
      throw new IllegalStateException(
          "the buyer of order " + order.id() + " cannot " + what + " when it is " + order.status());
    }
  }
}
