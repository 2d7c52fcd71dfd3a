// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mcfconnector.testkit.tiktok.Caller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FulfillmentDeskIT extends SimulatorTestBase {

  private static final String NUMBER = "TBA300000000011";

  @Test
  void mark_wholeOrder_createsPackage() {
    SimulatedOrder order = added(samples.severalUnits());

    Answer answer = ship(order, NUMBER, AMAZON);

    assertThat(answer.code()).isZero();
    assertThat(answer.text("data.order_id")).isEqualTo(order.id());
    assertThat(answer.list("data.order_line_item_ids")).hasSize(3);
    assertThat(answer.at("data.warning")).isNull();
    OrderSnapshot snapshot = simulator.order(order.id());
    assertThat(snapshot.status()).isEqualTo("AWAITING_COLLECTION");
    assertThat(snapshot.fullyShipped()).isTrue();
    assertThat(snapshot.shippedAt()).isEqualTo(START);
    assertThat(snapshot.trackingNumbers()).containsExactly(NUMBER);
    assertThat(snapshot.units())
        .allSatisfy(
            unit -> {
              assertThat(unit.packageId()).isEqualTo(answer.text("data.package_id"));
              assertThat(unit.shippingProviderId()).isEqualTo(AMAZON);
            });
    assertThat(simulator.stock(SampleCatalogue.MUG_BLUE)).isEqualTo(new StockSnapshot(997, 0, 0));
  }

  @Test
  void mark_parcelByParcel_isPartialUntilTheLast() {
    SimulatedOrder order = added(samples.severalUnits());

    Answer first = ship(order, NUMBER, AMAZON, lineId(order, 0), lineId(order, 2));
    assertThat(first.list("data.order_line_item_ids")).hasSize(2);
    assertThat(simulator.order(order.id()).status()).isEqualTo("PARTIALLY_SHIPPING");
    Answer partial = caller.get(ORDERS, "ids", order.id());
    assertThat(partial.text("data.orders.0.line_items.0.display_status"))
        .isEqualTo("AWAITING_COLLECTION");
    assertThat(partial.text("data.orders.0.line_items.0.package_id"))
        .isEqualTo(first.text("data.package_id"));
    assertThat(partial.text("data.orders.0.line_items.1.display_status"))
        .isEqualTo("AWAITING_SHIPMENT");
    assertThat(partial.text("data.orders.0.tracking_number")).isEqualTo(NUMBER);
    assertThat(ship(order, "TBA300000000012", AMAZON).code())
        .as("lines must be named now")
        .isEqualTo(21011048);
    assertThat(ship(order, "TBA300000000012", AMAZON, lineId(order, 2)).code()).isEqualTo(21011006);

    Answer last = ship(order, "TBA300000000012", AMAZON, lineId(order, 1));
    assertThat(last.text("data.package_id")).isNotEqualTo(first.text("data.package_id"));
    assertThat(simulator.order(order.id()).status()).isEqualTo("AWAITING_COLLECTION");
    assertThat(caller.get(ORDERS, "ids", order.id()).list("data.orders.0.packages")).hasSize(2);
  }

  @Test
  void mark_twice_isRefused() {
    SimulatedOrder order = added(samples.plain());
    ship(order, NUMBER, AMAZON, lineId(order, 0));

    assertThat(ship(order, NUMBER, AMAZON, lineId(order, 0)).code()).isEqualTo(21011006);
    pass(Duration.ofDays(5));
    assertThat(ship(order, "TBA2", AMAZON).code()).isEqualTo(21011006);
  }

  @Test
  void mark_whenStateForbids_isRefused() {
    SimulatedOrder held = added(samples.onHold());
    SimulatedOrder unpaid = added(samples.unpaid());
    SimulatedOrder cancelled = added(samples.plain());
    simulator.cancel(cancelled.id());

    assertThat(ship(held, NUMBER, AMAZON).code()).isEqualTo(21011044);
    assertThat(ship(unpaid, NUMBER, AMAZON).code()).isEqualTo(21042057);
    assertThat(ship(cancelled, NUMBER, AMAZON).code()).isEqualTo(21042057);
    assertThat(ship(added(samples.fulfilledByTikTok()), NUMBER, AMAZON).code()).isEqualTo(21008025);
    assertThat(ship(added(samples.labelByTikTok()), NUMBER, AMAZON).code()).isEqualTo(21011004);
    assertThat(ship(samples.plain(), NUMBER, AMAZON).code()).as("unknown").isEqualTo(21008111);
    assertThat(simulator.orders()).noneMatch(OrderSnapshot::fullyShipped);
  }

  @Test
  void mark_badNumberProviderOrLine_isRefused() {
    SimulatedOrder order = added(samples.plain());
    SimulatedOrder other = added(samples.plain());

    assertThat(ship(order, "TBA 3#", AMAZON).code()).isEqualTo(21004012);
    assertThat(ship(order, NUMBER, "1").code()).isEqualTo(21011022);
    assertThat(ship(order, NUMBER, AMAZON, lineId(other, 0)).code()).isEqualTo(21011029);
    assertThat(ship(order, "", AMAZON).code()).isEqualTo(36009004);
    assertThat(simulator.order(order.id()).fullyShipped()).isFalse();
  }

  @Test
  void mark_numberUsedBefore_isRefused() {
    SimulatedOrder first = added(samples.plain());
    ship(first, NUMBER, AMAZON);
    SimulatedOrder stranger = added(samples.severalUnits());

    assertThat(ship(stranger, NUMBER, AMAZON).code()).isEqualTo(21034012);
    ship(stranger, "TBA2", AMAZON, lineId(stranger, 0));
    assertThat(ship(stranger, "TBA2", AMAZON, lineId(stranger, 1)).code()).isEqualTo(21011025);
  }

  @Test
  void mark_oneNumberForOneAddress_coversTwentyOrders() {
    Recipient recipient = samples.recipient();
    for (int i = 1; i <= 21; i++) {
      SimulatedOrder order =
          added(
              SimulatedOrder.builder(Long.toString(578100000000000800L + i), recipient)
                  .age(Duration.ofHours(2))
                  .units(SampleCatalogue.MUG_BLUE, 1)
                  .build());
      assertThat(ship(order, NUMBER, AMAZON).code()).isEqualTo(i <= 20 ? 0 : 21011026);
    }
  }

  @Test
  void mark_numberThatDoesNotFit_isTakenWithWarning() {
    assertWarning(ship(added(samples.plain()), "1Z0000000000000001", AMAZON), "UPS");
    assertWarning(ship(added(samples.plain()), NUMBER, UPS), "Amazon Logistics");
    assertWarning(ship(added(samples.plain()), "X1", UPS), "no provider found");
    assertThat(ship(added(samples.plain()), "AFTN00001", AMAZON).at("data.warning")).isNull();
    assertThat(ship(added(samples.plain()), "ANY1", "7132721393761781550").at("data.warning"))
        .isNull();
  }

  @Test
  void mark_openCancelRequest_rejectsTheRequest() {
    SimulatedOrder order = added(samples.plain());
    simulator.requestCancel(order.id());

    assertThat(ship(order, NUMBER, AMAZON).code()).isZero();

    assertThat(simulator.order(order.id()).cancelRequested()).isFalse();
    pass(Duration.ofDays(3));
    assertThat(simulator.order(order.id()).status()).isEqualTo("IN_TRANSIT");
    assertThatIllegalStateException().isThrownBy(() -> simulator.cancel(order.id()));
    assertThatIllegalStateException()
        .isThrownBy(() -> simulator.changeAddress(order.id(), samples.recipient()));
  }

  @Test
  void update_ofPackage_worksOnceForAnOrder() {
    SimulatedOrder order = added(samples.twoPackages());
    Answer first = ship(order, NUMBER, AMAZON, lineId(order, 0));
    Answer second = ship(order, "TBA2", AMAZON, lineId(order, 1));

    Answer updated = updatePackage(first.text("data.package_id"), "1Z0000000000000001", UPS);

    assertThat(updated.code()).isZero();
    assertThat(updated.at("data")).isEqualTo(java.util.Map.of());
    assertThat(simulator.order(order.id()).trackingNumbers())
        .containsExactly("1Z0000000000000001", "TBA2");
    assertThat(updatePackage(second.text("data.package_id"), "TBA3", AMAZON).code())
        .isEqualTo(21011051);
  }

  @Test
  void update_outsideItsTime_isRefused() {
    SimulatedOrder order = added(samples.plain());
    String packageId = ship(order, NUMBER, AMAZON).text("data.package_id");

    pass(Duration.ofDays(3));
    assertThat(updatePackage(packageId, "TBA2", AMAZON).code()).isEqualTo(21011050);
    pass(Duration.ofHours(12));
    assertThat(updatePackage(packageId, "TBA2", AMAZON).code()).isEqualTo(21011030);
    assertThat(updatePackage("1", "TBA2", AMAZON).code()).isEqualTo(21011028);
  }

  @Test
  void update_badNumberOrProvider_isRefused() {
    SimulatedOrder order = added(samples.plain());
    String packageId = ship(order, NUMBER, AMAZON).text("data.package_id");

    assertThat(updatePackage(packageId, "#", AMAZON).code()).isEqualTo(21004012);
    assertThat(updatePackage(packageId, "TBA2", "1").code()).isEqualTo(21011022);
    assertThat(simulator.order(order.id()).trackingNumbers()).containsExactly(NUMBER);
  }

  @Test
  void update_ofOrder_worksForOnePackage() {
    SimulatedOrder whole = added(samples.severalUnits());
    ship(whole, NUMBER, AMAZON);
    assertThat(updateOrder(whole).code()).isZero();
    assertThat(simulator.order(whole.id()).trackingNumbers()).containsExactly("TBA9");

    SimulatedOrder split = added(samples.twoPackages());
    ship(split, "TBA2", AMAZON, lineId(split, 0));
    ship(split, "TBA3", AMAZON, lineId(split, 1));
    assertThat(updateOrder(split).code()).isEqualTo(21011049);

    SimulatedOrder open = added(samples.plain());
    assertThat(updateOrder(open).code()).isEqualTo(21011043);
    simulator.cancel(open.id());
    assertThat(updateOrder(open).code()).isEqualTo(21011041);
  }

  private Answer updatePackage(String packageId, String number, String provider) {
    return caller.post(
        "/fulfillment/202309/packages/" + packageId + "/shipping_info/update",
        "{\"tracking_number\":\"" + number + "\",\"shipping_provider_id\":\"" + provider + "\"}");
  }

  private Answer updateOrder(SimulatedOrder order) {
    return caller.post(
        "/fulfillment/202309/orders/" + order.id() + "/shipping_info/update",
        "{\"tracking_number\":\"TBA9\",\"shipping_provider_id\":\"" + AMAZON + "\"}");
  }

  private void assertWarning(Answer answer, String words) {
    assertThat(answer.code()).isZero();
    assertThat(answer.text("data.warning.message")).contains(words);
    assertThat(simulator.order(answer.text("data.order_id")).fullyShipped()).isTrue();
  }
}
