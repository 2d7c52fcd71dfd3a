// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.line2026;
import static io.mcfconnector.testkit.amazon.Bodies.order2020;
import static io.mcfconnector.testkit.amazon.Bodies.order2026;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelIT {

  private static final String ORDERS_2026 = Caller.V2026 + "/orders";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-01T14:00:00Z"));
  private final SellingPartnerSimulator simulator = SellingPartnerSimulator.start(clock);
  private final Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void place() {
    simulator.stock("MUG", 10);
    caller.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 2)));
    caller.post(ORDERS_2026, order2026("B", line2026("L1", "MUG", "3")));
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void cancel_beforeProcessing_stopsTheOrderAndReturnsItsUnits() {
    clock.advance(Duration.ofMinutes(29));

    Caller.Answer older = caller.put(Caller.V2020 + "/A/cancel");
    Caller.Answer newer = caller.put(ORDERS_2026 + "/B/cancel");

    assertThat(older.status() + older.body()).isEqualTo("200{}");
    assertThat(newer.status() + newer.body()).isEqualTo("202{}");
    Caller.Answer order = caller.order2020("A");
    assertThat(order.text("payload.fulfillmentOrder.fulfillmentOrderStatus"))
        .isEqualTo("Cancelled");
    assertThat(order.number("payload.fulfillmentOrderItems.0.cancelledQuantity")).isEqualTo(2);
    Caller.Answer withNumber = caller.order2026("B");
    assertThat(withNumber.text("order.status")).isEqualTo("CANCELLED");
    assertThat(withNumber.text("order.shipments.0.status")).isEqualTo("CANCELLED");
    assertThat(simulator.stock("MUG")).isEqualTo(10);
    clock.advance(Duration.ofDays(3));
    assertThat(simulator.orders())
        .extracting(FulfillmentOrderSnapshot::status)
        .containsOnly("Cancelled");
  }

  @Test
  void cancel_inProcessing_isRefusedOrSilentlyTooLate() {
    clock.advance(Duration.ofMinutes(30));

    Caller.Answer older = caller.put(Caller.V2020 + "/A/cancel");
    Caller.Answer newer = caller.put(ORDERS_2026 + "/B/cancel");

    assertThat(older.error()).startsWith("400 InvalidInput");
    assertThat(newer.status()).isEqualTo(202);
    assertThat(simulator.orders())
        .extracting(FulfillmentOrderSnapshot::status)
        .containsOnly("Processing");
  }

  @Test
  void cancel_thatIsIgnored_isAcceptedAndShipsAnyway() {
    simulator.script(OrderScript.normal().cancelIgnored());
    caller.post(Caller.V2020, order2020("C", line2020("L1", "MUG", 1)));
    // Accepted orders keep their script.
    simulator.script(OrderScript.normal());

    assertThat(caller.put(Caller.V2020 + "/C/cancel").status()).isEqualTo(200);
    clock.advance(Duration.ofHours(8));

    assertThat(simulator.order("C").orElseThrow().status()).isEqualTo("Complete");
  }

  @Test
  void cancel_thatTakesTime_isTrueLaterUnlessAParcelLeft() {
    simulator.scriptFor("C", OrderScript.normal().cancelTakes(Duration.ofHours(1)));
    simulator.scriptFor("D", OrderScript.normal().cancelTakes(Duration.ofHours(9)));
    caller.post(Caller.V2020, order2020("C", line2020("L1", "MUG", 1)));
    caller.post(ORDERS_2026, order2026("D", line2026("L1", "MUG", "1")));

    assertThat(caller.put(Caller.V2020 + "/C/cancel").status()).isEqualTo(200);
    assertThat(caller.put(ORDERS_2026 + "/D/cancel").status()).isEqualTo(202);
    clock.advance(Duration.ofMinutes(59));
    assertThat(simulator.order("C").orElseThrow().status()).isEqualTo("Processing");
    clock.advance(Duration.ofMinutes(1));
    assertThat(simulator.order("C").orElseThrow().status()).isEqualTo("Cancelled");
    clock.advance(Duration.ofHours(9));
    assertThat(simulator.order("D").orElseThrow().status()).isEqualTo("Complete");
  }

  @Test
  void cancelOrRead_unknownOrder_isNotFound() {
    assertThat(caller.put(Caller.V2020 + "/X/cancel").status()).isEqualTo(404);
    assertThat(caller.put(ORDERS_2026 + "/X/cancel").status()).isEqualTo(404);
    assertThat(caller.order2020("X").error())
        .isEqualTo("404 NotFound: Requested order 'X' not found");
    assertThat(caller.order2026("X").headers())
        .containsEntry("x-amzn-errortype", "ResourceNotFoundException");
    assertThat(caller.order2020("X".repeat(41)).status()).isEqualTo(400);
    assertThat(caller.order2026("X".repeat(41)).status()).isEqualTo(400);
    assertThat(caller.order2020("A%2BB").error()).contains("'A B'");
  }

  @Test
  void read_unknownOrderInOldManner_isBadRequest() {
    try (SellingPartnerSimulator old =
        SellingPartnerSimulator.builder(clock).missingOrdersAs400().start()) {
      Caller oldCaller = Caller.authorized(old);

      assertThat(oldCaller.order2020("X").error())
          .isEqualTo("400 InvalidInput: Requested order 'X' not found");
      assertThat(oldCaller.order2026("X").status()).isEqualTo(400);
    }
  }
}
