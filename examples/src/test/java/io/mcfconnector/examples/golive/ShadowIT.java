// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.golive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.ShadowReport;
import io.mcfconnector.ShadowReport.Outcome;
import io.mcfconnector.ShadowReport.PlannedOrder;
import io.mcfconnector.ShadowReport.PlannedStock;
import io.mcfconnector.ShadowReport.PlannedTracking;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.tiktok.Recipient;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.Shipping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shadow over real HTTP: what it tells, and that neither platform ever hears a write. */
class ShadowIT {

  private static final Set<String> READS =
      Set.of(
          "refreshToken",
          "requestAccessToken",
          "getAuthorizedShops",
          "searchOrders",
          "getOrders",
          "searchCancellations",
          "getShippingProviders",
          "searchProducts",
          "searchInventory",
          "getOrder",
          "listOrders",
          "getFulfillmentOrder",
          "listAllFulfillmentOrders",
          "getInventorySummaries");

  private static final Recipient BUYER = SampleOrders.seeded(7).plain().recipient();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-04", "2020-07-01"})
  void run_ordersOfEveryKind_tellsWhatWouldBeDoneAndWritesNothing(String version) {
    GoLivePlan plan = new GoLivePlan();
    plan.env.put("AMAZON_OUTBOUND_VERSION", version);
    plan.mapping.remove("HL-NEW-001");
    try (GoLiveWorld world = new GoLiveWorld(folder, plan)) {
      shipWithARouter(world);
      world.tiktok.add(order("578200000000000001").units(SampleCatalogue.TEA_SET, 2).build());
      world.tiktok.add(order("578200000000000002").units(SampleCatalogue.NOVELTY, 1).build());
      world.tiktok.add(
          order("578200000000000003")
              .units(SampleCatalogue.MUG_BLUE, 1)
              .shipping(Shipping.LABEL_BY_TIKTOK)
              .build());
      world.tiktok.add(
          order("578200000000000004")
              .units(SampleCatalogue.MUG_BLUE, 1)
              .age(Duration.ofMinutes(1))
              .build());
      int placedBefore = world.amazon.orders().size();
      world.tiktok.forgetExchanges();
      world.amazon.forgetExchanges();

      ShadowReport report = world.builder().buildShadow().run();

      assertThat(report.failures()).isEmpty();
      assertThat(report.of(Outcome.PLACE))
          .as("%s", report)
          .singleElement()
          .satisfies(
              placed -> {
                assertThat(placed.fulfillmentOrderId())
                    .isEqualTo(FulfillmentOrderId.of("TTS-578200000000000001"));
                assertThat(placed.units()).isEqualTo(Map.of(Msku.of("FBA-TEA-SET"), 2));
                assertThat(placed.speed()).isEqualTo(ShippingSpeed.STANDARD);
              });
      assertThat(report.of(Outcome.AT_NETWORK)).hasSize(3);
      assertThat(report.of(Outcome.REVIEW))
          .singleElement()
          .extracting(PlannedOrder::review)
          .isEqualTo(ReviewCode.UNMAPPED_SKU);
      assertThat(report.of(Outcome.SKIP)).hasSize(1);
      assertThat(report.of(Outcome.HOLD)).hasSize(1);
      assertThat(report.tracking()).hasSize(3).extracting(PlannedTracking::units).containsOnly(1);
      assertThat(report.stock())
          .filteredOn(one -> one.sku().id().value().equals(SampleCatalogue.TEA_SET))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.shown()).isEqualTo(998);
                // 500, less the order's 2, the 2 that are always withheld, and 1 that may be sold
                // while the figure is written.
                assertThat(one.wanted()).isEqualTo(495);
              });
      assertThat(report.stock())
          .extracting(PlannedStock::warehouse)
          .containsOnly(SampleCatalogue.WAREHOUSE);

      assertThat(
              Stream.concat(world.tiktok.exchanges().stream(), world.amazon.exchanges().stream()))
          .extracting(Exchange::operation)
          .isSubsetOf(READS);
      assertThat(world.amazon.orders()).hasSize(placedBefore);
      assertThat(report.toString())
          .doesNotContain(world.tiktok.appSecret())
          .doesNotContain(BUYER.name())
          .doesNotContain(BUYER.line1());
    }
  }

  /** Amazon has and ships the plan's three orders; the shop was told of none of their parcels. */
  private static void shipWithARouter(GoLiveWorld world) {
    try (OrderRouter router = world.builder().store(new InMemoryOrderStore()).build()) {
      router.runDue(Duty.INTAKE);
      router.runDue(Duty.PLACE);
    }
    world.time.runFor(Duration.ofHours(12));
  }

  private static SimulatedOrder.Builder order(String id) {
    return SimulatedOrder.builder(id, BUYER).age(Duration.ofHours(2));
  }
}
