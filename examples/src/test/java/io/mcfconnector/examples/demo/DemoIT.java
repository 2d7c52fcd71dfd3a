// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoIT {

  @Test
  void run_allOrders_printsTableAndSucceeds() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    int exitCode = Demo.run(new PrintStream(printed, true, UTF_8));

    assertThat(exitCode).isZero();
    assertThat(printed.toString(UTF_8))
        .contains("29 orders: {SHIPPED=17, CANCELLED=2, SKIPPED=2, REVIEW=8}")
        .contains("creates sent again and refused by Amazon: 0")
        .contains("UNMAPPED_SKU", "ADDRESS_MASKED", "OUT_OF_STOCK", "AMAZON_UNFULFILLABLE")
        .contains(
            "what:",
            "details:",
            "why:",
            "to do:",
            "h are left",
            "settles 2 orders",
            "After the repairs:")
        .contains("TTS-578100000000000023-2")
        .doesNotContain("555-01", "Pepperwood", "Thimble");
  }

  @Test
  void playAndRepair_everyKind_endsWhereItShould() {
    DemoProgress quiet = new DemoProgress(silence(), SimulatedWorld.START);
    try (SimulatedWorld world = new SimulatedWorld(quiet)) {
      List<DemoOrder> orders = Demo.play(world);

      assertThat(orders).hasSize(29);
      for (DemoOrder order : orders) {
        RoutingRecord record = world.router().status(order.id()).orElseThrow();
        assertThat(record.state()).as(order.kind()).isEqualTo(order.expected());
        assertFulfillmentOrders(world, order, record);
        assertTracking(world, order, record);
      }

      assertThat(new DemoRepairs(world, silence()).apply(orders)).isTrue();
      assertThat(world.router().reviews()).isEmpty();
      assertThat(repairsOf(world, orders))
          .contains(
              "TRY_AGAIN", "mapped", "CORRECT_ADDRESS", "RELEASE", "SEND_AGAIN", "cancel", "SKIP");
    }
  }

  private static Stream<String> repairsOf(SimulatedWorld world, List<DemoOrder> orders) {
    return orders.stream()
        .flatMap(order -> world.router().explain(order.id()).orElseThrow().decisions().stream())
        .filter(decision -> decision.stage().equals("repair"))
        .map(Decision::rule);
  }

  private static void assertFulfillmentOrders(
      SimulatedWorld world, DemoOrder order, RoutingRecord record) {
    List<FulfillmentOrderSnapshot> placed =
        world.amazon().orders().stream()
            .filter(placedOrder -> placedOrder.id().contains(order.order().id()))
            .toList();
    boolean reachedAmazon =
        record.state() == RoutingState.SHIPPED
            || order.kind().equals(DemoOrders.CANCELLED_AFTER)
            || order.kind().equals(DemoOrders.UNFULFILLABLE);
    assertThat(placed).as(order.kind()).hasSize(reachedAmazon ? 1 : 0);
  }

  /**
   * Each unit at TikTok has the number of the parcel that the router gave it, and Amazon has it.
   */
  private static void assertTracking(SimulatedWorld world, DemoOrder order, RoutingRecord record) {
    if (record.state() != RoutingState.SHIPPED) {
      return;
    }
    OrderSnapshot atTikTok = world.tiktok().order(order.order().id());
    FulfillmentOrderSnapshot atAmazon =
        world.amazon().order(record.fulfillmentOrderId().value()).orElseThrow();
    assertThat(atTikTok.fullyShipped()).as(order.kind()).isTrue();
    for (OrderSnapshot.Unit unit : atTikTok.units()) {
      TrackedPackage parcel =
          record.packages().stream()
              .filter(tracked -> tracked.lineItems().contains(LineItemId.of(unit.lineItemId())))
              .findFirst()
              .orElseThrow();
      String number = String.valueOf(parcel.confirmation().number());
      assertThat(unit.trackingNumber()).isEqualTo(number);
      assertThat(atAmazon.packages())
          .anyMatch(
              sent ->
                  number.equals(sent.trackingNumber())
                      || number.equals(sent.amazonTrackingNumber()));
    }
    int parcels = order.kind().equals(DemoOrders.TWO_PACKAGES) ? 2 : 1;
    assertThat(atTikTok.trackingNumbers()).as(order.kind()).hasSize(parcels);
  }

  private static PrintStream silence() {
    return new PrintStream(java.io.OutputStream.nullOutputStream(), true, UTF_8);
  }
}
