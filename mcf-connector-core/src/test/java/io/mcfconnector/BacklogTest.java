// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What waits, until when, and what will be late. */
class BacklogTest {

  private static final Instant START = RouterFixture.START;

  private final RouterFixture fixture = new RouterFixture();
  private int made;

  private void put(int count, UnaryOperator<Order.Builder> change) {
    for (int i = 0; i < count; i++) {
      fixture.channel.put(
          change.apply(fixture.order(String.valueOf(1_000_000 + made++), "A")).build());
    }
  }

  private static UnaryOperator<Order.Builder> shipBy(Duration fromStart) {
    return order -> order.deadlines(new Deadlines(START.plus(fromStart), null, null, null));
  }

  private Backlog seen() {
    fixture.router.runDue(Duty.INTAKE);
    return fixture.router.backlog();
  }

  private Instant after(double seconds) {
    return START.plusMillis((long) (seconds * 1000));
  }

  @Test
  void backlog_nothingWaits_saysSo() {
    fixture.network.allows(new CallAllowance(29, 29, 2));
    Backlog backlog = fixture.router.backlog();

    assertThat(backlog.waiting()).isEqualTo(Backlog.Waiting.NOTHING);
    assertThat(backlog.clearAt()).isNull();
    assertThat(backlog.dispatch().lateRate()).isZero();
    assertThat(backlog)
        .hasToString(
            "Backlog at 2026-03-02T12:00:00Z: nothing waits"
                + System.lineSeparator()
                + "  dispatch: no order waits for its shipment");
  }

  @Test
  void backlog_readyOrders_areClearAtThePaceOfTheQuota() {
    fixture.network.allows(new CallAllowance(10, 29, 2));
    put(110, shipBy(Duration.ofDays(2)));
    Backlog backlog = seen();

    assertThat(backlog.waiting()).isEqualTo(new Backlog.Waiting(110, 0, 0, 0));
    assertThat(backlog.shops()).containsOnlyKeys(fixture.channel.shop());
    assertThat(backlog.clearAt()).isEqualTo(after(50));
    assertThat(backlog.dispatch()).isEqualTo(new Backlog.Dispatch(110, 0, 0));
    assertThat(backlog.toString())
        .contains("110 wait (110 ready, 0 placing, 0 held, 0 held without a known end)")
        .contains("placed at 2026-03-02T12:00:50Z (in 0 min 50 s)")
        .contains("110 to be shipped, 0 late, 0 more will be if nothing changes (0.0 %)");
  }

  @Test
  void backlog_debtAtThePlatform_isPaidFirst() {
    fixture.network.allows(new CallAllowance(-4, 29, 0.5));
    put(1, shipBy(Duration.ofDays(2)));

    assertThat(seen().clearAt()).isEqualTo(after(10));
  }

  @Test
  void backlog_moreOrdersThanAPageOfTheStore_countsAll() {
    fixture.network.allows(new CallAllowance(0, 29, 2));
    put(1201, shipBy(Duration.ofDays(2)));
    Backlog backlog = seen();

    assertThat(backlog.waiting().ready()).isEqualTo(1201);
    assertThat(backlog.clearAt()).isEqualTo(after(600.5));
  }

  @Test
  void backlog_quotaUnknown_promisesNothing() {
    put(3, shipBy(Duration.ofDays(2)));
    Backlog backlog = seen();

    assertThat(backlog.waiting().ready()).isEqualTo(3);
    assertThat(backlog.clearAt()).isNull();
    assertThat(backlog.toString()).contains("does not tell its quota");
  }

  @Test
  void backlog_heldOrders_goWithTheNextLookAfterTheirHold() {
    fixture.router = fixture.newRouter(builder -> builder.hold(Duration.ofHours(3)));
    fixture.network.allows(new CallAllowance(0, 29, 2));
    put(39, shipBy(Duration.ofDays(2)));
    Backlog backlog = seen();

    // Paid two hours ago, polled each minute from now on, and 29 permits are saved up by then.
    assertThat(backlog.waiting()).isEqualTo(new Backlog.Waiting(0, 0, 39, 0));
    assertThat(backlog.clearAt()).isEqualTo(after(3600 + 5));
    fixture.clock.advance(Duration.ofSeconds(10));
    assertThat(seen().clearAt()).isEqualTo(after(3600 + 10 + 5));
    fixture.clock.advance(Duration.ofSeconds(20));
    assertThat(fixture.router.backlog().clearAt()).isEqualTo(after(3600 + 10 + 5));
  }

