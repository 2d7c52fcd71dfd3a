// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Orders that wait while the channel's clock runs out. */
class DeadlineTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final Instant DEADLINE = RouterFixture.START.plus(Duration.ofHours(6));

  private final RouterFixture fixture = new RouterFixture();

  private void putWithStatus(OrderStatus status, String raw) {
    Order order =
        fixture
            .order("1001", "A")
            .status(status, raw)
            .deadlines(new Deadlines(DEADLINE, null, null, null))
            .build();
    fixture.channel.put(order);
    fixture.run();
  }

  @Test
  void look_heldOrderNearItsDeadline_isToldOfOnce() {
    putWithStatus(OrderStatus.UNPAID, "UNPAID");
    fixture.runAfter(Duration.ofHours(2));
    assertThat(fixture.events(RouterEvent.DeadlineAtRisk.class)).isEmpty();
    fixture.runAfter(Duration.ofMinutes(1));
    fixture.runAfter(Duration.ofHours(1));

    assertThat(fixture.events(RouterEvent.DeadlineAtRisk.class))
        .singleElement()
        .satisfies(event -> assertThat(event.deadline()).isEqualTo(DEADLINE))
        .satisfies(event -> assertThat(event.state()).isEqualTo(RoutingState.HELD));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.HELD);
    assertThat(fixture.record(ID).decisions())
        .anyMatch(step -> step.rule().equals("deadline-at-risk"));
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
  void look_placedOrderNearItsDeadline_isNotToldOf() {
    putWithStatus(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT");
    fixture.runAfter(Duration.ofHours(5));
    assertThat(fixture.events(RouterEvent.DeadlineAtRisk.class)).isEmpty();
  }
}
