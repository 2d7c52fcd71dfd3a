// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer asks the seller to cancel a whole order: the request is answered by what is true. */
class CancelRequestTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  private CancelRequest ask(Duration timeToAnswer) {
    fixture.clock.advance(Duration.ofMinutes(1));
    CancelRequest request =
        fixture.channel.requestCancel(ID, fixture.clock.instant().plus(timeToAnswer));
    fixture.clock.advance(Duration.ofSeconds(1));
    return request;
  }

  private CancelRequest ask() {
    return ask(Duration.ofDays(1));
  }

  /** An order that may not go yet: nobody waited an hour after its payment. */
  private void hold() {
    fixture.channel.put(
        fixture.order("1001", "A").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
  }

  private List<String> story() {
    return fixture.router.explain(ID).orElseThrow().decisions().stream()
        .map(Decision::rule)
        .toList();
  }

  @Test
  void asked_whileHeld_isGrantedAtOnceAndNeverSent() {
    hold();
    CancelRequest request = ask();
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).containsExactly(request);
    assertThat(story()).contains("buyer-cancel-request", "granting", "cancelled");
    fixture.pass(Duration.ofHours(2));
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void asked_beforeItsTurn_isGrantedInsteadOfSent() {
    fixture.faults.fail("create", FailureKind.NOT_SENT);
    fixture.place("1001", "A");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    ask();
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.network.taken()).isEmpty();
  }

  @Test
  void asked_whileAPersonDecides_endsTheReview() {
    fixture.channel.put(fixture.order("1001", "UNMAPPED").build());
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNMAPPED_SKU);
    ask();
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).hasSize(1);
  }

  @Test
  void asked_channelRefusesTheGrant_isHeldUntilTheChannelDecides() {
    hold();
    ask();
    fixture.faults.fail("approve", FailureKind.REFUSED);
    fixture.pass(Duration.ofHours(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(fixture.faults.calls("approve")).isEqualTo(1);
    assertThat(story()).contains("not-granted");
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void asked_refusedGrantThenTakenBack_goesOn() {
    hold();
    ask();
    fixture.faults.fail("approve", FailureKind.REFUSED);
    fixture.pass(Duration.ofHours(2));
    fixture.channel.dropRequests(ID);
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).cancel()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "UNAVAILABLE", "STATE_CONFLICT", "ALREADY_DONE", "NOT_FOUND"})
  void grant_failsAfterItsEffect_isReadBack(FailureKind kind) {
    fixture.place("1001", "A");
    ask();
    fixture.run();
    fixture.faults.failAfterEffect("approve", kind);
    fixture.runAfter(Duration.ofSeconds(5));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.faults.calls("approve")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "UNAVAILABLE", "THROTTLED", "STATE_CONFLICT"})
  void grant_failsWithoutEffect_isRepeatedAndCountsOnce(FailureKind kind) {
    fixture.place("1001", "A");
    ask();
    fixture.run();
    fixture.faults.fail("approve", kind);
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).hasSize(1);
  }

  @Test
  void stopped_channelRefusesTheGrant_waitsForAPersonOrTheChannel() {
    fixture.place("1001", "A");
    ask();
    fixture.faults.fail("approve", FailureKind.REFUSED);
    fixture.pass(Duration.ofMinutes(30));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
    assertThat(fixture.faults.calls("approve")).isEqualTo(1);
    assertThat(fixture.review(ID).offers()).contains(Repair.Kind.CANCEL, Repair.Kind.SEND_AGAIN);
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void asked_whilePlaced_isGrantedOnlyAfterTheNetworkStopped() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    CancelRequest request = ask();
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.channel.approved()).isEmpty();
    assertThat(fixture.record(ID).cancel())
        .returns(CancelIntent.Origin.BUYER_REQUEST, CancelIntent::origin)
        .returns(request.id(), CancelIntent::requestId)
        .returns(request.answerBy(), CancelIntent::answerBy)
        .returns(null, CancelIntent::stoppedAt);

    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).containsExactly(request);
    assertThat(fixture.channel.order(ID).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(fixture.record(ID).cancel()).extracting(CancelIntent::stoppedAt).isNotNull();
    assertThat(story()).containsSubsequence("stop", "asked", "stopped", "cancelled");
  }

  @Test
  void asked_tooLate_theSameRequestStartsNothingAndANewOneDoes() {
    fixture.place("1001", "A", "B");
    fixture.network.cancels(false);
    ask();
    fixture.run();
    shipFirstUnit();
    fixture.pass(Duration.ofHours(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPING);
    assertThat(fixture.channel.confirmations()).hasSize(1);
    assertThat(story()).contains("too-late").containsOnlyOnce("stop");
    assertThat(fixture.channel.approved()).isEmpty();

    fixture.channel.dropRequests(ID);
    ask();
    fixture.pass(Duration.ofMinutes(2));
    assertThat(story().stream().filter("stop"::equals)).hasSize(2);
  }

  private void shipFirstUnit() {
    String item = fixture.network.snapshot(fixture.first(ID)).items().get(0).id();
    fixture.network.shipments(
        fixture.first(ID),
        FakeFulfillmentNetwork.shipment(
            "S1",
            FakeFulfillmentNetwork.parcel("1", "1Z001", FakeFulfillmentNetwork.units(item, 1))));
  }

  @Test
  void asked_timeToAnswerIsNearlyOver_isLookedAtMoreOften() {
    assertThat(asksWithin(Duration.ofMinutes(9)))
        .isGreaterThan(asksWithin(Duration.ofDays(1)) + 10);
  }

  private static long asksWithin(Duration timeToAnswer) {
    CancelRequestTest test = new CancelRequestTest();
    test.fixture.place("1001", "A");
    test.fixture.network.cancels(false);
    test.ask(timeToAnswer);
    for (int i = 0; i < 50; i++) {
      test.fixture.runAfter(Duration.ofSeconds(10));
    }
    return test.fixture.faults.calls("cancel");
  }

  @Test
  void asked_channelGrantsByItself_isTheChannelsCancellationFromThenOn() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    ask(Duration.ofMinutes(5));
    fixture.pass(Duration.ofMinutes(5));
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.pass(Duration.ofMinutes(1));
    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.record(ID).cancel())
        .returns(CancelIntent.Origin.CHANNEL, CancelIntent::origin)
        .extracting(CancelIntent::requestId)
        .isNotNull();
    assertThat(fixture.faults.calls("approve")).isZero();
  }

  @Test
  void asked_channelGrantsWhatShips_waitsForAPerson() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    ask();
    fixture.run();
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    assertThat(fixture.channel.confirmations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"AUTHORIZATION_LOST", "REFUSED", "CALLER_FAULT"})
  void asked_requestMayNotBeRead_isStoppedAllTheSameAndLeftToAPerson(FailureKind kind) {
    fixture.place("1001", "A");
    ask();
    for (int i = 0; i < 20; i++) {
      fixture.faults.fail("cancelRequests", kind);
    }
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.network.snapshot(fixture.first(ID)).status())
        .isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
    fixture.place("1002", "A");
    assertThat(fixture.state(OrderId.of("1002"))).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void asked_whileHeldAndMayNotBeRead_isHeld() {
    hold();
    ask();
    for (int i = 0; i < 20; i++) {
      fixture.faults.fail("cancelRequests", FailureKind.AUTHORIZATION_LOST);
    }
    fixture.pass(Duration.ofHours(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void asked_takenBackBeforeAnybodyWasAsked_goesOn() {
    fixture.place("1001", "A");
    fixture.channel.change(
        ID,
        order -> order.traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.BUYER_CANCEL_REQUESTED)));
    fixture.runAfter(Duration.ofSeconds(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    fixture.channel.dropRequests(ID);
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.faults.calls("cancel")).isZero();
    assertThat(story()).contains("dropped");
  }

  @Test
  void asked_requestIsShownLate_isReadBeforeTheNetworkIsAsked() {
    fixture.place("1001", "A");
    fixture.channel.change(
        ID,
        order -> order.traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.BUYER_CANCEL_REQUESTED)));
    fixture.runAfter(Duration.ofSeconds(1));
    assertThat(fixture.faults.calls("cancel")).isZero();
    fixture.channel.requestCancel(ID, null);
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCELLED", "UNFULFILLABLE", "INVALID"})
  void asked_afterTheNetworkGaveUp_isGrantedWithoutAPerson(FulfillmentStatus status) {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(fixture.first(ID), status);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);
    ask();
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).hasSize(1);
    assertThat(fixture.faults.calls("cancel")).isZero();
  }

  @Test
  void asked_whileAPersonDecidesAboutAPlacedOrder_isStopped() {
    fixture.channel.providers(List.of());
    fixture.place("1001", "A", "B");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(
        fixture.first(ID),
        new io.mcfconnector.model.Shipment(
            "S1",
            io.mcfconnector.model.Shipment.Status.PENDING,
            List.of(
                FakeFulfillmentNetwork.parcel(
                    "1",
                    "1Z001",
                    FakeFulfillmentNetwork.units(
                        fixture.network.snapshot(fixture.first(ID)).items().get(0).id(), 1)))));
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CARRIER_UNKNOWN);
    ask();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).hasSize(1);
    assertThat(fixture.channel.confirmations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void asked_killedAtEveryCall_isGrantedOnceAndStopped(boolean placed) {
    for (boolean afterEffect : List.of(false, true)) {
      int calls = 0;
      while (killedAt(calls, afterEffect, placed)) {
        calls++;
      }
      assertThat(calls).isGreaterThan(placed ? 12 : 7);
    }
  }

  private static boolean killedAt(int call, boolean afterEffect, boolean placed) {
    CancelRequestTest test = new CancelRequestTest();
    RouterFixture fixture = test.fixture;
    if (placed) {
      fixture.place("1001", "A");
    } else {
      test.hold();
    }
    test.ask();
    fixture.faults.crashAt(call, afterEffect);
    boolean crashed = false;
    for (int i = 0; i < 4; i++) {
      try {
        fixture.runAfter(Duration.ofSeconds(5));
      } catch (Faults.Crash e) {
        crashed = true;
        fixture.faults.none();
        fixture.restart();
      }
    }
    fixture.faults.none();
    fixture.pass(Duration.ofMinutes(15));
    String story = "call " + call + ", " + fixture.router.explain(ID);
    assertThat(fixture.state(ID)).as(story).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.channel.approved()).as(story).hasSize(1);
    assertThat(fixture.network.requests()).as(story).hasSize(placed ? 1 : 0);
    Instant stoppedAt = Objects.requireNonNull(fixture.record(ID).cancel()).stoppedAt();
    assertThat(stoppedAt).as(story).isNotNull();
    if (placed) {
      assertThat(fixture.network.snapshot(fixture.first(ID)).status())
          .as(story)
          .isEqualTo(FulfillmentStatus.CANCELLED);
    }
    return crashed;
  }
}
