// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.ListedOrder;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.testkit.amazon.OrderScript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What another tool made, as a router sees it that takes over. */
class ForeignOrdersIT {

  private static final String NUMBER = "576460752303423501";

  @ParameterizedTest
  @EnumSource(OutboundVersion.class)
  void names_holdEveryIdAndTheOrderNumberWhateverTheVersion(OutboundVersion version) {
    try (SimulatedSeller seller =
        SimulatedSeller.start(version, simulator -> simulator.pageSize(2))) {
      OrderScript normal = OrderScript.normal();
      for (String id : List.of("A-" + NUMBER, "with blanks #1", "9913", "older")) {
        seller.amazon.plant(
            id,
            NUMBER,
            Map.of("MUG", 2),
            id.equals("older") ? Duration.ofDays(20) : Duration.ofMinutes(10),
            normal);
      }
      seller.network.create(SimulatedSeller.order("TTS-1", SimulatedSeller.item("1", "MUG", 1)));

      List<ListedOrder> names =
          seller.network.findNames(SimulatedSeller.START.minus(Duration.ofDays(14))).toList();

      assertThat(names)
          .extracting(ListedOrder::id)
          .containsExactlyInAnyOrder("A-" + NUMBER, "with blanks #1", "9913", "TTS-1");
      assertThat(names)
          .filteredOn(name -> !name.id().equals("TTS-1"))
          .allSatisfy(name -> assertThat(name.namedOrders()).containsExactly(OrderId.of(NUMBER)));
    }
  }

  @ParameterizedTest
  @EnumSource(OutboundVersion.class)
  void plantedOrders_areReadInEveryState(OutboundVersion version) {
    try (SimulatedSeller seller = SimulatedSeller.start(version)) {
      OrderScript normal = OrderScript.normal();
      plant(seller, "new", Duration.ZERO, normal);
      plant(seller, "picked", Duration.ofHours(1), normal);
      plant(seller, "shipped", Duration.ofDays(1), normal);
      plant(seller, "cancelled", Duration.ofHours(1), normal.cancelledByAmazon());
      plant(seller, "invalid", Duration.ofHours(1), normal.invalid());
      plant(seller, "lost", Duration.ofHours(1), normal.unfulfillable());
      plant(seller, "short", Duration.ofDays(1), normal.missing("MUG", 1));

      assertThat(status(seller, "new")).isEqualTo(FulfillmentStatus.IN_PROGRESS);
      assertThat(status(seller, "picked")).isEqualTo(FulfillmentStatus.IN_PROGRESS);
      assertThat(status(seller, "shipped")).isEqualTo(FulfillmentStatus.COMPLETE);
      assertThat(status(seller, "cancelled")).isEqualTo(FulfillmentStatus.CANCELLED);
      assertThat(status(seller, "invalid")).isEqualTo(FulfillmentStatus.INVALID);
      assertThat(status(seller, "lost")).isEqualTo(FulfillmentStatus.UNFULFILLABLE);
      assertThat(status(seller, "short")).isEqualTo(FulfillmentStatus.PARTIAL);
      assertThatThrownBy(() -> plant(seller, "new", Duration.ZERO, normal))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void plant(SimulatedSeller seller, String id, Duration age, OrderScript script) {
    seller.amazon.plant(id, NUMBER, Map.of("MUG", 2, "CUP", 1), age, script);
  }

  private static FulfillmentStatus status(SimulatedSeller seller, String id) {
    FulfillmentSnapshot order = seller.network.find(FulfillmentOrderId.of(id)).orElseThrow();
    assertThat(order.items()).hasSize(2);
    return order.status();
  }
}
