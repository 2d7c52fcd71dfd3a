// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Orders that wait while the channel's clock runs out. */
class DeadlineTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final Instant DEADLINE = RouterFixture.START.plus(Duration.ofHours(14));

  private final RouterFixture fixture = new RouterFixture();

  private void putWithStatus(OrderStatus status, String raw) {
    put(order -> order.status(status, raw));
    fixture.run();
  }

  private void put(UnaryOperator<Order.Builder> change) {
    Order.Builder order =
        fixture.order("1001", "A").deadlines(new Deadlines(DEADLINE, null, null, null));
    fixture.channel.put(change.apply(order).build());
  }

  private List<RouterEvent.DeadlineAtRisk> told() {
    return fixture.events(RouterEvent.DeadlineAtRisk.class).toList();
  }

  private List<Decision> toldInStory() {
    return fixture.record(ID).decisions().stream()
        .filter(step -> step.rule().equals("deadline-at-risk"))
        .toList();
  }

  @Test
  void look_heldOrderNearItsDeadline_isToldOfOnce() {
    putWithStatus(OrderStatus.UNPAID, "UNPAID");
    fixture.runAfter(Duration.ofHours(2));
    assertThat(told()).isEmpty();
    fixture.runAfter(Duration.ofMinutes(1));
    fixture.runAfter(Duration.ofHours(1));
    fixture.restart();
    fixture.runAfter(Duration.ofHours(1));

    assertThat(told())
        .singleElement()
        .satisfies(event -> assertThat(event.deadline()).isEqualTo(DEADLINE))
        .satisfies(event -> assertThat(event.state()).isEqualTo(RoutingState.HELD));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(toldInStory()).hasSize(1);
  }

  @Test
  void look_deadlineThatMoves_isToldOfAgain() {
    putWithStatus(OrderStatus.UNPAID, "UNPAID");
    fixture.runAfter(Duration.ofHours(3));
    Instant later = DEADLINE.plus(Duration.ofHours(1));
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.change(ID, order -> order.deadlines(new Deadlines(later, null, null, null)));
    fixture.runAfter(Duration.ofHours(1));
    fixture.runAfter(Duration.ofHours(1));

    assertThat(told())
        .extracting(RouterEvent.DeadlineAtRisk::deadline)
        .containsExactly(DEADLINE, later);
    assertThat(toldInStory()).hasSize(2);
  }

  @Test
  void look_statusThatNobodyKnowsNearTheDeadline_waitsForAPerson() {
    putWithStatus(OrderStatus.UNKNOWN, "SOMETHING_NEW");
    fixture.runAfter(Duration.ofHours(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.DEADLINE_AT_RISK);
    assertThat(fixture.review(ID).note().message())
        .contains("SOMETHING_NEW")
        .contains(DEADLINE.toString());

    fixture.channel.change(
        ID, order -> order.status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT"));
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void look_orderHeldBeyondItsClock_isToldOfAtOnce() {
    fixture.router = fixture.newRouter(builder -> builder.hold(Duration.ofHours(20)));
    put(order -> order);
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(told()).hasSize(1);
  }

  @Test
  void look_holdThatEndsInTime_isNotToldOf() {
    fixture.router = fixture.newRouter(builder -> builder.hold(Duration.ofHours(3)));
    put(order -> order);
    fixture.run();

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(told()).isEmpty();
  }

  @Test
  void look_queueLongerThanTheTimeLeft_tellsOfThoseThatComeTooLate() {
    fixture.router = fixture.newRouter(builder -> builder.deadlineMargin(Duration.ofMinutes(10)));
    fixture.network.allows(new CallAllowance(0, 29, 0.5));
    Instant soon = RouterFixture.START.plus(Duration.ofMinutes(11));
    for (int i = 0; i < 100; i++) {
      fixture.channel.put(
          fixture
              .order(String.valueOf(2000 + i), "A")
              .deadlines(new Deadlines(soon, null, null, null))
              .build());
    }
    fixture.router.runDue(Duty.INTAKE);
    fixture.router.runDue(Duty.HOUSEKEEPING);

    // At 0.5/s the 30th is placed after a minute, ten before the clock ends.
    assertThat(told()).hasSize(70).allMatch(event -> event.state() == RoutingState.READY);
  }

  @Test
  void look_placedOrderWithoutNumberNearItsDeadline_isToldOfOnce() {
    put(order -> order);
    fixture.run();
    fixture.runAfter(Duration.ofHours(2));
    assertThat(told()).isEmpty();
    fixture.runAfter(Duration.ofMinutes(1));
    fixture.runAfter(Duration.ofHours(1));

    assertThat(told())
        .singleElement()
        .satisfies(event -> assertThat(event.state()).isEqualTo(RoutingState.PLACED));
    assertThat(toldInStory()).hasSize(1);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void look_shippedOrder_isNotToldOf() {
    put(order -> order);
    fixture.run();
    fixture.clock.advance(Duration.ofMinutes(6));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    fixture.runAfter(Duration.ofHours(13));

    assertThat(told()).isEmpty();
  }

  @Test
  void look_confirmationUnderWay_isLeftAlone() {
    put(order -> order);
    fixture.run();
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.clock.advance(Duration.ofHours(13));
    fixture.router.runDue(Duty.SWEEP);
    fixture.faults.failWhile(
        "confirmShipment",
        FailureKind.NOT_SENT,
        () -> {
          long version = fixture.record(ID).version();
          fixture.router.runDue(Duty.HOUSEKEEPING);
          assertThat(fixture.record(ID).version()).isEqualTo(version);
        });
    fixture.router.runDue(Duty.HOUSEKEEPING);
    fixture.router.runDue(Duty.CONFIRM);

    assertThat(fixture.faults.calls("confirmShipment")).isPositive();
    assertThat(told()).isEmpty();
  }

  @Test
  void look_numberThatTheChannelDoesNotTakeInTime_isToldOf() {
    put(order -> order);
    fixture.run();
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.clock.advance(Duration.ofHours(13));
    fixture.router.runDue(Duty.SWEEP);
    fixture.faults.fail("confirmShipment", FailureKind.UNAVAILABLE);
    fixture.router.runDue(Duty.CONFIRM);
    fixture.router.runDue(Duty.HOUSEKEEPING);

    assertThat(told()).hasSize(1);
  }

  @Test
  void look_createUnderWay_isLeftAloneAndToldOfWhenItIsUncertain() {
    put(order -> order);
    fixture.clock.advance(Duration.ofHours(13));
    fixture.router.runDue(Duty.INTAKE);
    fixture.faults.failWhile(
        "create", FailureKind.NO_ANSWER, () -> fixture.router.runDue(Duty.HOUSEKEEPING));
    fixture.router.runDue(Duty.PLACE);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACING);
    assertThat(told()).isEmpty();
    fixture.router.runDue(Duty.HOUSEKEEPING);

    assertThat(told())
        .singleElement()
        .satisfies(event -> assertThat(event.state()).isEqualTo(RoutingState.PLACING));
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(told()).hasSize(1);
  }

  @Test
  void look_reviewNearItsDeadline_isToldOfOnceAndStaysTheSameReview() {
    put(order -> order.traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.DANGEROUS_GOODS)));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.REVIEW);
    ReviewCode code = fixture.reviewCode(ID).orElseThrow();
    fixture.clock.advance(Duration.ofHours(3));
    fixture.router.runDue(Duty.HOUSEKEEPING);
    fixture.router.runDue(Duty.HOUSEKEEPING);

    assertThat(told())
        .singleElement()
        .satisfies(event -> assertThat(event.state()).isEqualTo(RoutingState.REVIEW));
    assertThat(fixture.reviewCode(ID)).contains(code);
    assertThat(fixture.events(RouterEvent.ReviewRaised.class)).hasSize(1);
  }
}
