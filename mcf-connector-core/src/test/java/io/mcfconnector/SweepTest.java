// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.FakeFulfillmentNetwork.shipment;
import static io.mcfconnector.FakeFulfillmentNetwork.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot.Change.Phase;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sweep reads: only what changed, what is silent, and now and then all that is recent. */
class SweepTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final FulfillmentOrderId FIRST = FulfillmentOrderId.of("TTS", ID, 1);

  private final RouterFixture fixture = new RouterFixture();

  @BeforeEach
  void place() {
    fixture.network.changesTell(Phase.WAITING);
    fixture.place("1001", "A");
    fixture.runAfter(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.network.changesTell(Phase.UNTOLD);
  }

  @Test
  void changeListedAgain_isReadOnce() {
    fixture.shipAll(ID, null, PackageStatus.PENDING);
    fixture.runAfter(Duration.ofMinutes(1));
    long read = reads();
    fixture.runAfter(Duration.ofMinutes(1));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(reads()).isEqualTo(read);
  }

  @Test
  void orderOfTwoItemsThatWaits_isNotReadAndNotSilent() {
    OrderId two = fixture.place("1002", "A", "B");
    assertThat(readsOfChange(FulfillmentOrderId.of("TTS", two, 1), Phase.WAITING)).isZero();
    // The first look by id, ten minutes after placing, is not needed any more.
    assertThat(fixture.record(two).dueAt())
        .isAfter(fixture.clock.instant().plus(Duration.ofHours(2)));
  }

  @Test
  void orderOfOneItemThatWaits_isReadOnceForTheNetworksOwnNumber() {
    assertThat(readsOfChange(FIRST, Phase.WAITING)).isZero();
    long before = reads();
    for (int times = 0; times < 20; times++) {
      fixture.runAfter(Duration.ofMinutes(30));
      fixture.network.status(FIRST, FulfillmentStatus.IN_PROGRESS);
    }
    assertThat(reads() - before).isOne();
  }

  @Test
  void orderPickedSoonAfterPlacing_isReadAtOnce() {
    assertThat(readsOfChange(FIRST, Phase.PACKING)).isOne();
  }

  @Test
  void pickingThatBegins_isReadAtTheNextChange() {
    waitForPicking();
    assertThat(readsOfChange(FIRST, Phase.PACKING)).isZero();
    assertThat(readsOfChange(FIRST, Phase.PACKING)).isOne();
  }

  @Test
  void pickingThatBegins_andNothingMore_isReadWithinFourHours() {
    waitForPicking();
    assertThat(readsOfChange(FIRST, Phase.PACKING)).isZero();
    long before = reads();
    fixture.pass(Duration.ofMinutes(235));
    assertThat(reads()).isGreaterThan(before);
  }

  @Test
  void shippedOrder_isReadWhileACarriersNumberMayChange() {
    fixture.shipAll(ID, "1Z1", PackageStatus.PENDING);
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(readsOfChange(FIRST, Phase.SHIPPED)).isOne();

    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(readsOfChange(FIRST, Phase.SHIPPED)).isZero();
  }

  @Test
  void shippedOrderWithTheNetworksNumber_isReadOnlyForWhatEndsOtherwise() {
    fixture.network.shipments(
        FIRST,
        shipment(
            "S1",
            new ShipmentPackage(
                "1",
                CarrierCode.of("AMAZON_LOGISTICS"),
                null,
                TrackingNumber.of("AFTN1"),
                PackageStatus.PENDING,
                List.of(units("1", 1)))));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(readsOfChange(FIRST, Phase.SHIPPED)).isZero();
    assertThat(readsOfChange(FIRST, Phase.UNTOLD)).isOne();
  }

  @Test
  void silentOrder_isReadByIdWithinFourHours() {
    fixture.runAfter(Duration.ofMinutes(10));
    Instant heard = fixture.clock.instant();
    long read = reads();
    while (reads() == read) {
      fixture.runAfter(Duration.ofMinutes(5));
    }
    assertThat(Duration.between(heard, fixture.clock.instant())).isLessThan(Duration.ofHours(4));
  }

  @Test
  void numberThatMovesNoTimeOfChange_isFoundByTheWideSweep() {
    fixture.network.changesHaveSnapshots();
    fixture.pass(Duration.ofMinutes(30));
    Instant before = fixture.clock.instant().minus(Duration.ofMinutes(30));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.network.changedAt(FIRST, before);
    fixture.pass(Duration.ofMinutes(150));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  private void waitForPicking() {
    fixture.network.changesTell(Phase.WAITING);
    fixture.runAfter(Duration.ofMinutes(45));
  }

  /** Tells how often an order is read by its id after one more change of it. */
  private long readsOfChange(FulfillmentOrderId id, Phase phase) {
    fixture.network.changesTell(phase);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.network.status(id, FulfillmentStatus.IN_PROGRESS);
    long before = reads();
    fixture.runAfter(Duration.ofSeconds(1));
    fixture.runAfter(Duration.ofMinutes(1));
    return reads() - before;
  }

  private long reads() {
    return fixture.faults.calls("find");
  }
}
