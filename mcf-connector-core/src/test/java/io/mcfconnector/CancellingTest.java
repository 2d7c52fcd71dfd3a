// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CancellingTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  private void buyerCancels() {
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.change(ID, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
    fixture.clock.advance(Duration.ofSeconds(1));
  }

  private void buyerAsks() {
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.requestCancel(ID, fixture.clock.instant().plus(Duration.ofDays(1)));
    fixture.clock.advance(Duration.ofSeconds(1));
  }

  @Test
  void cancelled_beforePlacing_isNeverSent() {
    fixture.channel.put(
        fixture.order("1001", "A").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    buyerCancels();
    fixture.pass(Duration.ofHours(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.network.requests()).isEmpty();
  }

  @Test
  void cancelled_whilePlaced_isStoppedAndReadBeforeItCounts() {
    fixture.place("1001", "A");
    buyerCancels();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    assertThat(fixture.faults.calls("cancel")).isEqualTo(1);
    fixture.runAfter(Duration.ofSeconds(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.faults.calls("approve") + fixture.faults.calls("cancelAtChannel")).isZero();
  }

  @Test
  void cancelled_networkDoesNotStopIt_isLookedAtSoonAndThenLessOften() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    buyerCancels();
    fixture.run();
    Instant asked = fixture.clock.instant();
    assertThat(fixture.record(ID).dueAt()).isEqualTo(asked.plusSeconds(5));
    for (int i = 0; i < 12 * 59; i++) {
      fixture.runAfter(Duration.ofSeconds(5));
    }
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    assertThat(fixture.faults.calls("cancel")).isBetween(30L, 34L);
  }

  @Test
  void cancelled_butItShips_waitsForAPersonWhoLetsItEnd() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    buyerCancels();
    fixture.run();
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    fixture.pass(Duration.ofMinutes(40));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    assertThat(fixture.faults.calls("cancel")).isEqualTo(1);
    assertThat(fixture.channel.confirmations()).isEmpty();
  }

  @Test
  void cancelled_whilePicking_isAskedForUntilItIsCertain() {
    fixture.place("1001", "A");
    fixture.network.shipments(
        fixture.first(ID), new Shipment("S1", Shipment.Status.PENDING, List.of()));
    buyerCancels();
    fixture.pass(Duration.ofMinutes(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    assertThat(fixture.faults.calls("cancel")).isGreaterThan(3);

    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.pass(Duration.ofMinutes(3));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancelled_afterAnUncertainCreate_asksTheNetworkToStopWhatItMayHave() {
    uncertainCreate();
    buyerCancels();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    fixture.pass(Duration.ofMinutes(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.faults.calls("cancel")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void orderAppearsAfterItWasCancelled_isStopped() {
    uncertainCreate();
    buyerCancels();
    fixture.pass(Duration.ofMinutes(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);

    fixture.network.put(
        fixture.first(ID),
        AddressFingerprint.ofRequired(RouterFixture.CANARY),
        List.of(new FulfillmentSnapshot.Item("1", Msku.of("M-A"), 1, 0, 0)));
    fixture.pass(Duration.ofMinutes(15));

    assertThat(fixture.network.snapshot(fixture.first(ID)).status())
        .isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  /** The create fails without effect and both looks find nothing: READY, but nobody can be sure. */
  private void uncertainCreate() {
    fixture.faults.fail("create", FailureKind.NO_ANSWER);
    fixture.channel.put(fixture.order("1001", "A").build());
    fixture.run();
    fixture.runAfter(Duration.ofSeconds(6));
    fixture.runAfter(Duration.ofSeconds(6));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
  }

  @Test
  void cancelRequest_whilePlaced_isTooLateWhenItShips() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    buyerAsks();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(4));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.confirmations()).hasSize(1);
  }

  @Test
  void cancelRequest_neitherStoppedNorShippedForAnHour_waitsForAPerson() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    buyerAsks();
    fixture.pass(Duration.ofMinutes(70));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    fixture.network.cancels(true);
    fixture.repair(ID, Repair.Kind.STOP);
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancelRequest_stillPickedAfterAnHour_parcelsAreToldWhenTheyLeave() {
    fixture.place("1001", "A");
    fixture.network.cancels(false);
    buyerAsks();
    fixture.pass(Duration.ofMinutes(70));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(10));
    assertThat(fixture.channel.confirmations()).hasSize(1);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    assertThat(fixture.record(ID).stateBehindReview()).isEqualTo(RoutingState.SHIPPED);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"REFUSED", "STATE_CONFLICT", "ALREADY_DONE", "NO_ANSWER", "UNAVAILABLE"})
  void cancelCall_fails_theOrderReadAfterwardsDecides(FailureKind kind) {
    fixture.place("1001", "A");
    fixture.faults.fail("cancel", kind);
    buyerCancels();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancelled_whileTheNetworkDoesNotShowTheOrderYet_isStoppedAllTheSame() {
    fixture.network.showAfter(Duration.ofSeconds(90));
    fixture.place("1001", "A");
    buyerCancels();
    fixture.run();
    fixture.pass(Duration.ofMinutes(10));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.network.snapshot(fixture.first(ID)).status())
        .isEqualTo(FulfillmentStatus.CANCELLED);
  }

  @Test
  void cancelled_whileTheNetworkLostTheOrder_endsAfterSeveralLooks() {
    fixture.place("1001", "A");
    fixture.network.lose(fixture.first(ID));
    buyerCancels();
    fixture.pass(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void cancelled_whilePlacingIsUncertainForLong_isStoppedOnceFound() {
    fixture.faults.failAfterEffect("create", FailureKind.NO_ANSWER);
    for (int i = 0; i < 8; i++) {
      fixture.faults.fail("find", FailureKind.UNAVAILABLE);
    }
    fixture.place("1001", "A");
    buyerCancels();
    fixture.pass(Duration.ofHours(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
    assertThat(fixture.network.snapshot(fixture.first(ID)).status())
        .isEqualTo(FulfillmentStatus.CANCELLED);
  }

  @Test
  void stoppedForARequest_thatTheChannelThenDropped_waitsForAPerson() {
    fixture.place("1001", "A");
    buyerAsks();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    fixture.channel.dropRequests(ID);
    fixture.pass(Duration.ofMinutes(5));

    assertThat(fixture.channel.approved()).isEmpty();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();
    assertThat(fixture.record(ID).fulfillmentOrderId().value()).isEqualTo("TTS-1001-2");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @ParameterizedTest
  @CsvSource({
    "CANCELLED, AMAZON_CANCELLED",
    "UNFULFILLABLE, AMAZON_UNFULFILLABLE",
    "INVALID, AMAZON_INVALID"
  })
  void networkWillNotShip_waitsForAPersonAndIsSentAgainUnderANewId(
      FulfillmentStatus status, ReviewCode code) {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(fixture.first(ID), status);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(code);
    Review review = fixture.review(ID);
    assertThat(review.repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.SEND_AGAIN, Repair.Kind.SKIP);
    assertThat(review.repairs().get(0).preview()).contains("TTS-1001-2");

    assertThat(review.repairs().get(0).apply("pat")).isEqualTo(1);
    assertThat(review.repairs().get(1).apply("pat")).isZero();
    fixture.run();
    assertThat(fixture.network.taken())
        .containsExactly(fixture.first(ID), FulfillmentOrderId.of("TTS-1001-2"));
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z002", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }
}