  @Test
  void backlog_holdWithoutKnownEnd_isLeftOutOfTheForecast() {
    fixture.network.allows(new CallAllowance(0, 29, 2));
    put(5, order -> shipBy(Duration.ofDays(2)).apply(order).status(OrderStatus.UNPAID, "UNPAID"));
    put(1, shipBy(Duration.ofDays(2)));
    Backlog backlog = seen();

    assertThat(backlog.waiting()).isEqualTo(new Backlog.Waiting(1, 0, 0, 5));
    assertThat(backlog.clearAt()).isEqualTo(after(0.5));
    assertThat(backlog.dispatch()).isEqualTo(new Backlog.Dispatch(6, 0, 5));
  }

  @Test
  void backlog_uncertainCreate_countsAsPlacing() {
    fixture.network.allows(new CallAllowance(1, 29, 2));
    put(1, shipBy(Duration.ofDays(2)));
    fixture.router.runDue(Duty.INTAKE);
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.router.runDue(Duty.PLACE);
    Backlog backlog = fixture.router.backlog();

    assertThat(backlog.waiting()).isEqualTo(new Backlog.Waiting(0, 1, 0, 0));
    assertThat(backlog.clearAt()).isEqualTo(after(5));
  }

  @Test
  void dispatch_queueLongerThanTheTimeLeft_namesThoseThatComeTooLate() {
    fixture.network.allows(new CallAllowance(10, 29, 2));
    put(100, shipBy(Duration.ofSeconds(20)));
    put(100, shipBy(Duration.ofDays(2)));
    Backlog backlog = seen();

    assertThat(backlog.dispatch()).isEqualTo(new Backlog.Dispatch(200, 0, 50));
    assertThat(backlog.dispatch().lateRate()).isEqualTo(0.25, within(1e-9));
    assertThat(backlog.toString()).contains("50 more will be if nothing changes (25.0 %)");
  }

  @Test
  void dispatch_ordersEverywhere_areCountedOnce() {
    fixture.network.allows(new CallAllowance(29, 29, 2));
    put(4, shipBy(Duration.ofHours(10)));
    fixture.run();
    OrderId shipped = OrderId.of("1000000");
    fixture.clock.advance(Duration.ofMinutes(6));
    fixture.shipAll(shipped, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(shipped)).isEqualTo(RoutingState.SHIPPED);
    // In review, and nothing but a person sends it on.
    fixture.mapping.clear();
    put(2, order -> shipBy(Duration.ofHours(20)).apply(order).updatedAt(fixture.clock.instant()));
    fixture.clock.advance(Duration.ofSeconds(1));
    Backlog inTime = seen();
    fixture.clock.advance(Duration.ofHours(11));
    Backlog after = seen();

    assertThat(inTime.dispatch()).isEqualTo(new Backlog.Dispatch(5, 0, 2));
    assertThat(after.dispatch()).isEqualTo(new Backlog.Dispatch(5, 3, 2));
    assertThat(after.waiting()).isEqualTo(Backlog.Waiting.NOTHING);
  }

  @Test
  void backlog_playedThrough_isWhatHappens() {
    fixture.network.allows(new CallAllowance(0, 29, 1));
    fixture.network.takesEach(Duration.ofSeconds(1));
    put(90, shipBy(Duration.ofSeconds(60)));
    Backlog backlog = seen();
    fixture.router.runDue(Duty.PLACE);

    assertThat(fixture.clock.instant()).isEqualTo(backlog.clearAt());
    assertThat(backlog.dispatch().willBeLate()).isEqualTo(30);
  }
}
