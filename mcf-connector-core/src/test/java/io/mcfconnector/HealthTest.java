// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.RouterFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.Health.Cause;
import io.mcfconnector.model.Health.Trouble;
import io.mcfconnector.model.Health.Verdict;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How the duties fare, as the store tells it. */
class HealthTest {

  private static final ShopId SHOP = ShopId.of("7001");
  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  private Health health() {
    return fixture.router.health();
  }

  private Health.Run run(Duty duty) {
    return health().runs().stream().filter(run -> run.duty() == duty).findFirst().orElseThrow();
  }

  private void put(Duration untilDeadline, String... skus) {
    fixture.channel.put(
        fixture
            .order("1001", skus)
            .deadlines(new Deadlines(fixture.clock.instant().plus(untilDeadline), null, null, null))
            .build());
  }

  @Test
  void health_beforeTheFirstRun_isDegradedAndNamesEachDuty() {
    Health health = health();

    assertThat(health.verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(health.reasons())
        .extracting(Health.Reason::cause)
        .hasSize(Duty.values().length)
        .containsOnly(Cause.DUTY_NOT_RUN);
    assertThat(health.intakeLag(SHOP)).isEmpty();
    assertThat(health.runs())
        .allSatisfy(run -> assertThat(run.succeededAt()).isNull())
        .allSatisfy(run -> assertThat(run.failure()).isNull());
  }

  @Test
  void health_everyDutyRan_isUp() {
    fixture.run();
    fixture.clock.advance(Duration.ofSeconds(40));

    Health health = health();

    assertThat(health.verdict()).isEqualTo(Verdict.UP);
    assertThat(health.reasons()).isEmpty();
    assertThat(health.runs())
        .hasSize(Duty.values().length)
        .allSatisfy(run -> assertThat(run.succeededAt()).isEqualTo(START));
    assertThat(health.intakeLag(SHOP)).contains(Duration.ofSeconds(40));
    assertThat(health).hasToString("Health at 2026-03-02T12:00:40Z: UP");
  }

  @Test
  void health_anotherNodeRanTheDuties_countsItsRuns() {
    OrderRouter other = fixture.newRouter(builder -> builder);
    fixture.run();
    fixture.clock.advance(Duration.ofMinutes(7));
    other.runDue();

    assertThat(health().verdict()).isEqualTo(Verdict.UP);
    assertThat(run(Duty.PLACE).succeededAt()).isEqualTo(START.plus(Duration.ofMinutes(7)));
  }

  @Test
  void health_dutyDoesNotRun_isDownAfterThreeIntervalsAndFiveMinutes() {
    fixture.run();
    fixture.clock.advance(Duration.ofMinutes(8));
    fixture.router.runDue(Duty.PLACE);
    fixture.router.runDue(Duty.CONFIRM);
    fixture.router.runDue(Duty.STOCK);
    assertThat(health().verdict()).isEqualTo(Verdict.UP);

    fixture.clock.advance(Duration.ofSeconds(1));

    assertThat(health().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(health().reasons())
        .containsExactly(new Health.Reason(Cause.DUTY_LATE, "intake/TTS/7001", START));
    assertThat(health())
        .asString()
        .endsWith("DOWN" + System.lineSeparator() + "  DUTY_LATE: intake/TTS/7001 (" + START + ")");
  }

  @Test
  void health_lastRunFailed_isDegradedUntilTheNextSucceeds() {
    fixture.run();
    fixture.faults.fail("findChangedOrders", FailureKind.UNAVAILABLE);
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(health().verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(health().reasons())
        .containsExactly(
            new Health.Reason(
                Cause.DUTY_FAILING, "intake/TTS/7001", START.plus(Duration.ofMinutes(1))));
    assertThat(run(Duty.INTAKE).succeededAt()).isEqualTo(START);

    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(health().verdict()).isEqualTo(Verdict.UP);
    assertThat(run(Duty.INTAKE).failure())
        .isEqualTo(new Health.Failure(START.plus(Duration.ofMinutes(1)), Trouble.UNREACHABLE));
  }

  @Test
  void health_successSoonAfterAFailure_isOnRecordAtOnce() {
    fixture.run();
    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.faults.fail("findChangedOrders", FailureKind.UNAVAILABLE);
    fixture.router.runDue(Duty.INTAKE);
    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.router.runDue(Duty.INTAKE);

    assertThat(run(Duty.INTAKE).isFailing()).isFalse();
  }

  @Test
  void health_dutyNeverSucceeded_isDown() {
    fixture.faults.fail("findChangedOrders", FailureKind.CALLER_FAULT);
    fixture.run();

    assertThat(health().reasons())
        .containsExactly(new Health.Reason(Cause.DUTY_LATE, "intake/TTS/7001", null));
  }

  @Test
  void health_authorizationLost_isDownAtOnce() {
    fixture.run();
    fixture.faults.fail("findChangedOrders", FailureKind.AUTHORIZATION_LOST);
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(health().reasons())
        .containsExactly(
            new Health.Reason(
                Cause.AUTHORIZATION_LOST, "intake/TTS/7001", START.plus(Duration.ofMinutes(1))));
    assertThat(health().verdict()).isEqualTo(Verdict.DOWN);
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(Faults.failure("x", FailureKind.TOKEN_EXPIRED), Trouble.AUTHORIZATION),
        Arguments.of(Faults.failure("x", FailureKind.THROTTLED), Trouble.THROTTLED),
        Arguments.of(Faults.failure("x", FailureKind.NOT_SENT), Trouble.UNREACHABLE),
        Arguments.of(Faults.failure("x", FailureKind.UNREADABLE), Trouble.REFUSED),
        Arguments.of(new StoreException("the disk is full"), Trouble.STORE),
        Arguments.of(new IllegalStateException("a bug"), Trouble.OTHER));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void health_failedRun_tellsWhatWasInTheWay(RuntimeException problem, Trouble trouble) {
    // An earlier failure of another kind must not be taken for the last.
    FailureKind other =
        trouble == Trouble.AUTHORIZATION ? FailureKind.REFUSED : FailureKind.AUTHORIZATION_LOST;
    fixture.faults.fail("findChangedOrders", other);
    fixture.run();
    fixture.faults.fail("findChangedOrders", problem);
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(run(Duty.INTAKE).failure())
        .isEqualTo(new Health.Failure(START.plus(Duration.ofMinutes(1)), trouble));
  }

  @Test
  void health_failureCannotBeSaved_theRunIsToldOfAllTheSame() {
    fixture.run();
    fixture.faults.fail("findChangedOrders", FailureKind.UNAVAILABLE);
    fixture.faults.fail("store.watermark", new StoreException("the disk is full"));
    fixture.clock.advance(Duration.ofMinutes(1));

    RunReport report = fixture.router.runDue(Duty.INTAKE);

    assertThat(report.failures())
        .singleElement()
        .satisfies(failed -> assertThat(failed.problem()).hasMessageContaining("scripted"));
    assertThat(fixture.events(RouterEvent.DutyFailed.class)).hasSize(1);
    assertThat(run(Duty.INTAKE).failure()).isNull();
  }

  @Test
  void health_dutyThatRunsManyTimesASecond_savesEachTenSeconds() {
    fixture.router.runDue(Duty.PLACE);
    fixture.clock.advance(Duration.ofSeconds(9));
    fixture.router.runDue(Duty.PLACE);
    assertThat(run(Duty.PLACE).succeededAt()).isEqualTo(START);

    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.router.runDue(Duty.PLACE);
    assertThat(run(Duty.PLACE).succeededAt()).isEqualTo(START.plusSeconds(10));
  }

  @Test
  void health_clockSetBack_savesByTheNewTime() {
    fixture.run();
    fixture.clock.advance(Duration.ofMinutes(-30));
    fixture.run();

    assertThat(run(Duty.PLACE).succeededAt()).isEqualTo(START.minus(Duration.ofMinutes(30)));
    assertThat(health().intakeLag(SHOP)).contains(Duration.ZERO);
  }

  @Test
  void health_authorizationEnds_isTold() {
    Instant end = START.plus(Duration.ofDays(8));
    fixture.channel.authorizedUntil(end);
    fixture.network.authorizedUntil(() -> START.plus(Duration.ofDays(300)));
    fixture.run();

    assertThat(health().verdict()).isEqualTo(Verdict.UP);
    assertThat(health().authorizations())
        .containsExactlyInAnyOrder(
            new Health.Authorization("7001", end),
            new Health.Authorization(
                fixture.network.account().value(), START.plus(Duration.ofDays(300))));

    fixture.runAfter(Duration.ofDays(1));
    assertThat(health().reasons())
        .containsExactly(new Health.Reason(Cause.AUTHORIZATION_ENDS, "7001", end));
    assertThat(health().verdict()).isEqualTo(Verdict.DEGRADED);

    fixture.runAfter(Duration.ofDays(7));
    assertThat(health().reasons())
        .containsExactly(new Health.Reason(Cause.AUTHORIZATION_ENDED, "7001", end));
    assertThat(health().verdict()).isEqualTo(Verdict.DOWN);
  }

  @Test
  void health_ordersWait_tellsTheOldestThatNothingHolds() {
    fixture.channel.put(fixture.order("1", "A").status(OrderStatus.UNPAID, "UNPAID").build());
    fixture.run();
    assertThat(health().orders().oldestUnplaced()).isNull();

    fixture.clock.advance(Duration.ofMinutes(1));
    Instant received = fixture.clock.instant();
    put(Duration.ofDays(2), "A");
    fixture.router.runDue(Duty.INTAKE);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.put(fixture.order("1002", "A").build());
    fixture.router.runDue(Duty.INTAKE);

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    assertThat(health().orders().oldestUnplaced())
        .isEqualTo(new Health.Unplaced(ID, received, received.plus(Duration.ofDays(2))));

    fixture.run();
    assertThat(health().orders().oldestUnplaced()).isNull();
  }

  @Test
  void health_orderNearItsClock_isAtRiskUntilItIsShipped() {
    put(Duration.ofHours(13), "A");
    fixture.run();
    assertThat(health().orders().atRisk()).isZero();

    fixture.pass(Duration.ofHours(1));
    assertThat(health().orders().atRisk()).isEqualTo(1);
    assertThat(health().reasons())
        .containsExactly(new Health.Reason(Cause.ORDERS_AT_RISK, "1 order", null));

    fixture.shipAll(ID, "TBA300000000012", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(6));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(health().orders().atRisk()).isZero();
  }

  @Test
  void health_ordersInReview_areCountedByCodeAndByTheirClock() {
    put(Duration.ofHours(2), "UNMAPPED");
    fixture.channel.put(fixture.order("1002", "UNMAPPED").build());
    fixture.run();

    assertThat(health().orders().reviews()).containsOnlyKeys(ReviewCode.UNMAPPED_SKU);
    assertThat(health().orders().reviews()).containsEntry(ReviewCode.UNMAPPED_SKU, 2);
    assertThat(health().orders().atRisk()).isEqualTo(1);
  }

  @Test
  void health_shippedOrderInReview_isNotAtRisk() {
    put(Duration.ofHours(2), "A");
    fixture.run();
    fixture.channel.warn("no such number");
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();

    assertThat(health().orders().reviews()).containsOnlyKeys(ReviewCode.TRACKING_WARNING);
    assertThat(health().orders().atRisk()).isZero();
  }

  @Test
  void health_callsNoPlatformAndSavesNothing() {
    put(Duration.ofHours(2), "A");
    fixture.router.runDue(Duty.INTAKE);
    fixture.faults.crashAt(0, false);

    assertThatCode(this::health).doesNotThrowAnyException();
  }

  @Test
  void health_authorizationCannotBeRead_throws() {
    fixture.network.authorizedUntil(
        () -> {
          throw new StoreException("the token store is down");
        });

    assertThatThrownBy(this::health).isInstanceOf(StoreException.class);
  }
}
