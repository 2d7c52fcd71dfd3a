// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelOutcome;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seller cancels through the host. */
class SellerCancelTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  private CancelOutcome cancel() {
    return fixture.router.cancel(ID, CancelReason.OUT_OF_STOCK, "pat");
  }

  private void hold() {
    fixture.channel.put(
        fixture.order("1001", "A").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
  }

  private void assertCancelledOnce() {
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.cancellations()).containsExactly(CancelReason.OUT_OF_STOCK);
  }

  @Test
  void cancel_beforePlacing_isDoneAtOnceAndNeverSent() {
    hold();

    assertThat(cancel()).isEqualTo(CancelOutcome.CANCELLED);
    assertThat(cancel()).isEqualTo(CancelOutcome.CANCELLED);

    fixture.pass(Duration.ofHours(2));
    assertCancelledOnce();
    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.router.explain(ID).orElseThrow().decisions())
        .extracting(Decision::facts)
        .anySatisfy(
            facts ->
                assertThat(facts)
                    .containsEntry("by", "pat")
                    .containsEntry("reason", "OUT_OF_STOCK"));
  }

  @Test
  void cancel_whileAPersonDecides_endsTheReview() {
    fixture.place("1001", "UNMAPPED");

    assertThat(cancel()).isEqualTo(CancelOutcome.CANCELLED);
    assertCancelledOnce();
  }

  @Test
  void cancel_whilePlaced_stopsTheNetworkFirst() {
    fixture.place("1001", "A");

    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    assertThat(fixture.faults.calls("cancel")).isEqualTo(1);
    assertThat(fixture.channel.cancellations()).isEmpty();

    fixture.runAfter(Duration.ofSeconds(5));
    assertCancelledOnce();
    assertThat(fixture.network.snapshot(fixture.first(ID)).status())
        .isEqualTo(FulfillmentStatus.CANCELLED);
  }

  @Test
  void cancel_whilePlacedButItShips_goesOnAndTheChannelIsNotTold() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(5));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.cancellations()).isEmpty();
    assertThat(cancel()).isEqualTo(CancelOutcome.TOO_LATE);
  }

  @Test
  void cancel_networkNeverAnswers_waitsForAPerson() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    fixture.pass(Duration.ofMinutes(70));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    assertThat(fixture.channel.cancellations()).isEmpty();
    fixture.network.cancels(true);
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    fixture.pass(Duration.ofMinutes(1));
    assertCancelledOnce();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancel_whileTheCreateIsUnderWay_waitsForItsOutcome(boolean effect) {
    if (effect) {
      fixture.faults.failAfterEffect("create", FailureKind.NO_ANSWER);
    } else {
      fixture.faults.fail("create", FailureKind.NO_ANSWER);
    }
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACING);

    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACING);
    fixture.pass(Duration.ofMinutes(10));

    assertCancelledOnce();
    assertThat(fixture.network.requests()).hasSize(1);
    assertThat(fixture.network.taken()).hasSize(effect ? 1 : 0);
  }

  @Test
  void cancel_inTheMiddleOfTheCreateCall_isStoppedOnceItIsFound() {
    fixture.faults.failWhile(
        "create",
        FailureKind.NO_ANSWER,
        () -> assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING));
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(15));

    assertCancelledOnce();
    assertThat(fixture.network.requests()).hasSize(1);
  }

  @Test
  void cancel_afterTheNetworkGaveUp_tellsTheChannel() {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(fixture.first(ID), FulfillmentStatus.UNFULFILLABLE);
    fixture.run();

    assertThat(cancel()).isEqualTo(CancelOutcome.CANCELLED);
    assertCancelledOnce();
    assertThat(fixture.faults.calls("cancel")).isZero();
  }

  @Test
  void cancel_buyerAskedAlready_grantsTheRequestInstead() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.requestCancel(ID, null);
    fixture.runAfter(Duration.ofSeconds(1));
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    assertThat(fixture.record(ID).cancel())
        .returns(CancelIntent.Origin.SELLER, CancelIntent::origin)
        .returns("pat", CancelIntent::by);
    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).hasSize(1);
    assertThat(fixture.channel.cancellations()).isEmpty();
  }

  @Test
  void cancel_buyerAskedForAUnit_cancelsTheRestToo() {
    fixture.channel.put(
        fixture.order("1001", "A", "B").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    fixture.channel.requestCancel(ID, null, "1001-1");

    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    fixture.pass(Duration.ofMinutes(2));

    assertCancelledOnce();
    assertThat(fixture.channel.approved()).hasSize(1);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void cancel_channelRefuses_tellsAndWaitsForAPerson() {
    fixture.place("1001", "A");
    fixture.faults.fail("cancelAtChannel", FailureKind.REFUSED);
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    fixture.runAfter(Duration.ofSeconds(5));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
    assertThat(cancel()).isEqualTo(CancelOutcome.CANCELLED);
    assertCancelledOnce();
  }

  @Test
  void cancel_channelRefusesBeforePlacing_throwsAndIsNotSent() {
    hold();
    fixture.faults.fail("cancelAtChannel", FailureKind.REFUSED);

    assertThatThrownBy(this::cancel).isInstanceOf(ApiException.class);

    fixture.pass(Duration.ofHours(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);
    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.review(ID).offers())
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.CANCEL, Repair.Kind.SKIP);
  }

  @Test
  void cancel_channelDoesNotShowItForLong_waitsForAPerson() {
    fixture.place("1001", "A");
    for (int i = 0; i < 20; i++) {
      fixture.faults.fail("cancelAtChannel", FailureKind.STATE_CONFLICT);
    }
    assertThat(cancel()).isEqualTo(CancelOutcome.STOPPING);
    fixture.pass(Duration.ofMinutes(20));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
    assertThat(fixture.faults.calls("cancelAtChannel")).isLessThan(12);
  }

  @Test
  void cancel_answerLost_isReadBeforeARepeat() {
    hold();
    fixture.faults.failAfterEffect("cancelAtChannel", FailureKind.NO_ANSWER);

    assertThat(cancel()).isEqualTo(CancelOutcome.CANCELLED);
    assertCancelledOnce();
  }

  @Test
  void cancel_shipped_isTooLateAndNobodyIsAsked() {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);

    assertThat(cancel()).isEqualTo(CancelOutcome.TOO_LATE);
    assertThat(fixture.faults.calls("cancel") + fixture.faults.calls("cancelAtChannel")).isZero();
  }

  @Test
  void cancel_notThisRouters_isRefusedInWords() {
    fixture.channel.put(fixture.order("1001", "A").fulfilledBy(Party.CHANNEL).build());
    fixture.run();

    assertThatThrownBy(this::cancel)
        .isInstanceOf(ConnectorException.class)
        .hasMessageContainingAll("1001", "FULFILLED_BY_CHANNEL");
    assertThatThrownBy(
            () -> fixture.router.cancel(OrderId.of("77"), CancelReason.OUT_OF_STOCK, "pat"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("77");
    assertThatThrownBy(() -> fixture.router.cancel(ID, CancelReason.OUT_OF_STOCK, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cancel_anotherOrderHasTheId_isRefusedSoThatItIsNotStopped() {
    fixture.network.put(fixture.first(ID), new AddressFingerprint("0123"), List.of());
    fixture.place("1001", "A");
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_CONFLICT);

    assertThatThrownBy(this::cancel)
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("1001");
    assertThat(fixture.faults.calls("cancel")).isZero();
  }

  @Test
  void cancel_alreadyCancelledAtTheChannel_isNotAskedForAgain() {
    hold();
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));

    assertThat(cancel()).isEqualTo(CancelOutcome.CANCELLED);
    assertThat(fixture.faults.calls("cancelAtChannel")).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancel_killedAtEveryCall_cancelsOnce(boolean placed) {
    for (boolean afterEffect : List.of(false, true)) {
      int calls = 0;
      while (killedAt(calls, afterEffect, placed)) {
        calls++;
      }
      assertThat(calls).isGreaterThanOrEqualTo(5);
    }
  }

  private static boolean killedAt(int call, boolean afterEffect, boolean placed) {
    SellerCancelTest test = new SellerCancelTest();
    RouterFixture fixture = test.fixture;
    if (placed) {
      fixture.place("1001", "A");
    } else {
      test.hold();
    }
    fixture.faults.crashAt(call, afterEffect);
    boolean crashed = false;
    try {
      test.cancel();
      fixture.runAfter(Duration.ofSeconds(5));
    } catch (Faults.Crash e) {
      crashed = true;
    }
    fixture.faults.none();
    fixture.restart();
    test.cancel();
    fixture.pass(Duration.ofMinutes(15));
    test.assertCancelledOnce();
    assertThat(fixture.network.requests()).hasSize(placed ? 1 : 0);
    return crashed;
  }
}
