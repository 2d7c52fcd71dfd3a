// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.FakeFulfillmentNetwork.parcel;
import static io.mcfconnector.FakeFulfillmentNetwork.shipment;
import static io.mcfconnector.FakeFulfillmentNetwork.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that the network changes after the channel was told, and the one correction for it. */
class CorrectionTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final FulfillmentOrderId FIRST = FulfillmentOrderId.of("TTS-1001");

  private final RouterFixture fixture = new RouterFixture();

  private void shipped(String number) {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, number, PackageStatus.SHIPPED);
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
  }

  private void shows(String number) {
    fixture.shipAll(ID, number, PackageStatus.SHIPPED);
  }

  private TrackedPackage.Confirmation confirmation() {
    return fixture.record(ID).packages().get(0).confirmation();
  }

  private List<String> corrections() {
    return fixture.channel.corrections().stream().map(one -> one.number().value()).toList();
  }

  private String atTheChannel() {
    LineItem.ShippedIn in = fixture.channel.order(ID).lineItems().get(0).shippedIn();
    return in == null ? "" : String.valueOf(in.trackingNumber());
  }

  private void assertCorrected(String number) {
    assertThat(corrections()).containsExactly(number);
    assertThat(atTheChannel()).isEqualTo(number);
    assertThat(confirmation().verdict()).isEqualTo(TrackedPackage.Verdict.CONFIRMED);
    assertThat(confirmation().number()).isEqualTo(TrackingNumber.of(number));
    assertThat(confirmation().replaced()).isEqualTo(TrackingNumber.of("1Z1"));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void numberChanged_isCorrectedOnce() {
    shipped("1Z1");
    shows("1Z2");
    fixture.run();
    fixture.pass(Duration.ofMinutes(15));
    assertCorrected("1Z2");
    assertThat(fixture.channel.confirmations()).hasSize(1);
  }

  @Test
  void numberChangedTwice_isAPersonsWhoHearsOfItOnce() {
    shipped("1Z1");
    shows("1Z2");
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    shows("1Z3");
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CORRECTION_SPENT);
    assertThat(fixture.review(ID).note().facts()).containsEntry("1Z2", "1Z3");
    assertThat(corrections()).containsExactly("1Z2");
    assertThat(confirmation().number()).isEqualTo(TrackingNumber.of("1Z2"));
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.pass(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @ParameterizedTest
  @CsvSource({"70, SHIPPED", "72, REVIEW"})
  void numberChangedLate_isCorrectedOnlyInTime(int hours, RoutingState state) {
    shipped("1Z1");
    fixture.clock.advance(Duration.ofHours(hours - 1));
    shows("1Z2");
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(state);
    assertThat(corrections()).hasSize(state == RoutingState.SHIPPED ? 1 : 0);
  }

  @Test
  void numberOfAShipmentThatHasNotLeft_waitsUntilItIsFinal() {
    shipped("1Z1");
    ShipmentPackage changed = parcel("1", "1Z2", units("1", 1));
    fixture.network.shipments(FIRST, new Shipment("S1", Shipment.Status.PENDING, List.of(changed)));
    fixture.run();
    assertThat(corrections()).isEmpty();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(FIRST, shipment("S1", changed));
    fixture.run();
    assertCorrected("1Z2");
  }

  @ParameterizedTest
  @CsvSource({"AFTN1, 1Z1, 1Z2", "'', 1Z1, 1Z1"})
  void networksAndCarriersNumber_neverReplaceEachOther(
      String network, String carrier, String carrierLater) {
    fixture.place("1001", "A");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(FIRST, shipment("S1", both(network, carrier)));
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(FIRST, shipment("S1", both("AFTN1", carrierLater)));
    fixture.run();
    assertThat(corrections()).isEmpty();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  private static ShipmentPackage both(String network, String carrier) {
    return new ShipmentPackage(
        "1",
        parcel("1", carrier).carrier(),
        TrackingNumber.of(carrier),
        network.isEmpty() ? null : TrackingNumber.of(network),
        PackageStatus.SHIPPED,
        List.of(units("1", 1)));
  }

  @Test
  void parcelPackedAnew_takesThePlaceOfTheOldOne() {
    shipped("1Z1");
    fixture.network.shipments(
        FIRST,
        new Shipment("S1", Shipment.Status.CANCELLED, List.of(parcel("1", "1Z1", units("1", 1)))),
        shipment("S2", parcel("2", "1Z2", units("1", 1))));
    fixture.run();
    assertCorrected("1Z2");
    assertThat(fixture.channel.confirmations()).hasSize(1);
    assertThat(fixture.record(ID).packages()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "UNAVAILABLE", "STATE_CONFLICT", "REFUSED"})
  void answerLost_isReadBack(FailureKind kind) {
    shipped("1Z1");
    shows("1Z2");
    fixture.faults.failAfterEffect("correctShipment", kind);
    fixture.run();
    assertCorrected("1Z2");
    assertThat(fixture.faults.calls("correctShipment")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "NOT_SENT", "STATE_CONFLICT", "AUTHORIZATION_LOST"})
  void notArrived_goesAgain(FailureKind kind) {
    shipped("1Z1");
    shows("1Z2");
    fixture.faults.fail("correctShipment", kind);
    fixture.run();
    assertThat(confirmation().verdict()).isEqualTo(TrackedPackage.Verdict.CORRECTING);
    fixture.runAfter(Duration.ofSeconds(20));
    assertCorrected("1Z2");
  }

  @Test
  void refused_isAPersonsWhoHearsOfItOnce() {
    shipped("1Z1");
    shows("1Z2");
    fixture.faults.fail("correctShipment", FailureKind.REFUSED);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CORRECTION_SPENT);
    assertThat(fixture.review(ID).note().facts()).containsEntry("1Z1", "1Z2");
    assertThat(confirmation().number()).isEqualTo(TrackingNumber.of("1Z1"));
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.pass(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.faults.calls("correctShipment")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void crash_atAnyCall_correctsOnce(boolean afterEffect) {
    for (int call = 0; crashes(call, afterEffect); call++) {
      assertThat(call).isLessThan(40);
    }
  }

  private static boolean crashes(int call, boolean afterEffect) {
    CorrectionTest life = new CorrectionTest();
    life.shipped("1Z1");
    life.shows("1Z2");
    life.fixture.faults.crashAt(call, afterEffect);
    boolean crashed = false;
    try {
      life.fixture.run();
    } catch (Faults.Crash crash) {
      crashed = true;
    }
    life.fixture.faults.none();
    life.fixture.restart();
    life.fixture.pass(Duration.ofMinutes(12));
    life.assertCorrected("1Z2");
    assertThat(life.fixture.faults.calls("correctShipment")).isLessThanOrEqualTo(2);
    return crashed;
  }

  private void warned() {
    fixture.channel.warn("looks like another carrier's");
    shipped("1Z1");
    fixture.channel.warn(null);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_WARNING);
  }

  @Test
  void personCorrects_theChannelIsToldAndTheNetworksNumberIsLeftAlone() {
    warned();
    assertThat(fixture.review(ID).correctTracking("1Z1", "1Z7").apply("pat")).isEqualTo(1);
    fixture.run();
    assertCorrected("1Z7");
    assertThat(fixture.record(ID).decisions())
        .filteredOn(step -> step.rule().equals("CORRECT_TRACKING"))
        .extracting(Decision::facts)
        .allSatisfy(facts -> assertThat(facts).containsEntry("by", "pat"));
    fixture.clock.advance(Duration.ofHours(1));
    shows("1Z1");
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void personCorrects_refusesWhatCannotBe() {
    warned();
    Review review = fixture.review(ID);
    assertThatThrownBy(() -> review.correctTracking("1Z9", "1Z7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1001");
    assertThatThrownBy(() -> review.correctTracking("1Z1", "1Z1"))
        .isInstanceOf(IllegalArgumentException.class);
    fixture.clock.advance(Duration.ofDays(3));
    assertThatThrownBy(() -> review.correctTracking("1Z1", "1Z7"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("72 hours");
  }
}
