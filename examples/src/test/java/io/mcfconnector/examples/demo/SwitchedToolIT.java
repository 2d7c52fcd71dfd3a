// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reconciliation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A router takes over from another tool, over HTTP, and is compared with both platforms after. */
class SwitchedToolIT {

  private static final int ORDERS = 90;

  private final SampleOrders samples = SampleOrders.seeded(25);
  private final Map<String, String> displayableIds = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-04", "2020-07-01"})
  void openOrders_aThirdAtAmazonUnderForeignIds_shipOnceAndReconcile(String version) {
    try (SimulatedWorld world =
        new SimulatedWorld(
            event -> {},
            Map.of("AMAZON_OUTBOUND_VERSION", version),
            Set.of(),
            shop -> shop,
            router -> router.lookback(Duration.ofDays(3)))) {
      List<String> orders = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        String id = "5764614130" + (38_785_000 + i);
        world
            .tiktok()
            .add(
                SimulatedOrder.builder(id, samples.plain().recipient())
                    .units(SampleCatalogue.BOARD_LARGE, 2)
                    .age(Duration.ofHours(30))
                    .build());
        orders.add(id);
        if (i % 3 == 0) {
          plant(world, id, i / 3);
        }
      }

      world.router().start();
      world.time().runFor(Duration.ofHours(12));

      Map<RoutingState, Integer> states = new TreeMap<>();
      int adopted = 0;
      for (String id : orders) {
        RoutingRecord record = world.router().status(OrderId.of(id)).orElseThrow();
        states.merge(record.state(), 1, Integer::sum);
        adopted += record.adopted() == null ? 0 : 1;
        assertThat(world.amazon().orders())
            .filteredOn(order -> isFor(order, id) && !order.status().equals("Cancelled"))
            .as(id)
            .hasSize(1);
      }
      Instant now = world.time().clock().instant();
      Reconciliation compared = world.router().reconcile(now.minus(Duration.ofDays(4)), now);

      System.out.printf("%s: %d adopted, %s; %s%n", version, adopted, states, compared);
      assertThat(adopted).isEqualTo(24);
      assertThat(states)
          .containsEntry(RoutingState.REVIEW, 3)
          .doesNotContainKeys(RoutingState.READY, RoutingState.PLACING);
      assertThat(compared.isClean()).as("%s", compared).isTrue();
    }
  }

  /** Of each ten: eight with the same units in four styles, one with others, one cancelled. */
  private void plant(SimulatedWorld world, String id, int which) {
    OrderScript script = OrderScript.normal();
    switch (which % 10) {
      case 0, 1 -> plant(world, id, id, 2, script);
      case 2, 3 -> plant(world, "SHOP-" + id, id, 2, script);
      case 4, 5 -> plant(world, "tt_" + id + ".1", "4711", 2, script);
      case 6, 7 -> plant(world, "S02-" + (1_000_000 + which), "TikTok " + id, 2, script);
      case 8 -> plant(world, "SHOP-" + id, id, 1, script);
      default -> plant(world, "SHOP-" + id, id, 2, script.cancelledByAmazon());
    }
  }

  private void plant(
      SimulatedWorld world, String id, String displayableId, int units, OrderScript script) {
    world
        .amazon()
        .plant(id, displayableId, Map.of("FBA-BOARD-L", units), Duration.ofHours(4), script);
    displayableIds.put(id, displayableId);
  }

  private boolean isFor(FulfillmentOrderSnapshot order, String id) {
    return order.id().contains(id) || displayableIds.getOrDefault(order.id(), "").contains(id);
  }
}
