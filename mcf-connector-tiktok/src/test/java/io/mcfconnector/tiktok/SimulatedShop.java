// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.store.InMemoryTokenStore;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.tiktok.Recipient;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A simulated TikTok Shop, a client for it over real HTTP, and the virtual time both live in. */
final class SimulatedShop implements AutoCloseable {

  static final Instant START = Instant.parse("2026-09-01T12:00:00Z");
  static final String ORDER = "577900000000000001";
  static final String AMAZON = "7248600717110282027";

  /** Real time: so long an impatient client waits for an answer that does not come. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final VirtualTime time = VirtualTime.startingAt(START);
  final InMemoryTokenStore tokens = new InMemoryTokenStore();
  final TikTokShopSimulator tiktok;
  final TikTokSalesChannel channel;
  final TikTokShopClient client;

  private SimulatedShop(Setup setup, Duration callTimeout) {
    TikTokShopSimulator.Builder builder = TikTokShopSimulator.builder(time.clock());
    setup.change(builder);
    tiktok = builder.start();
    client = clientBuilder().callTimeout(callTimeout).build();
    channel = TikTokSalesChannel.of(client);
  }

  /** Starts another client for the same shop. */
  TikTokShopClient.Builder clientBuilder() {
    return TikTokShopClient.builder()
        .env(
            Map.of(
                "TIKTOK_APP_KEY", tiktok.appKey(),
                "TIKTOK_APP_SECRET", tiktok.appSecret(),
                "TIKTOK_REFRESH_TOKEN", tiktok.refreshToken(),
                "TIKTOK_SHOP_ID", tiktok.shopId(),
                "TIKTOK_API_BASE_URL", tiktok.url(),
                "TIKTOK_AUTH_BASE_URL", tiktok.url()))
        .tokenStore(tokens)
        .clock(time.clock())
        .pause(time.pause());
  }

  /** Changes the settings of the simulator. */
  interface Setup {
    void change(TikTokShopSimulator.Builder simulator);
  }

  static SimulatedShop start() {
    return start(simulator -> {});
  }

  /** Starts with a client that gives up after {@link #CALL_TIMEOUT}. */
  static SimulatedShop startImpatient() {
    return new SimulatedShop(simulator -> {}, CALL_TIMEOUT);
  }

  static SimulatedShop start(Setup setup) {
    return new SimulatedShop(setup, PATIENCE);
  }

  /** Lets time pass until so long after the start. */
  void at(Duration afterStart) {
    time.runUntil(START.plus(afterStart));
  }

  static SimulatedOrder.Builder order(String id) {
    return SimulatedOrder.builder(
        id,
        new Recipient(
            "Ada Example",
            "(+1)2175550100",
            "12 Sample Street",
            "Apt 4",
            "Springfield",
            "Sangamon",
            "Illinois",
            "62701"));
  }

  /** Adds an order of three mugs and lets its hold end. */
  void addOpenOrder() {
    tiktok.add(order(ORDER).units(SampleCatalogue.MUG_BLUE, 3).build());
    time.runFor(Duration.ofHours(1));
  }

  /** Returns an order as the channel shows it. */
  Order read(String id) {
    return channel.findOrders(List.of(OrderId.of(id))).orders().get(0);
  }

  /** Returns the id of a unit, counted from 0. */
  LineItemId unit(int index) {
    return LineItemId.of(tiktok.order(ORDER).units().get(index).lineItemId());
  }

  ShipmentConfirmation confirmation(String number, LineItemId... units) {
    return new ShipmentConfirmation(
        OrderId.of(ORDER),
        List.of(units),
        TrackingNumber.of(number),
        ShippingProviderId.of(AMAZON));
  }

  @Override
  public void close() {
    client.close();
    tiktok.close();
  }
}
