// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.Shipping;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleOrdersTest {

  private final SampleOrders samples = SampleOrders.seeded(7);

  @Test
  void next_sameSeed_makesTheSameOrders() {
    List<SimulatedOrder> others = SampleOrders.seeded(7).next(50);

    assertThat(samples.next(50))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(others)
        .isNotEqualTo(SampleOrders.seeded(8).next(50));
  }

  @Test
  void next_manyOrders_differInSizePlaceAndId() {
    List<SimulatedOrder> orders = samples.next(500);

    assertThat(orders).extracting(SimulatedOrder::id).doesNotHaveDuplicates();
    assertThat(orders.stream().map(order -> order.recipient().state()).distinct())
        .hasSizeGreaterThan(45);
    assertThat(orders.stream().map(order -> order.skuIds().size()).distinct()).contains(1, 2, 3, 4);
    assertThat(orders)
        .allSatisfy(
            order -> {
              assertThat(order.recipient().phone()).matches("\\(\\+1\\)\\d{3}55501\\d\\d");
              assertThat(order.recipient().postalCode()).matches("\\d{5}");
              assertThat(order.recipient().toString()).doesNotContain(order.recipient().name());
              assertThat(order.toString()).contains(order.id());
            });
  }

  @Test
  void cases_addedToSimulator_startInTheirStatus() {
    try (TikTokShopSimulator simulator =
        TikTokShopSimulator.builder(MutableClock.at(Instant.parse("2026-09-01T12:00:00Z")))
            .start()) {
      List<SimulatedOrder> shippable =
          List.of(
              samples.plain(),
              samples.severalUnits(),
              samples.kit(),
              samples.bundle(),
              samples.twoPackages(),
              samples.neverOnHold(),
              samples.fulfilledByTikTok(),
              samples.labelByTikTok(),
              samples.maskedAddress(),
              samples.unmappedSku(),
              samples.outOfStock(),
              samples.mixedCart());
      shippable.forEach(simulator::add);

      assertThat(simulator.orders())
          .hasSize(12)
          .extracting(OrderSnapshot::status)
          .containsOnly("AWAITING_SHIPMENT");
      assertThat(status(simulator, samples.onHold())).isEqualTo("ON_HOLD");
      assertThat(status(simulator, samples.onHoldWithoutAddress())).isEqualTo("ON_HOLD");
      assertThat(status(simulator, samples.unpaid())).isEqualTo("UNPAID");
    }
  }

  @Test
  void cases_haveTheirPoint() {
    assertThat(samples.severalUnits().skuIds()).hasSize(3).containsOnly(SampleCatalogue.MUG_BLUE);
    assertThat(samples.mixedCart().skuIds()).contains(SampleCatalogue.NOVELTY).hasSize(2);
    assertThat(samples.fulfilledByTikTok().shipping()).isEqualTo(Shipping.FULFILLED_BY_TIKTOK);
    assertThat(samples.labelByTikTok().shipping()).isEqualTo(Shipping.LABEL_BY_TIKTOK);
  }

  @Test
  void build_withoutUnitsOrWithOddId_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> SimulatedOrder.builder("578100000000000001", samples.recipient()).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatedOrder.builder("order-1", samples.recipient()));
    assertThat(IntStream.range(0, 100).mapToObj(i -> samples.recipient().line2())).contains("");
  }

  private static String status(TikTokShopSimulator simulator, SimulatedOrder order) {
    simulator.add(order);
    return simulator.order(order.id()).status();
  }
}
