// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.RouterFixture.CANARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.spi.SkuMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  @Test
  void runDue_wholeLife_visitsEveryStateInOrder() {
    fixture.place("1001", "A", "B");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.clock.advance(Duration.ofHours(5));
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    fixture.clock.advance(Duration.ofDays(2));
    fixture.shipAll(ID, "1Z001", PackageStatus.DELIVERED);
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.DELIVERED);
    assertThat(fixture.events(RouterEvent.StateChanged.class).map(RouterEvent.StateChanged::to))
        .containsExactly(
            RoutingState.RECEIVED,
            RoutingState.READY,
            RoutingState.PLACING,
            RoutingState.PLACED,
            RoutingState.SHIPPED,
            RoutingState.DELIVERED);
    assertThat(fixture.channel.confirmations()).hasSize(1);
    FulfillmentOrder request = fixture.network.requests().get(0);
    assertThat(request.id()).isEqualTo(fixture.first(ID));
    assertThat(request.destination().name()).isEqualTo(CANARY.name());
    assertThat(request.items()).hasSize(2);
  }

  @Test
  void runDue_ordersRepeatedInAndBetweenPages_eachIsPlacedOnce() {
    fixture.channel.pages(2, true);
    for (int i = 0; i < 7; i++) {
      fixture.channel.put(fixture.order("20" + i, "A").build());
    }
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.network.requests()).hasSize(7);
    assertThat(fixture.network.taken()).hasSize(7);
  }

  @Test
  void poll_clockHoursAheadOfTheChannel_seesNewOrdersAtTheNextPoll() {
    Duration ahead = Duration.ofHours(6);
    fixture.channel.put(
        fixture.order("1001", "A").updatedAt(fixture.clock.instant().minus(ahead)).build());
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(35));
    fixture.channel.put(
        fixture.order("1002", "A").updatedAt(fixture.clock.instant().minus(ahead)).build());
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.router.status(OrderId.of("1002"))).isPresent();
  }

  @Test
  void poll_clockHoursAheadOfAChannelThatHasShownNothing_seesItsFirstOrder() {
    Duration ahead = Duration.ofHours(6);
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(35));
    fixture.channel.put(
        fixture.order("1001", "A").updatedAt(fixture.clock.instant().minus(ahead)).build());
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.router.status(OrderId.of("1001"))).isPresent();
  }

  @Test
  void route_twice_sendsOnce() {
    fixture.channel.put(fixture.order("1001", "A").build());

    RoutingRecord first = fixture.router.route(ID);
    RoutingRecord second = fixture.router.route(ID);

    assertThat(first.state()).isEqualTo(RoutingState.PLACED);
    assertThat(second).isEqualTo(first);
    assertThat(fixture.network.requests()).hasSize(1);
  }

  @Test
  void route_byEightThreadsAtOnce_sendsOnce() throws Exception {
    for (int round = 0; round < 20; round++) {
      OrderId id = OrderId.of("30" + round);
      fixture.channel.put(fixture.order(id.value(), "A").build());
      CyclicBarrier start = new CyclicBarrier(8);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Future<RoutingRecord>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          answers.add(
              threads.submit(
                  () -> {
                    start.await();
                    return fixture.router.route(id);
                  }));
        }
        for (Future<RoutingRecord> answer : answers) {
          assertThat(answer.get(10, TimeUnit.SECONDS).orderId()).isEqualTo(id);
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(fixture.state(id)).isEqualTo(RoutingState.PLACED);
      assertThat(fixture.network.requests()).hasSize(round + 1);
    }
  }

  @Test
  void route_unknownOrder_saysSo() {
    assertThatThrownBy(() -> fixture.router.route(ID))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("1001");
    assertThat(fixture.router.status(ID)).isEmpty();
    assertThat(fixture.router.explain(ID)).isEmpty();
  }

  @Test
  void route_callFails_throwsAndOrderGoesOnByItself() {
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.faults.fail("create", FailureKind.NOT_SENT);
    RoutingRecord record = fixture.router.route(ID);
    assertThat(record.state()).isEqualTo(RoutingState.READY);
    fixture.faults.fail("findOrders", FailureKind.UNAVAILABLE);
    assertThatThrownBy(() -> fixture.router.route(ID)).isInstanceOf(ApiException.class);

    fixture.pass(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void route_oneShopFails_findsTheOrderAtAnother() {
    Faults broken = new Faults();
    OrderRouter router = routerWithShopBefore(broken);
    fixture.channel.put(fixture.order("1001", "A").build());
    broken.fail("findOrders", FailureKind.AUTHORIZATION_LOST);
    assertThat(router.route(ID).state()).isEqualTo(RoutingState.PLACED);

    broken.fail("findOrders", FailureKind.AUTHORIZATION_LOST);
    assertThatThrownBy(() -> router.route(OrderId.of("404")))
        .isInstanceOfSatisfying(
            ApiException.class,
            problem -> assertThat(problem.kind()).isEqualTo(FailureKind.AUTHORIZATION_LOST));
  }

  @Test
  void route_knownOrder_readsItsOwnShopOnly() {
    Faults other = new Faults();
    OrderRouter router = routerWithShopBefore(other);
    fixture.channel.put(fixture.order("1001", "A").build());
    router.runDue();
    router.route(ID);
    assertThat(other.calls("findOrders")).isZero();
  }

  /** A router that asks another, empty shop first. */
  private OrderRouter routerWithShopBefore(Faults faults) {
    FakeSalesChannel other = new FakeSalesChannel("7000", faults, fixture.clock);
    return OrderRouter.builder()
        .salesChannel(other)
        .salesChannel(fixture.channel)
        .fulfillmentNetwork(fixture.network)
        .store(fixture.store)
        .scheduler(fixture.scheduler)
        .skuMapper(SkuMapper.identity())
        .clock(fixture.clock)
        .build();
  }

  @Test
  void route_holdIsOver_isJudgedAndPlaced() {
    fixture.channel.put(
        fixture.order("1001", "A").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    assertThat(fixture.router.route(ID).state()).isEqualTo(RoutingState.HELD);
    fixture.clock.advance(Duration.ofHours(1));

    assertThat(fixture.router.route(ID).state()).isEqualTo(RoutingState.PLACED);
  }

  static Stream<Arguments> skips() {
    return Stream.of(
        skip(SkipReason.FULFILLED_BY_CHANNEL, order -> order.fulfilledBy(Party.CHANNEL)),
        skip(SkipReason.SHIPPED_BY_CHANNEL, order -> order.shippedBy(Party.CHANNEL)),
        skip(SkipReason.DIGITAL, order -> order.shippedBy(Party.NOBODY)),
        skip(SkipReason.OTHER_WAREHOUSE, order -> order.warehouseId("W2")),
        skip(SkipReason.ALREADY_SHIPPED, order -> order.status(OrderStatus.IN_TRANSIT, "T")),
        skip(
            SkipReason.ALREADY_SHIPPED,
            order -> order.status(OrderStatus.AWAITING_COLLECTION, "C")),
        skip(SkipReason.ALREADY_SHIPPED, order -> order.status(OrderStatus.DELIVERED, "D")),
        skip(SkipReason.ALREADY_SHIPPED, order -> order.status(OrderStatus.COMPLETED, "D")));
  }

  private static Arguments skip(SkipReason reason, UnaryOperator<Order.Builder> change) {
    return Arguments.of(reason, change);
  }

  @ParameterizedTest
  @MethodSource("skips")
  void runDue_orderIsNotOurs_isSkippedWithItsReason(
      SkipReason reason, UnaryOperator<Order.Builder> change) {
    fixture.channel.serve(Set.of("W1"));
    fixture.channel.put(change.apply(fixture.order("1001", "A").warehouseId("W1")).build());
    fixture.run();

    assertThat(fixture.record(ID).skipReason()).isEqualTo(reason);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SKIPPED);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void runDue_noWarehouseYet_isHeldUntilTheChannelNamesOne() {
    fixture.channel.serve(Set.of("W1"));
    Order order = fixture.order("1001", "A").build();
    fixture.channel.put(order);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(fixture.router.explain(ID).orElseThrow().toString()).contains("no-warehouse-yet");

    fixture.channel.put(order.toBuilder().warehouseId("W1").build());
    fixture.runAfter(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"UNPAID", "ON_HOLD", "UNKNOWN"})
  void runDue_warehouseOfAnOrderThatMayNotShipYet_isNotJudged(OrderStatus status) {
    fixture.channel.serve(Set.of("W1"));
    Order order =
        fixture.order("1001", "A").warehouseId("W2").status(status, status.name()).build();
    fixture.channel.put(order);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);

    fixture.clock.advance(Duration.ofHours(1));
    fixture.channel.change(
        ID,
        changed ->
            changed.warehouseId("W1").status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT"));
    fixture.pass(Duration.ofMinutes(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_unknownParty_waitsForAPerson() {
    fixture.channel.put(fixture.order("1001", "A").shippedBy(Party.UNKNOWN).build());
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
  }

  @Test
  void runDue_cancelledOrder_isCancelled() {
    fixture.channel.put(
        fixture.order("1001", "A").status(OrderStatus.CANCELLED, "CANCELLED").build());
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void runDue_onHold_waitsUntilTheChannelLetsGo() {
    fixture.channel.put(
        fixture
            .order("1001", "A")
            .status(OrderStatus.ON_HOLD, "ON_HOLD")
            .destination(null)
            .paidAt(fixture.clock.instant())
            .build());
    fixture.run();
    fixture.pass(Duration.ofMinutes(70));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);

    // The change is not seen by a poll here; the hold's own time brings it.
    fixture.channel.put(
        fixture.channel.order(ID).toBuilder()
            .status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT")
            .destination(CANARY)
            .build());
    fixture.pass(Duration.ofMinutes(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_channelHoldsNothing_keepsTheBuyersHour() {
    fixture.channel.put(
        fixture.order("1001", "A").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(59));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_hostHold_isKeptFromPaymentOrCreation() {
    RouterFixture held = new RouterFixture(builder -> builder.hold(Duration.ofHours(4)));
    held.channel.put(held.order("1001", "A").paidAt(null).build());
    held.run();
    held.runAfter(Duration.ofMinutes(119));
    assertThat(held.state(ID)).isEqualTo(RoutingState.HELD);
    held.runAfter(Duration.ofMinutes(1));
    assertThat(held.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @ParameterizedTest
  @MethodSource("holds")
  void runDue_orderMayNotGoYet_isHeldAndReadAgain(UnaryOperator<Order.Builder> change) {
    Order free = fixture.order("1001", "A").build();
    fixture.channel.put(change.apply(free.toBuilder()).build());
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);

    fixture.channel.put(free);
    fixture.runAfter(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  static Stream<UnaryOperator<Order.Builder>> holds() {
    return Stream.of(
        order -> order.status(OrderStatus.UNPAID, "UNPAID"),
        order -> order.status(OrderStatus.UNKNOWN, "SOMETHING_NEW"));
  }

  @Test
  void runDue_maskedAddress_goesOnByItselfWhenTheChannelShowsIt() {
    fixture.channel.put(
        fixture.order("1001", "A").destination(CANARY.toBuilder().name("Z***").build()).build());
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_MASKED);
    assertThat(fixture.events(RouterEvent.ReviewRaised.class)).hasSize(1);

    fixture.clock.advance(Duration.ofMinutes(3));
    fixture.channel.change(ID, order -> order.destination(CANARY));
    fixture.pass(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.router.reviews()).isEmpty();
  }

  @Test
  void runDue_missingAddress_waitsForAPerson() {
    fixture.channel.put(fixture.order("1001", "A").destination(null).build());
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_MASKED);
  }

  @Test
  void review_unmappedSku_isPlacedAfterMappingAndTryAgain() {
    fixture.place("1001", "A", "X");
    Review review = fixture.review(ID);
    assertThat(review.note().code()).isEqualTo(ReviewCode.UNMAPPED_SKU);
    assertThat(review.note().message()).contains("X");
    assertThat(review.repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.SKIP);
    assertThat(review.repairs()).allSatisfy(it -> assertThat(it.preview()).contains("1001"));

    fixture.map("X", RouterFixture.component("M-X", 2));
    assertThat(review.repairs().get(0).apply("pat")).isEqualTo(1);
    assertThat(review.repairs().get(0).apply("pat")).isZero();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests().get(0).items().get(1).quantity()).isEqualTo(2);
  }

  @Test
  void review_unmappedSkuWithoutSellerSku_namesTheChannelsId() {
    LineItem unit = RouterFixture.unit("1001-1", "X");
    fixture.channel.put(
        fixture
            .order("1001")
            .lineItems(
                List.of(
                    new LineItem(
                        unit.id(),
                        new ChannelSku(unit.sku().id(), null),
                        List.of(),
                        unit.status(),
                        null)))
            .build());
    fixture.run();
    assertThat(fixture.review(ID).note().message()).contains("SKU id SKU-X");
  }

  @Test
  void review_skip_endsTheOrder() {
    fixture.place("1001", "X");
    assertThat(fixture.repair(ID, Repair.Kind.SKIP)).isTrue();
    fixture.pass(Duration.ofMinutes(5));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SKIPPED);
    assertThat(fixture.record(ID).skipReason()).isEqualTo(SkipReason.BY_PERSON);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void runDue_unreadableOrder_hidesNoOther() {
    fixture.channel.unreadable(OrderId.of("666"), "$.status");
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.events(RouterEvent.OrderUnreadable.class))
        .extracting(RouterEvent.OrderUnreadable::problem)
        .containsExactly("$.status");
  }

  @Test
  void runDue_unreadableNewOrder_isOnRecordAndReadAgainByItsId() {
    Order order = fixture.order("1001", "A").build();
    fixture.channel.put(order);
    fixture.channel.unreadable(ID, "$.status");
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.RECEIVED);
    assertThat(fixture.record(ID).lineItems()).isEmpty();
    assertThat(fixture.router.explain(ID).orElseThrow().toString())
        .endsWith("intake/unreadable: the channel's answer could not be read {problem=$.status}");

    fixture.runAfter(Duration.ofSeconds(10));
    assertThat(fixture.record(ID).attempts()).isEqualTo(2);
    fixture.channel.readable(ID);
    for (int i = 0; i < 2; i++) {
      fixture.faults.fail("findChangedOrders", FailureKind.UNAVAILABLE);
    }
    fixture.runAfter(Duration.ofSeconds(19));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.RECEIVED);
    fixture.runAfter(Duration.ofSeconds(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).orderedAt()).isEqualTo(order.createdAt());
  }

  @Test
  void runDue_unreadableTwentyTimesInARow_waitsForAPersonAndGoesOnOnceReadable() {
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.channel.unreadable(ID, "$.status");
    fixture.pass(Duration.ofHours(3));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.RECEIVED);
    fixture.pass(Duration.ofHours(2));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
    assertThat(fixture.review(ID).note().message()).contains("readable form 20 times");
    assertThat(fixture.review(ID).note().resumeAt()).isEqualTo(RoutingState.RECEIVED);

    fixture.channel.readable(ID);
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_knownOrderBecomesUnreadable_staysWhereItWas() {
    fixture.place("1001", "A");
    RoutingRecord before = fixture.record(ID);
    fixture.channel.unreadable(ID, "$.status");
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.record(ID)).isEqualTo(before);
    assertThat(fixture.events(RouterEvent.OrderUnreadable.class)).hasSize(1);
  }

  @Test
  void runDue_heldOrderBecomesUnreadableForAWhile_countsItsFailuresAnew() {
    fixture.channel.put(fixture.order("1001", "A").status(OrderStatus.UNPAID, "UNPAID").build());
    fixture.run();
    fixture.channel.unreadable(ID, "$.status");
    fixture.runAfter(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(fixture.record(ID).attempts()).isEqualTo(1);
    fixture.channel.readable(ID);
    fixture.runAfter(Duration.ofSeconds(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(fixture.record(ID).attempts()).isZero();
  }

  @Test
  void runDue_orderDisappearsWhileHeld_isLookedForLater() {
    Order order = fixture.order("1001", "A").status(OrderStatus.UNPAID, "UNPAID").build();
    fixture.channel.put(order);
    fixture.run();
    fixture.channel.remove(ID);
    fixture.runAfter(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    fixture.channel.put(order.toBuilder().status(OrderStatus.CANCELLED, "CANCELLED").build());
    fixture.runAfter(Duration.ofMinutes(6));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void runDue_pollFails_isReportedAndTheSameWindowIsReadAgain() {
    fixture.faults.fail("findChangedOrders", FailureKind.UNAVAILABLE);
    fixture.channel.put(fixture.order("1001", "A").build());
    RunReport report = fixture.run();
    assertThat(report.isComplete()).isFalse();
    assertThat(report.failures())
        .extracting(RouterEvent.DutyFailed::duty)
        .containsExactly(Duty.INTAKE);

    assertThat(fixture.runAfter(Duration.ofHours(3)).isComplete()).isTrue();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_pollFails_heldOrdersGoOnAllTheSame() {
    fixture.channel.put(
        fixture.order("1001", "A").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    for (int i = 0; i < 3; i++) {
      fixture.faults.fail("findChangedOrders", FailureKind.UNAVAILABLE);
    }
    fixture.runAfter(Duration.ofHours(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_clockSetBack_missesNoOrderAndLeavesNoneWaiting() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    OrderId uncertain = fixture.place("1", "A");
    fixture.clock.advance(Duration.ofHours(-1));
    fixture.channel.put(fixture.order("2", "A").build());

    fixture.run();
    assertThat(fixture.state(OrderId.of("2"))).isEqualTo(RoutingState.PLACED);
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();

    assertThat(fixture.state(uncertain)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void runDue_manyReady_mostUrgentFirst() {
    Map<String, Integer> hours = Map.of("1", 30, "2", 5, "3", 10);
    hours.forEach(
        (id, h) ->
            fixture.channel.put(
                fixture
                    .order(id, "A")
                    .deadlines(
                        new Deadlines(
                            fixture.clock.instant().plus(Duration.ofHours(h)), null, null, null))
                    .build()));
    fixture.channel.put(fixture.order("4", "A").build());
    fixture.run();
    assertThat(fixture.network.requests())
        .extracting(request -> request.orderId().value())
        .containsExactly("2", "3", "1", "4");
  }
}
