// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders on hold, and what comes back of those that were shipped. */
class HoldIT {

  private static final Instant START = Instant.parse("2026-09-01T14:00:00Z");
  private static final String RETURN =
      "{\"items\":[{\"sellerReturnItemId\":\"%s\",\"sellerFulfillmentOrderItemId\":\"L1\","
          + "\"amazonShipmentId\":\"%s\",\"returnReasonCode\":\"Defective\"}]}";

  private final MutableClock clock = MutableClock.at(START);
  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(clock).withoutQuota().start();
  private Caller caller = Caller.authorized(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void update_orderOnHold_changesItAndLetsItGoFromThen() {
    simulator.stock("MUG", 5);
    caller.post(Caller.V2020, held("A"));
    at(Duration.ofDays(2));
    assertThat(caller.order2020("A").text("payload.fulfillmentOrder.fulfillmentOrderStatus"))
        .isEqualTo("Received");

    assertThat(
            caller
                .put(Caller.V2020 + "/A", "{\"displayableOrderComment\":\"Other words\"}")
                .status())
        .isEqualTo(200);
    assertThat(caller.put(Caller.V2020 + "/A", "{\"fulfillmentAction\":\"Ship\"}").status())
        .isEqualTo(200);

    assertThat(caller.order2020("A").text("payload.fulfillmentOrder.displayableOrderComment"))
        .isEqualTo("Other words");
    at(Duration.ofDays(2).plusHours(8));
    assertThat(caller.order2020("A").text("payload.fulfillmentOrder.fulfillmentOrderStatus"))
        .isEqualTo("Complete");
    at(Duration.ofDays(15));
    assertThat(caller.order2020("A").text("payload.fulfillmentOrder.fulfillmentOrderStatus"))
        .isEqualTo("Complete");
  }

  @Test
  void update_brokenOrNotOnHold_isRefused() {
    simulator.stock("MUG", 5);
    caller.post(Caller.V2020, held("A").replace("Hold", "Ship"));
    String ship = "{\"fulfillmentConfiguration\":{\"action\":\"SHIP\"}}";

    assertThat(caller.put(Caller.V2020 + "/A", "{\"fulfillmentAction\":\"Ship\"}").status())
        .isEqualTo(400);
    assertThat(caller.put(Caller.V2026 + "/orders/A", ship).status()).isEqualTo(400);
    assertThat(caller.put(Caller.V2026 + "/orders/A", "{}").status()).isEqualTo(400);
    assertThat(caller.put(Caller.V2020 + "/X", "{}").status()).isEqualTo(404);
    assertThat(caller.put(Caller.V2020 + "/A", "{\"fulfillmentAction\":\"Go\"}").status())
        .isEqualTo(400);
  }

  @Test
  void return_unitByUnit_untilNoneIsLeft() {
    simulator.stock("MUG", 5);
    caller.post(Caller.V2020, held("A").replace("Hold", "Ship"));
    String path = Caller.V2020 + "/A/return";
    assertThat(reason(caller.put(path, RETURN.formatted("R0", "S"))))
        .isEqualTo("NoCompletedShipItems");
    at(Duration.ofHours(8));
    String shipment = caller.order2020("A").text("payload.fulfillmentShipments.0.amazonShipmentId");

    assertThat(caller.put(path, RETURN.formatted("R1", shipment)).list("payload.returnItems"))
        .hasSize(1);
    assertThat(reason(caller.put(path, RETURN.formatted("R1", shipment))))
        .isEqualTo("DuplicateRequest");
    caller.put(path, RETURN.formatted("R2", shipment));
    assertThat(reason(caller.put(path, RETURN.formatted("R3", shipment))))
        .isEqualTo("NoReturnableQuantity");
    assertThat(caller.put(path, "{\"items\":[]}").status()).isEqualTo(400);
    assertThat(caller.order2020("A").list("payload.returnItems")).hasSize(2);
  }

  @Test
  void sandboxControls_inProduction_areDenied() {
    assertThat(caller.put(Caller.V2020 + "/A/status", "{}").status()).isEqualTo(403);
    assertThat(caller.put(Caller.V2026 + "/orders/A/status", "{}").status()).isEqualTo(403);
    assertThat(caller.post("/fba/inventory/v1/items", "{}").status()).isEqualTo(403);
    assertThat(caller.delete("/fba/inventory/v1/items/MUG").status()).isEqualTo(403);
  }

  private void at(Duration time) {
    clock.set(START.plus(time));
    caller = Caller.authorized(simulator);
  }

  private static String reason(Caller.Answer answer) {
    return answer.text("payload.invalidReturnItems.0.invalidItemReason.invalidItemReasonCode");
  }

  private static String held(String id) {
    return Bodies.order2020(id, Bodies.line2020("L1", "MUG", 2))
        .replace("\"fulfillmentAction\":\"Ship\"", "\"fulfillmentAction\":\"Hold\"");
  }
}
