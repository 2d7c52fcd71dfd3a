// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacingTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "UNAVAILABLE", "THROTTLED", "UNREADABLE"})
  void create_uncertainAfterEffect_isAdoptedByReading(FailureKind kind) {
    fixture.faults.failAfterEffect("create", kind);
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACING);

    fixture.runAfter(Duration.ofSeconds(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "UNAVAILABLE", "THROTTLED", "UNREADABLE"})
  void create_uncertainWithoutEffect_readsTwiceThenSendsTheSameAgain(FailureKind kind) {
    fixture.faults.fail("create", kind);
    fixture.place("1001", "A");
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(4));
    assertThat(fixture.network.requests()).hasSize(1);
    assertThat(fixture.faults.calls("find")).isEqualTo(1);
    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.router.runDue(Duty.PLACE);
    fixture.router.runDue(Duty.PLACE);

    assertThat(fixture.faults.calls("find")).isEqualTo(2);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(2);
    assertThat(fixture.network.requests().get(1)).isEqualTo(fixture.network.requests().get(0));
    assertThat(fixture.network.taken()).hasSize(1);
  }

  @Test
  void create_platformAsksToWaitForDays_isLookedForWithinAQuarterOfAnHour() {
    fixture.faults.fail(
        "create",
        ApiException.builder("create", FailureKind.THROTTLED)
            .retryAfter(Duration.ofDays(3))
            .build());
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(20));
    assertThat(fixture.state(OrderId.of("1001"))).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void create_throttledWithRetryAfter_waitsAsLongAsAsked() {
    fixture.faults.fail(
        "create",
        ApiException.builder("create", FailureKind.THROTTLED)
            .retryAfter(Duration.ofMinutes(2))
            .build());
    fixture.place("1001", "A");
    fixture.runAfter(Duration.ofSeconds(119));
    assertThat(fixture.faults.calls("find")).isZero();
    fixture.runAfter(Duration.ofSeconds(1));
    assertThat(fixture.faults.calls("find")).isEqualTo(1);
  }

  @Test
  void create_uncertain_keepsTheDestinationUntilPlaced() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A");
    assertThat(fixture.store.destination(ID))
        .contains(fixture.network.requests().get(0).destination());

    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.store.destination(ID)).isEmpty();
  }

  @Test
  void create_refusedForCertain_keepsNoDestination() {
    fixture.faults.fail("create", FailureKind.REFUSED);
    fixture.place("1001", "A");

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);
    assertThat(fixture.store.destination(ID)).isEmpty();
  }

  @Test
  void repeat_channelHidesTheAddressMeanwhile_sendsTheOneKept() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A");
    fixture.channel.put(
        fixture
            .order("1001", "A")
            .destination(RouterFixture.CANARY.toBuilder().name("Z*****").line1("4***").build())
            .build());

    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(2);
    assertThat(fixture.network.requests().get(1)).isEqualTo(fixture.network.requests().get(0));
  }

  @Test
  void repeat_addressErasedAndHidden_waitsForAPerson() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A");
    assertThat(fixture.router.erase(ID)).isTrue();
    assertThat(fixture.router.erase(ID)).isFalse();
    fixture.channel.put(fixture.order("1001", "A").destination(null).build());

    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_MASKED);
    assertThat(fixture.network.requests()).hasSize(1);
  }

  @Test
  void repeat_buyerChangedTheAddress_sendsTheNewOne() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A");
    fixture.channel.put(
        fixture
            .order("1001", "A")
            .destination(RouterFixture.CANARY.toBuilder().line1("12 Bramble Court").build())
            .build());

    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();

    assertThat(fixture.network.requests().get(1).destination().line1())
        .isEqualTo("12 Bramble Court");
  }

  @Test
  void housekeeping_retentionIsOver_erasesTheAddress() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A");

    fixture.clock.advance(Duration.ofDays(7).minusSeconds(1));
    fixture.router.runDue(Duty.HOUSEKEEPING);
    assertThat(fixture.store.destination(ID)).isPresent();

    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.router.runDue(Duty.HOUSEKEEPING);
    assertThat(fixture.store.destination(ID)).isEmpty();
  }

  @Test
  void create_effectShowsLaterThanBothLooks_isAdoptedByAlreadyDone() {
    fixture.network.showAfter(Duration.ofSeconds(40));
    fixture.faults.failAfterEffect("create", FailureKind.NO_ANSWER);
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(5));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.taken()).hasSize(1);
  }

  @Test
  void create_idHoldsAnotherOrder_waitsForAPerson() {
    fixture.network.put(
        fixture.first(ID),
        new AddressFingerprint("0123"),
        List.of(new FulfillmentSnapshot.Item("1", Msku.of("M-A"), 1, 0, 0)));
    fixture.place("1001", "A");

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_CONFLICT);
    assertThat(fixture.review(ID).repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.SEND_AGAIN, Repair.Kind.SKIP);
    assertThat(fixture.review(ID).repairs())
        .extracting(Repair::preview)
        .satisfiesExactly(
            preview -> assertThat(preview).contains("is looked up at the network again"),
            preview -> assertThat(preview).contains("TTS-1001-2", "make sure first"),
            preview -> assertThat(preview).contains("does not stop the network", "TTS-1001"));

    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).fulfillmentOrderId().value()).isEqualTo("TTS-1001-2");
  }

  @Test
  void create_refusedAtOnce_waitsForAPersonAndMayBeTriedAgain() {
    fixture.faults.fail("create", FailureKind.REFUSED);
    fixture.place("1001", "A");
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_REFUSED);
    assertThat(fixture.faults.calls("find")).isZero();
    assertThat(fixture.review(ID).repairs().get(1).preview()).contains("never sent");

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void create_refusedForStock_saysSo() {
    fixture.faults.fail(
        "create",
        ApiException.builder("create", FailureKind.REFUSED)
            .reviewCode(ReviewCode.OUT_OF_STOCK)
            .build());
    fixture.place("1001", "A");
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.OUT_OF_STOCK);
    assertThat(fixture.review(ID).note().message()).contains("Send stock");
  }

  @Test
  void create_refusedAfterAnUncertainAttempt_isReadFirst() {
    fixture.network.showAfter(Duration.ofSeconds(12));
    fixture.faults.failAfterEffect("create", FailureKind.NO_ANSWER);
    fixture.faults.fail("create", FailureKind.REFUSED);
    fixture.place("1001", "A");
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    // The effect of the first call shows just before the second is refused.
    fixture.runAfter(Duration.ofSeconds(2));

    assertThat(fixture.network.requests()).hasSize(2);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void create_refusedAfterAnAttemptWithoutEffect_waitsForAPerson() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER).fail("create", FailureKind.REFUSED);
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(3));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_REFUSED);
    assertThat(fixture.faults.calls("find")).isEqualTo(3);
  }

  @Test
  void create_notSent_isTriedAgainAfterGrowingWaits() {
    for (int i = 0; i < 4; i++) {
      fixture.faults.fail("create", FailureKind.NOT_SENT);
    }
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    for (int seconds : new int[] {10, 20, 40, 80}) {
      int before = fixture.network.requests().size();
      fixture.runAfter(Duration.ofSeconds(seconds - 1));
      assertThat(fixture.network.requests()).hasSize(before);
      fixture.clock.advance(Duration.ofSeconds(1));
      fixture.router.runDue(Duty.PLACE);
      assertThat(fixture.network.requests()).hasSize(before + 1);
    }
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.faults.calls("find")).isZero();
  }

  @Test
  void create_notSentAfterAnUncertainAttempt_staysUncertain() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER).fail("create", FailureKind.NOT_SENT);
    fixture.place("1001", "A");
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.runAfter(Duration.ofSeconds(5));
    fixture.run();
    assertThat(fixture.network.requests()).hasSize(2);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACING);
    fixture.pass(Duration.ofMinutes(3));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.taken()).hasSize(1);
  }

  @Test
  void create_authorizationLost_stopsTheDutyAndLosesNothing() {
    fixture.faults.fail("create", FailureKind.AUTHORIZATION_LOST);
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.channel.put(fixture.order("1002", "A").build());
    RunReport report = fixture.run();

    assertThat(report.failures()).hasSize(1);
    assertThat(fixture.network.requests()).hasSize(1);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    fixture.pass(Duration.ofMinutes(2));
    assertThat(fixture.network.taken()).hasSize(2);
  }

  @Test
  void resolve_alwaysAbsent_endsInReviewAndCanBeSentAfterTryAgain() {
    for (int i = 0; i < 5; i++) {
      fixture.faults.fail("create", FailureKind.NO_ANSWER);
    }
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(30));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_UNCERTAIN);
    assertThat(fixture.network.requests()).hasSize(5);
    assertThat(fixture.review(ID).repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.SKIP);

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.taken()).hasSize(1);
  }

  @Test
  void resolve_networkCannotBeRead_endsInReviewAndIsAdoptedAfterTryAgain() {
    fixture.faults.failAfterEffect("create", FailureKind.NO_ANSWER);
    for (int i = 0; i < 21; i++) {
      fixture.faults.fail("find", FailureKind.UNAVAILABLE);
    }
    fixture.place("1001", "A");
    fixture.pass(Duration.ofHours(5));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_UNCERTAIN);
    assertThat(fixture.events(RouterEvent.StepFailed.class)).hasSize(20);

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests()).hasSize(1);
  }

  @Test
  void place_orderChangedSinceIntake_isJudgedAnew() {
    fixture.faults.fail("create", FailureKind.NOT_SENT);
    fixture.place("1001", "A");
    fixture.channel.put(
        fixture.channel.order(ID).toBuilder().status(OrderStatus.CANCELLED, "CANCELLED").build());
    fixture.runAfter(Duration.ofSeconds(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.network.taken()).isEmpty();
  }

  @Test
  void place_orderNotShown_waits() {
    fixture.faults.fail("create", FailureKind.NOT_SENT);
    fixture.place("1001", "A");
    Order order = fixture.channel.order(ID);
    fixture.channel.remove(ID);
    fixture.runAfter(Duration.ofSeconds(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    fixture.channel.put(order);
    fixture.pass(Duration.ofMinutes(6));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void place_orderNeverShownAgain_waitsForAPerson() {
    fixture.faults.fail("create", FailureKind.NOT_SENT);
    fixture.place("1001", "A");
    fixture.channel.remove(ID);
    fixture.pass(Duration.ofHours(5));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
    assertThat(fixture.review(ID).note().resumeAt()).isEqualTo(RoutingState.RECEIVED);
  }

  @Test
  void place_oneShopCannotBeRead_theOthersGoOn() {
    Faults otherFaults = new Faults();
    FakeSalesChannel other = new FakeSalesChannel("7002", otherFaults, fixture.clock);
    OrderRouter router = fixture.newRouter(builder -> builder.salesChannel(other));
    other.put(
        Order.builder(OrderId.of("2001"), other.shop())
            .status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT")
            .traits(Set.of(OrderTrait.CHANNEL_HOLD))
            .createdAt(RouterFixture.START.minus(Duration.ofHours(3)))
            .updatedAt(RouterFixture.START.minusSeconds(1))
            .destination(RouterFixture.CANARY)
            .lineItems(List.of(RouterFixture.unit("2001-1", "A")))
            .build());
    fixture.channel.put(fixture.order("1001", "A").build());
    otherFaults.fail("findOrders", FailureKind.AUTHORIZATION_LOST);
    router.runDue();

    assertThat(router.status(ID).orElseThrow().state()).isEqualTo(RoutingState.PLACED);
    fixture.clock.advance(Duration.ofMinutes(1));
    router.runDue();
    assertThat(router.status(OrderId.of("2001")).orElseThrow().state())
        .isEqualTo(RoutingState.PLACED);
  }

  @Test
  void crash_beforeTheEffect_createsOnce() {
    fixture.faults.fail("create", new Faults.Crash());
    assertThatThrownBy(() -> fixture.place("1001", "A")).isInstanceOf(Faults.Crash.class);
    fixture.restart();
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.taken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void crash_atAnyCall_endsWithOneFulfillmentOrderAndOneConfirmation(boolean afterEffect) {
    int at = 0;
    while (dies(at, afterEffect)) {
      at++;
    }
    assertThat(at).isGreaterThan(20);
  }

  /** Lives one life that ends at a call and begins anew; returns whether the call was reached. */
  private static boolean dies(int at, boolean afterEffect) {
    RouterFixture one = new RouterFixture();
    one.faults.crashAt(at, afterEffect);
    boolean died = false;
    try {
      live(one);
    } catch (Faults.Crash crash) {
      died = true;
      one.restart();
      live(one);
    }
    assertThat(one.state(ID)).as("crash at call %s", at).isEqualTo(RoutingState.DELIVERED);
    assertThat(one.network.taken()).as("crash at call %s", at).hasSize(1);
    assertThat(one.channel.confirmations()).as("crash at call %s", at).hasSize(1);
    return died;
  }

  /** From the first poll to the parcel at the door; goes on where it was after a crash. */
  private static void live(RouterFixture one) {
    if (one.channel.confirmations().isEmpty()) {
      one.channel.put(one.order("1001", "A", "B").build());
      one.pass(Duration.ofMinutes(5));
    }
    one.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    one.pass(Duration.ofMinutes(5));
    one.shipAll(ID, "1Z001", PackageStatus.DELIVERED);
    one.pass(Duration.ofMinutes(5));
    one.clock.advance(Duration.ofHours(4));
    one.pass(Duration.ofMinutes(5));
  }

  @Test
  void twoRouters_onOneStore_createEachOrderOnce() throws Exception {
    for (int i = 0; i < 200; i++) {
      fixture.channel.put(fixture.order("5" + i, "A").build());
    }
    OrderRouter other = fixture.newRouter(builder -> builder.scheduler(TaskScheduler.inProcess()));
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<RunReport>> runs =
          List.of(
              threads.submit(() -> runTogether(start, fixture.router)),
              threads.submit(() -> runTogether(start, other)));
      for (Future<RunReport> run : runs) {
        assertThat(run.get(30, TimeUnit.SECONDS).failures()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
    fixture.pass(Duration.ofMinutes(3));
    assertThat(fixture.network.requests()).hasSize(200);
    assertThat(fixture.network.taken()).hasSize(200);
  }

  private static RunReport runTogether(CyclicBarrier start, OrderRouter router) throws Exception {
    start.await();
    return router.runDue();
  }
}
