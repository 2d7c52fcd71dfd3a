// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.FakeFulfillmentNetwork.parcel;
import static io.mcfconnector.FakeFulfillmentNetwork.shipment;
import static io.mcfconnector.FakeFulfillmentNetwork.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShipmentConfirmation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What happens after the parcels left: silence, lateness, arrival and loss. */
class DeliveryTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final FulfillmentOrderId FIRST = FulfillmentOrderId.of("TTS", ID, 1);

  private final RouterFixture fixture = new RouterFixture();

  @Test
  void parcelLost_waitsForAPersonOnce_andTheOthersGoOn() {
    fixture.place("1001", "A", "A");
    fixture.runAfter(Duration.ofMinutes(1));
    ship(PackageStatus.UNDELIVERABLE, PackageStatus.SHIPPED);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.PARCEL_LOST);
    assertThat(fixture.review(ID).note().facts()).containsEntry("parcel S1/1", "1Z1");
    assertThat(fixture.channel.confirmations())
        .extracting(ShipmentConfirmation::number)
        .extracting(Object::toString)
        .containsExactly("1Z1", "1Z2");
    assertThat(fixture.repair(ID, Repair.Kind.TRY_AGAIN)).isTrue();
    fixture.pass(Duration.ofHours(8));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void shippedOrder_isNotReadByIdBeforeItIsLate() {
    fixture.place("1001", "A");
    fixture.runAfter(Duration.ofMinutes(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.runAfter(Duration.ofHours(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    Instant confirmed = fixture.clock.instant();
    assertThat(fixture.record(ID).duty()).isEqualTo(Duty.SWEEP);
    assertThat(fixture.record(ID).dueAt()).isEqualTo(confirmed.plus(Duration.ofDays(10)));
  }

  @Test
  void shippedOrder_isReadByIdWhenTheChannelsDeliveryTimeIsOver() {
    Instant deliverBy = fixture.clock.instant().plus(Duration.ofDays(4));
    fixture.channel.put(
        fixture.order("1001", "A").deadlines(new Deadlines(null, null, null, deliverBy)).build());
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.runAfter(Duration.ofHours(1));
    assertThat(fixture.record(ID).dueAt()).isEqualTo(deliverBy);
    fixture.clock.advance(Duration.ofDays(5));
    fixture.network.delivers(FIRST, PackageStatus.UNDELIVERABLE);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.PARCEL_LOST);
  }

  private void ship(PackageStatus first, PackageStatus second) {
    fixture.network.shipments(
        FIRST,
        shipment("S1", parcel("1", "1Z1", first, units("1", 1))),
        shipment("S2", parcel("2", "1Z2", second, units("1", 1))));
    fixture.runAfter(Duration.ofHours(1));
  }
}
