// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mcfconnector.testkit.tiktok.Caller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AfterPlacingIT extends SimulatorTestBase {

  private static final String CANCELLATIONS = "/return_refund/202309/cancellations";

  @Override
  TikTokShopSimulator.Builder configure(TikTokShopSimulator.Builder builder) {
    return builder.mcfWarehouse(SampleCatalogue.WAREHOUSE);
  }

  @Test
  void requestCancel_ofOneUnit_isGrantedForThatUnitOnly() {
    SimulatedOrder order = added(samples.severalUnits());
    simulator.requestCancel(order.id(), lineId(order, 1));

    Answer found = caller.post(CANCELLATIONS + "/search", "{}");
    String row = "data.cancellations.0.";
    assertThat(found.list(row + "cancel_line_items")).hasSize(1);
    assertThat(found.text(row + "cancel_line_items.0.order_line_item_id"))
        .isEqualTo(lineId(order, 1));
    assertThat(found.list(row + "seller_next_action_response")).hasSize(1);
    Answer approved =
        caller.post(CANCELLATIONS + "/" + found.text(row + "cancel_id") + "/approve", "");

    assertThat(approved.code()).isZero();
    assertThat(simulator.order(order.id()).status()).isEqualTo("AWAITING_SHIPMENT");
    assertThat(simulator.order(order.id()).units())
        .extracting(OrderSnapshot.Unit::cancelled)
        .containsExactly(false, true, false);
    assertThat(ship(order, "TBA1", AMAZON, lineId(order, 1)).code()).isEqualTo(21042057);
    assertThat(ship(order, "TBA1", AMAZON).list("data.order_line_item_ids")).hasSize(2);
    assertThat(simulator.order(order.id()).status()).isEqualTo("AWAITING_COLLECTION");
  }

  @Test
  void requestCancel_unanswered_isGrantedAtItsDeadlineForItsUnits() {
    SimulatedOrder order = added(samples.twoPackages());
    ship(order, "TBA1", AMAZON, lineId(order, 0));
    simulator.requestCancel(order.id(), lineId(order, 1));

    pass(Duration.ofDays(2));

    OrderSnapshot after = simulator.order(order.id());
    assertThat(after.units().get(1).cancelled()).isTrue();
    assertThat(after.status()).isEqualTo("IN_TRANSIT");
    assertThat(after.updatedAt()).isEqualTo(clock.instant());
  }

  @Test
  void withdrawCancel_endsTheRequest() {
    SimulatedOrder order = added(samples.plain());
    simulator.requestCancel(order.id());
    simulator.withdrawCancel(order.id());

    assertThat(simulator.order(order.id()).cancelRequested()).isFalse();
    assertThat(
            caller.post(CANCELLATIONS + "/search", "{}").text("data.cancellations.0.cancel_status"))
        .isEqualTo("CANCELLATION_REQUEST_CANCELLED");
    assertThatIllegalStateException().isThrownBy(() -> simulator.withdrawCancel(order.id()));
  }

  @Test
  void sellerCancel_ofOneUnit_needsOutOfStock() {
    SimulatedOrder order = added(samples.severalUnits());

    assertThat(cancelLine(order, "seller_cancel_reason_wrong_price").code()).isEqualTo(25005010);
    assertThat(cancelLine(order, "seller_cancel_reason_out_of_stock").code()).isZero();

    assertThat(simulator.order(order.id()).status()).isEqualTo("AWAITING_SHIPMENT");
    assertThat(simulator.order(order.id()).units().get(0).cancelled()).isTrue();
  }

  @Test
  void ship_withOpenRequest_isBlockedWhenAskedFor() {
    SimulatedOrder order = added(samples.plain());
    simulator.requestCancel(order.id());
    simulator.blockShippingOnCancelRequest(21011007);

    assertThat(ship(order, "TBA1", AMAZON).code()).isEqualTo(21011007);

    simulator.blockShippingOnCancelRequest(0);
    assertThat(ship(order, "TBA1", AMAZON).code()).isZero();
  }

  @Test
  void warning_scripted_isInTheAnswer() {
    simulator.warnNext(ShippingWarning.VERIFICATION_TIMED_OUT);
    simulator.warnFor("TBA9", ShippingWarning.NO_PROVIDER_FOR_NUMBER);
    SimulatedOrder first = added(samples.plain());
    SimulatedOrder second = added(samples.plain());

    assertThat(ship(first, "TBA1", AMAZON).text("data.warning.message")).contains("timed out");
    assertThat(ship(second, "TBA9", AMAZON).text("data.warning.message")).contains("no provider");
    pass(Duration.ofDays(2));

    assertThat(simulator.order(first.id()).status()).isEqualTo("IN_TRANSIT");
    assertThat(simulator.order(second.id()).status()).isEqualTo("AWAITING_COLLECTION");
  }

  @Test
  void mcfWarehouse_fiveWrongNumbers_isSwitchedOff() {
    for (int i = 1; i <= 5; i++) {
      assertThat(simulator.isSwitchedOff(SampleCatalogue.WAREHOUSE)).isFalse();
      SimulatedOrder order = added(samples.plain());
      simulator.shipByHand(order.id(), "1Z000000000000000" + i, UPS);
      assertThat(simulator.wrongNumbers(SampleCatalogue.WAREHOUSE)).isEqualTo(i);
    }
    ship(added(samples.plain()), "AFTN0001", AMAZON);

    assertThat(simulator.wrongNumbers(SampleCatalogue.WAREHOUSE)).isEqualTo(5);
    assertThat(simulator.isSwitchedOff(SampleCatalogue.WAREHOUSE)).isTrue();
    assertThat(caller.get("/logistics/202309/warehouses").text("data.warehouses.0.effect_status"))
        .isEqualTo("DISABLED");
  }

  private Answer cancelLine(SimulatedOrder order, String reason) {
    return caller.post(
        CANCELLATIONS,
        "{\"order_id\":\""
            + order.id()
            + "\",\"cancel_reason\":\""
            + reason
            + "\",\"order_line_item_ids\":[\""
            + lineId(order, 0)
            + "\"]}");
  }
}
