// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.StockPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StockTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final Msku M_A = Msku.of("M-A");

  private final RouterFixture fixture =
      new RouterFixture(
          builder -> builder.stockPolicy(StockPolicy.fixed(2)).settleTime(Duration.ofMinutes(30)));

  private List<Integer> published() {
    return fixture.channel.published().stream().map(Listing.StockLevel::quantity).toList();
  }

  /** The next cycle in which everything is counted. */
  private void sync() {
    fixture.clock.advance(Duration.ofMinutes(15));
    fixture.router.runDue(Duty.STOCK);
  }

  private void look() {
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.router.runDue(Duty.STOCK);
  }

  private void order(String id, OrderStatus status, String... skus) {
    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.channel.put(fixture.order(id, skus).status(status, status.name()).build());
    for (String sku : skus) {
      fixture.channel.sell(sku, 1);
    }
  }

  private static OrderRouterBuilder withPolicy(OrderRouterBuilder builder, StockPolicy policy) {
    return builder.stockPolicy(policy);
  }

  private void router(StockPolicy policy) {
    fixture.router = fixture.newRouter(builder -> withPolicy(builder, policy));
  }

  @Test
  void stock_isFulfillableLessSafety_andWrittenOnlyWhenItChanges() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    sync();
    sync();
    assertThat(published()).containsExactly(8);
    assertThat(fixture.faults.calls("publishStock")).isEqualTo(1);
    assertThat(fixture.events(RouterEvent.StockPublished.class))
        .extracting(RouterEvent.StockPublished::quantity)
        .containsExactly(8);
    fixture.network.stock("M-A", 1);
    sync();
    assertThat(published()).containsExactly(8, 0);
  }

  @Test
  void stock_betweenTwoCounts_asksNobody() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    sync();
    long before = fixture.faults.calls("stockOf") + fixture.faults.calls("listings");
    for (int minute = 1; minute < 15; minute++) {
      look();
    }
    assertThat(fixture.faults.calls("stockOf") + fixture.faults.calls("listings"))
        .isEqualTo(before);
    assertThat(fixture.faults.calls("fulfillableUnits")).isEqualTo(1);
  }

  @Test
  void stock_ofAKit_isThatOfItsScarcestComponent() {
    fixture.map("KIT", RouterFixture.component("M-A", 1), RouterFixture.component("M-B", 3));
    fixture.channel.list(fixture.listing("KIT", 0));
    fixture.network.stock("M-A", 50);
    fixture.network.stock("M-B", 13);
    sync();
    assertThat(published()).containsExactly(3);
  }

  @Test
  void stock_ofAKitThatNamesASkuTwice_countsBoth() {
    fixture.map("KIT", RouterFixture.component("M-A", 1), RouterFixture.component("M-A", 2));
    fixture.channel.list(fixture.listing("KIT", 0));
    fixture.network.stock("M-A", 13);
    sync();
    assertThat(published()).containsExactly(3);
  }

  @Test
  void stock_ofListingsThatShareASku_isDividedAmongThem() {
    fixture.map("A2", RouterFixture.component("M-A", 1));
    fixture.map("KIT", RouterFixture.component("M-A", 2), RouterFixture.component("M-B", 1));
    fixture.channel.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("A2", 0));
    fixture.channel.list(fixture.listing("KIT", 0));
    fixture.network.stock("M-A", 20);
    fixture.network.stock("M-B", 4);
    sync();
    assertThat(
            fixture.channel.shown("A")
                + fixture.channel.shown("A2")
                + 2 * fixture.channel.shown("KIT"))
        .isEqualTo(18);
    assertThat(fixture.channel.shown("A")).isBetween(6, 8);
    assertThat(fixture.channel.shown("KIT")).isEqualTo(2);
  }

  @Test
  void stock_ofAListingThatSoldItsPart_isFilledUpFromTheOthers() {
    fixture.map("A2", RouterFixture.component("M-A", 1));
    fixture.channel.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("A2", 0));
    fixture.network.stock("M-A", 12);
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(5);

    order("1001", OrderStatus.ON_HOLD, "A", "A", "A", "A", "A");
    fixture.run();
    fixture.clock.advance(Duration.ofMinutes(6));
    fixture.run();
    fixture.run();
    assertThat(fixture.channel.shown("A")).isPositive();
    assertThat(fixture.channel.shown("A") + fixture.channel.shown("A2")).isEqualTo(5);
  }

  @Test
  void stock_soldByTheChannel_isNotWrittenAgain() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    sync();
    order("1001", OrderStatus.ON_HOLD, "A", "A");
    fixture.run();
    look();
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(6);
    assertThat(published()).containsExactly(8);
  }

  @Test
  void stock_soldInAnOrderThatIsListedLate_isNotOfferedAgain() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    fixture.run();
    fixture.channel.sell("A", 3);
    sync();
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(5);

    fixture.channel.put(fixture.order("1001", "A", "A", "A").build());
    fixture.run();
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(5);
    assertThat(published()).containsExactly(8);
  }

  @Test
  void stock_loweredByAPerson_isToldAndPutRightWhenNoOrderExplainsIt() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    fixture.run();
    fixture.channel.sell("A", 3);
    sync();
    assertThat(published()).containsExactly(8);
    for (int i = 0; i < 4; i++) {
      sync();
    }
    assertThat(published()).containsExactly(8, 8);
    assertThat(fixture.events(RouterEvent.StockDrifted.class))
        .extracting(RouterEvent.StockDrifted::expected, RouterEvent.StockDrifted::shown)
        .containsExactly(tuple(8, 5));
  }

  @Test
  void stock_raisedByAPerson_isPutRight() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    fixture.run();
    fixture.channel.sell("A", -30);
    sync();
    assertThat(published()).containsExactly(8, 8);
  }

  @Test
  void stock_writtenAndRaisedByAnotherTool_isTold() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.channel.overwrite(5);
    fixture.network.stock("M-A", 10);
    sync();
    assertThat(fixture.events(RouterEvent.StockDrifted.class))
        .extracting(RouterEvent.StockDrifted::expected, RouterEvent.StockDrifted::shown)
        .contains(tuple(8, 13));
  }

  @Test
  void stock_reserved_isSettledByACountOfAfterTheSettleTime() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    fixture.run();
    order("1001", OrderStatus.AWAITING_SHIPMENT, "A", "A");
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.network.taken()).hasSize(1);
    assertThat(fixture.channel.shown("A")).isEqualTo(6);

    // The count that contains the order may be one that does not: both are withheld until sure.
    fixture.network.stock("M-A", 8);
    fixture.runAfter(Duration.ofMinutes(15));
    assertThat(fixture.channel.shown("A")).isEqualTo(4);
    fixture.runAfter(Duration.ofMinutes(14));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.channel.shown("A")).isEqualTo(6);
  }

  @Test
  void stock_reservedByACancelledOrder_isReleased() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    fixture.run();
    order("1001", OrderStatus.ON_HOLD, "A");
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.channel.shown("A")).isEqualTo(7);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.channel.sell("A", -1);
    fixture.runAfter(Duration.ofMinutes(1));
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(8);
    assertThat(published()).containsExactly(8);
  }

  @Test
  void reserve_untilReleased_withholdsUnits() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    fixture.run();
    assertThat(fixture.router.reserve("web-1", M_A, 3)).isTrue();
    assertThat(fixture.router.reserve("web-1", M_A, 3)).isTrue();
    fixture.restart();
    router(StockPolicy.fixed(2));
    look();
    assertThat(fixture.channel.shown("A")).isEqualTo(5);
    assertThatThrownBy(() -> fixture.router.reserve("web-1", M_A, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("web-1", "3 units");

    assertThat(fixture.router.release("web-1")).isTrue();
    assertThat(fixture.router.release("web-1")).isFalse();
    assertThat(fixture.router.reserve("web-1", M_A, 3)).isFalse();
    look();
    assertThat(fixture.channel.shown("A")).isEqualTo(8);
  }

  @Test
  void recount_readsTheseSkusAheadOfTheirTime() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("B", 0));
    fixture.network.stock("M-A", 10);
    fixture.network.stock("M-B", 10);
    sync();
    fixture.network.stock("M-A", 5);
    fixture.network.stock("M-B", 5);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.router.accept(new Notice.StockChanged("n1", M_A, fixture.clock.instant()));
    look();
    assertThat(fixture.channel.shown("A")).isEqualTo(3);
    assertThat(fixture.channel.shown("B")).isEqualTo(8);
  }

  @Test
  void policy_freezesSharesAndHidesTheRest() {
    AtomicBoolean frozen = new AtomicBoolean();
    FakeSalesChannel other = new FakeSalesChannel("7002", fixture.faults, fixture.clock);
    StockPolicy policy =
        StockPolicy.percent(10)
            .withShares(Map.of(ShopId.of("7002"), 3))
            .withFrozen((shop, sku) -> frozen.get() && shop.equals(ShopId.of("7001")))
            .withMinimumShown(4);
    fixture.router = fixture.newRouter(builder -> withPolicy(builder.salesChannel(other), policy));
    fixture.channel.list(fixture.listing("A", 0));
    other.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 20);
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(5);
    assertThat(other.shown("A")).isEqualTo(13);

    fixture.network.stock("M-A", 14);
    sync();
    assertThat(fixture.channel.shown("A")).isZero();

    fixture.network.stock("M-A", 20);
    frozen.set(true);
    sync();
    assertThat(fixture.channel.shown("A")).isZero();
    assertThat(other.shown("A")).isEqualTo(18);
  }

  @Test
  void stock_ofAKitLoweredForOneComponent_stillWithholdsTheOtherOfSalesNotSeen() {
    fixture.map("KIT", RouterFixture.component("M-A", 1), RouterFixture.component("M-B", 2));
    fixture.channel.list(fixture.listing("KIT", 0));
    fixture.channel.list(fixture.listing("B", 0));
    fixture.network.stock("M-A", 20);
    fixture.network.stock("M-B", 32);
    sync();
    assertThat(fixture.channel.shown("B") + 2 * fixture.channel.shown("KIT")).isEqualTo(30);

    fixture.channel.sell("KIT", 3);
    fixture.router.reserve("web-1", M_A, 16);
    look();
    look();
    assertThat(fixture.channel.shown("KIT")).isLessThanOrEqualTo(2);
    assertThat(fixture.channel.shown("B") + 2 * fixture.channel.shown("KIT"))
        .isLessThanOrEqualTo(30 - 3 * 2);
  }

  @Test
  void stock_ofAShopThatCannotBeRead_countsCancelledUnitsAsShownAgain() {
    FakeSalesChannel other = new FakeSalesChannel("7002", fixture.faults, fixture.clock);
    fixture.router =
        fixture.newRouter(builder -> withPolicy(builder, StockPolicy.fixed(0)).salesChannel(other));
    fixture.channel.list(fixture.listing("A", 0));
    other.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 20);
    sync();
    order("1001", OrderStatus.ON_HOLD, "A", "A");
    fixture.run();
    sync();
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.channel.sell("A", -2);
    fixture.faults.fail("listings", FailureKind.UNAVAILABLE);
    fixture.router =
        fixture.newRouter(builder -> withPolicy(builder, StockPolicy.fixed(0)).salesChannel(other));
    fixture.runAfter(Duration.ofSeconds(90));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.shown("A") + other.shown("A")).isLessThanOrEqualTo(20);
  }

  @Test
  void adaptivePolicy_withholdsWhatOthersMaySell() {
    StockPolicy policy = StockPolicy.adaptive(3, 50);
    assertThat(policy.safety(pool(Duration.ofMinutes(20), 0))).isEqualTo(3);
    assertThat(policy.safety(pool(Duration.ofMinutes(20), 41))).isEqualTo(21);
    assertThat(policy.safety(pool(Duration.ofMinutes(50), 41))).isEqualTo(41);
    assertThat(policy.safety(pool(Duration.ofMinutes(20), 9_000))).isEqualTo(50);
  }

  private static StockPolicy.Pool pool(Duration exposure, int othersPerHour) {
    return new StockPolicy.Pool(M_A, 100, Duration.ofMinutes(10), exposure, othersPerHour);
  }

  @Test
  void adaptivePolicy_learnsFromCountsThatNoOrderExplains() {
    router(StockPolicy.adaptive());
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 100);
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(98);
    fixture.network.stock("M-A", 95);
    sync();
    // 20 an hour, for 15 minutes, half the settle time and the buyer's hour.
    assertThat(fixture.channel.shown("A")).isEqualTo(95 - 30);
  }

  @Test
  void exposure_isTheLongestOfHoldAndWhatOrdersWaited() {
    List<Duration> exposures = new ArrayList<>();
    router(
        pool -> {
          exposures.add(pool.exposure());
          return 0;
        });
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 100);
    sync();
    assertThat(exposures).containsOnly(Duration.ofHours(1));

    fixture.channel.put(fixture.order("1001", "A").status(OrderStatus.ON_HOLD, "ON_HOLD").build());
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(90));
    exposures.clear();
    sync();
    // On hold for its own reasons, such as a pre-order.
    assertThat(exposures).containsOnly(Duration.ofHours(1));

    fixture.channel.change(
        ID, order -> order.status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT"));
    fixture.runAfter(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    exposures.clear();
    look();
    assertThat(exposures).isNotEmpty().containsOnly(Duration.ofHours(2));
  }

  @Test
  void stock_unknownSkuOfAWaitingOrder_waitsForAPersonAfterTheGraceTime() {
    fixture.channel.list(fixture.listing("A", 8));
    fixture.channel.put(fixture.order("1001", "A").status(OrderStatus.ON_HOLD, "ON_HOLD").build());
    fixture.channel.put(fixture.order("1002", "B").status(OrderStatus.ON_HOLD, "ON_HOLD").build());
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(59));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.STOCK_UNKNOWN);
    assertThat(fixture.review(ID).note().message()).contains("M-A");
    assertThat(fixture.state(OrderId.of("1002"))).isEqualTo(RoutingState.HELD);

    fixture.network.stock("M-A", 10);
    fixture.channel.change(
        ID, order -> order.status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT"));
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void stock_unknownSku_keepsItsFigureForTheGraceTimeThenIsZero() {
    fixture.channel.list(fixture.listing("A", 8));
    sync();
    fixture.clock.advance(Duration.ofMinutes(44));
    sync();
    assertThat(published()).isEmpty();
    look();
    assertThat(published()).containsExactly(0);
    look();
    assertThat(fixture.events(RouterEvent.StockUnknown.class)).hasSize(2);

    fixture.network.stock("M-A", 5);
    sync();
    fixture.network.unknownStock("M-A");
    sync();
    assertThat(published()).containsExactly(0, 3);
  }

  @Test
  void stock_ofAnAnswerThatLacksASku_keepsItsFigure() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("B", 0));
    fixture.network.stock("M-A", 10);
    fixture.network.stock("M-B", 10);
    sync();
    fixture.network.unknownStock("M-A");
    fixture.network.stock("M-B", 4);
    sync();
    assertThat(fixture.channel.shown("A")).isEqualTo(8);
    assertThat(fixture.channel.shown("B")).isEqualTo(2);
  }

  @Test
  void stock_refusal_isTold_andTheOthersAreWritten() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("B", 0));
    fixture.channel.refuseStock(
        new Listing.Refusal(RouterFixture.sku("A").id(), "12052990", "check failed"));
    fixture.network.stock("M-A", 5);
    fixture.network.stock("M-B", 6);
    sync();
    look();
    assertThat(published()).containsExactly(4);
    assertThat(fixture.events(RouterEvent.StockRefused.class)).hasSize(1);
    assertThat(fixture.events(RouterEvent.StockPublished.class)).hasSize(1);
    sync();
    assertThat(fixture.events(RouterEvent.StockRefused.class)).hasSize(2);
  }

  @Test
  void stock_listingsThatAreNotOurs_areLeftAlone() {
    fixture.channel.list(fixture.listing("NOT-MAPPED", 9));
    fixture.channel.list(new Listing("P", RouterFixture.sku("A"), Map.of("OTHER-WAREHOUSE", 9)));
    fixture.map("EMPTY");
    fixture.channel.list(fixture.listing("EMPTY", 9));
    fixture.channel.list(fixture.listing("B", 3));
    fixture.network.stock("M-B", 5);
    assertThat(fixture.router.runDue(Duty.STOCK).isComplete()).isTrue();
    assertThat(published()).isEmpty();
  }

  @Test
  void stock_oneShopFails_theOthersAreWritten() {
    Faults broken = new Faults();
    FakeSalesChannel other = new FakeSalesChannel("7002", broken, fixture.clock);
    fixture.router =
        OrderRouter.builder()
            .salesChannel(other)
            .salesChannel(fixture.channel)
            .fulfillmentNetwork(fixture.network)
            .store(fixture.store)
            .scheduler(fixture.scheduler)
            .skuMapper((shop, sku) -> Optional.of(List.of(RouterFixture.component("M-A", 1))))
            .stockPolicy(StockPolicy.fixed(0))
            .clock(fixture.clock)
            .build();
    fixture.network.stock("M-A", 10);
    other.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("A", 0));
    broken.fail("listings", FailureKind.AUTHORIZATION_LOST);

    assertThat(fixture.router.runDue(Duty.STOCK).failures()).hasSize(1);
    assertThat(published()).containsExactly(10);
    look();
    look();
    assertThat(other.shown("A") + fixture.channel.shown("A")).isEqualTo(10);
    assertThat(other.shown("A")).isEqualTo(5);
  }

  @Test
  void stock_ofAShopThatCannotBeRead_isNotGivenToOthers() {
    Faults broken = new Faults();
    FakeSalesChannel other = new FakeSalesChannel("7002", broken, fixture.clock);
    fixture.router =
        fixture.newRouter(builder -> withPolicy(builder.salesChannel(other), StockPolicy.fixed(0)));
    other.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 10);
    sync();
    fixture.network.stock("M-A", 16);
    broken.fail("stockOf", FailureKind.UNAVAILABLE);
    sync();
    assertThat(other.shown("A")).isEqualTo(5);
    assertThat(fixture.channel.shown("A")).isEqualTo(11);
    look();
    assertThat(fixture.channel.shown("A") + other.shown("A")).isEqualTo(16);
  }

  @Test
  void place_moreThanThereIs_waitsForAPersonAtOnce() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 3);
    sync();
    fixture.channel.put(fixture.order("1001", "A", "A", "A", "A").build());
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.OUT_OF_STOCK);
    assertThat(fixture.review(ID).note().message()).contains("M-A", "Send stock", "cancel");
    assertThat(fixture.network.taken()).isEmpty();

    fixture.network.stock("M-A", 4);
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void place_whatTheStoredCountLacksAndAFreshOneHas_goes() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 1);
    sync();
    fixture.network.stock("M-A", 2);
    assertThat(fixture.state(fixture.place("1001", "A", "A"))).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void place_whatACountMayContainAlready_raisesNoFalseAlarm() {
    fixture.channel.list(fixture.listing("A", 0));
    fixture.network.stock("M-A", 4);
    sync();
    fixture.place("1001", "A", "A");
    fixture.network.stock("M-A", 2);
    assertThat(fixture.state(fixture.place("1002", "A", "A"))).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void place_whileNobodyKnowsTheCount_goes() {
    fixture.channel.list(fixture.listing("A", 0));
    sync();
    assertThat(fixture.state(fixture.place("1001", "A"))).isEqualTo(RoutingState.PLACED);
  }
}
