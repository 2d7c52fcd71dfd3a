// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StockTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture =
      new RouterFixture(builder -> builder.safetyStock(2).settleTime(Duration.ofMinutes(30)));

  private List<Integer> published() {
    return fixture.channel.published().stream().map(Listing.StockLevel::quantity).toList();
  }

  private void sync() {
    fixture.router.runDue(Duty.STOCK);
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
  void stock_ofListingsThatShareASku_isTheFullFigureForEach() {
    fixture.map("A2", RouterFixture.component("M-A", 1));
    fixture.channel.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("A2", 0));
    fixture.network.stock("M-A", 10);
    sync();
    assertThat(published()).containsExactly(8, 8);
  }

  @Test
  void stock_reservedFromFirstSight_isReleasedAfterTheSettleTime() {
    fixture.channel.list(fixture.listing("A", 8));
    fixture.network.stock("M-A", 10);
    fixture.channel.put(
        fixture.order("1001", "A", "A").status(OrderStatus.ON_HOLD, "ON_HOLD").build());
    fixture.run();
    assertThat(published()).containsExactly(6);

    fixture.channel.change(
        ID, order -> order.status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT"));
    fixture.runAfter(Duration.ofMinutes(2));
    assertThat(fixture.network.taken()).hasSize(1);
    fixture.network.stock("M-A", 8);
    fixture.runAfter(Duration.ofMinutes(29));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(published()).containsExactly(6, 4, 6);
  }

  @Test
  void stock_reservedByACancelledOrder_isReleased() {
    fixture.channel.list(fixture.listing("A", 8));
    fixture.network.stock("M-A", 10);
    fixture.channel.put(fixture.order("1001", "A").status(OrderStatus.ON_HOLD, "ON_HOLD").build());
    fixture.run();
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(published()).containsExactly(7, 8);
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
    fixture.clock.advance(Duration.ofMinutes(59));
    sync();
    assertThat(published()).isEmpty();
    fixture.clock.advance(Duration.ofMinutes(1));
    sync();
    assertThat(published()).containsExactly(0);
    assertThat(fixture.events(RouterEvent.StockUnknown.class)).hasSize(2);

    fixture.network.stock("M-A", 5);
    sync();
    fixture.network.unknownStock("M-A");
    sync();
    assertThat(published()).containsExactly(0, 3);
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
    assertThat(published()).containsExactly(4);
    assertThat(fixture.events(RouterEvent.StockRefused.class)).hasSize(1);
    assertThat(fixture.events(RouterEvent.StockPublished.class)).hasSize(1);
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
    FakeSalesChannel third = new FakeSalesChannel("7003", broken, fixture.clock);
    OrderRouter router =
        OrderRouter.builder()
            .salesChannel(other)
            .salesChannel(third)
            .salesChannel(fixture.channel)
            .fulfillmentNetwork(fixture.network)
            .store(fixture.store)
            .scheduler(fixture.scheduler)
            .skuMapper((shop, sku) -> Optional.of(List.of(RouterFixture.component("M-A", 1))))
            .clock(fixture.clock)
            .build();
    fixture.network.stock("M-A", 10);
    other.list(fixture.listing("A", 0));
    third.list(fixture.listing("A", 0));
    fixture.channel.list(fixture.listing("A", 0));
    broken.fail("listings", FailureKind.AUTHORIZATION_LOST);
    broken.fail("publishStock", FailureKind.UNAVAILABLE);

    assertThat(router.runDue(Duty.STOCK).failures()).hasSize(1);
    assertThat(published()).containsExactly(10);
    assertThat(router.runDue(Duty.STOCK).isComplete()).isTrue();
    assertThat(other.published()).hasSize(1);
    assertThat(third.published()).hasSize(1);
  }
}
