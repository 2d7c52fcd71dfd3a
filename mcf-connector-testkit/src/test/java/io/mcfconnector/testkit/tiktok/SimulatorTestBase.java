// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.MutableClock;
import io.mcfconnector.testkit.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A simulator and somebody who calls it. */
abstract class SimulatorTestBase {

  static final Instant START = Instant.parse("2026-09-01T12:00:00Z");
  static final String SEARCH = "/order/202309/orders/search";
  static final String ORDERS = "/order/202309/orders";
  static final String AMAZON = "7248600717110282027";
  static final String UPS = "7117859084333745966";

  final MutableClock clock = MutableClock.at(START);
  final SampleOrders samples = SampleOrders.seeded(1);
  final TikTokShopSimulator simulator = configure(TikTokShopSimulator.builder(clock)).start();
  final Caller caller = new Caller(simulator, clock);

  TikTokShopSimulator.Builder configure(TikTokShopSimulator.Builder builder) {
    return builder;
  }

  @AfterEach
  void closeSimulator() {
    simulator.close();
  }

  SimulatedOrder added(SimulatedOrder order) {
    simulator.add(order);
    return order;
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  Caller.Answer ship(SimulatedOrder order, String number, String provider, String... lineIds) {
    String lines =
        lineIds.length == 0
            ? ""
            : ",\"order_line_item_ids\":[\"" + String.join("\",\"", lineIds) + "\"]";
    return caller.post(
        "/fulfillment/202309/orders/" + order.id() + "/packages",
        "{\"tracking_number\":\""
            + number
            + "\",\"shipping_provider_id\":\""
            + provider
            + "\""
            + lines
            + "}");
  }

  String lineId(SimulatedOrder order, int index) {
    return simulator.order(order.id()).units().get(index).lineItemId();
  }
}
