// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The buyer does not want some units: the network can only stop a whole order. */
class CancellingUnitsTest {

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  private void cancelUnit(String unit) {
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.cancelUnits(ID, unit);
    fixture.clock.advance(Duration.ofSeconds(1));
  }

  private void askFor(String... units) {
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.channel.requestCancel(ID, fixture.clock.instant().plus(Duration.ofDays(1)), units);
    fixture.clock.advance(Duration.ofSeconds(1));
  }

  private List<String> story() {
    return fixture.router.explain(ID).orElseThrow().decisions().stream()
        .map(Decision::rule)
        .toList();
  }

  private void ship(String shipment, int item) {
    FulfillmentSnapshot snapshot = fixture.network.snapshot(fixture.first(ID));
    fixture.network.shipments(
        fixture.first(ID),
        FakeFulfillmentNetwork.shipment(
            shipment,
            FakeFulfillmentNetwork.parcel(
                "1",
                "1Z-" + shipment,
                FakeFulfillmentNetwork.units(snapshot.items().get(item).id(), 1))));
  }

  @Test
  void unitsCancelled_beforePlacing_areNotSent() {
    fixture.channel.put(
        fixture.order("1001", "A", "B").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    cancelUnit("1001-1");
    fixture.pass(Duration.ofHours(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests().get(0).items()).hasSize(1);
  }

  @Test
  void unitsAskedFor_beforePlacing_areGrantedAndTheRestGoesOn() {
    fixture.channel.put(
        fixture.order("1001", "A", "B").traits(Set.of()).paidAt(fixture.clock.instant()).build());
    fixture.run();
    askFor("1001-1");
    fixture.run();
    assertThat(fixture.channel.approved()).hasSize(1);
    assertThat(story()).contains("granting", "left-over");
    fixture.pass(Duration.ofHours(2));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.network.requests().get(0).items()).hasSize(1);
    assertThat(fixture.record(ID).cancel()).isNull();
  }

  @Test
  void unitsCancelled_whilePlaced_waitForAPersonWhoLetsThemShip() {
    fixture.place("1001", "A", "B");
    cancelUnit("1001-1");
    fixture.run();

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNITS_CANCELLED);
    Review review = fixture.review(ID);
    assertThat(review.note().message()).contains("1001-1");
    assertThat(review.note().facts()).containsEntry("lineItems", "1001-1");
    assertThat(review.offers())
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.STOP, Repair.Kind.SKIP);
    assertThat(fixture.faults.calls("cancel")).isZero();

    assertThat(fixture.repair(ID, Repair.Kind.TRY_AGAIN)).isTrue();
    fixture.pass(Duration.ofHours(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).lineItems())
        .extracting(LineItem::status)
        .containsExactly(LineItem.Status.CANCELLED, LineItem.Status.OPEN);
  }

  @Test
  void unitsCancelled_thenTheRestToo_isACancellation() {
    fixture.place("1001", "A", "B");
    cancelUnit("1001-1");
    fixture.run();
    cancelUnit("1001-2");
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);
    fixture.pass(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLED);
  }

  @Test
  void unitsCancelled_personStopsAll_theRestIsSentAgain() {
    fixture.place("1001", "A", "B");
    cancelUnit("1001-1");
    fixture.run();

    assertThat(fixture.repair(ID, Repair.Kind.STOP)).isTrue();
    fixture.pass(Duration.ofMinutes(2));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);

    assertThat(fixture.repair(ID, Repair.Kind.SEND_AGAIN)).isTrue();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    FulfillmentOrderId second = FulfillmentOrderId.of("TTS-1001-2");
    assertThat(fixture.network.snapshot(second).items()).hasSize(1);
    assertThat(fixture.record(ID).lineItems())
        .extracting(LineItem::id)
        .containsExactly(LineItemId.of("1001-2"));
  }

  @Test
  void unitsAskedFor_whilePlaced_nobodyIsAskedBeforeAPersonDecides() {
    fixture.place("1001", "A", "B");
    askFor("1001-1");
    fixture.pass(Duration.ofMinutes(5));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNITS_CANCELLED);
    assertThat(fixture.review(ID).note().facts())
        .containsEntry("lineItems", "1001-1")
        .containsEntry("request", "R-1")
        .containsKey("answerBy");
    assertThat(fixture.faults.calls("cancel") + fixture.faults.calls("approve")).isZero();
  }

  @Test
  void unitsAskedFor_personLetsThemShip_theSameRequestIsNotToldAgain() {
    fixture.place("1001", "A", "B");
    askFor("1001-1");
    fixture.run();
    assertThat(fixture.repair(ID, Repair.Kind.TRY_AGAIN)).isTrue();
    fixture.pass(Duration.ofHours(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(story()).containsOnlyOnce("UNITS_CANCELLED");

    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.approved()).isEmpty();
  }

  @Test
  void unitsAskedFor_personStopsAll_isGrantedAndTheRestIsSentAgain() {
    fixture.place("1001", "A", "B");
    askFor("1001-1");
    fixture.run();
    assertThat(fixture.repair(ID, Repair.Kind.STOP)).isTrue();
    fixture.pass(Duration.ofMinutes(2));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
    assertThat(fixture.channel.approved()).hasSize(1);
    assertThat(fixture.repair(ID, Repair.Kind.SEND_AGAIN)).isTrue();
    fixture.run();
    assertThat(fixture.network.snapshot(FulfillmentOrderId.of("TTS-1001-2")).items()).hasSize(1);
  }

  @Test
  void unitsAskedFor_personStopsTooLate_itShipsAndNothingIsGranted() {
    fixture.place("1001", "A", "B");
    fixture.network.cancels(false);
    askFor("1001-1");
    fixture.run();
    assertThat(fixture.repair(ID, Repair.Kind.STOP)).isTrue();
    fixture.run();
    fixture.shipAll(ID, "1Z001", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(5));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.approved()).isEmpty();
    assertThat(story()).contains("too-late");
  }

  @Test
  void restCancelled_whileShipping_isStoppedAndTheShippedPartEnds() {
    fixture.place("1001", "A", "B");
    fixture.clock.advance(Duration.ofHours(1));
    ship("S1", 0);
    fixture.pass(Duration.ofMinutes(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPING);
    cancelUnit("1001-2");
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.CANCELLING);

    cancelRestAtNetwork();
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(story()).contains("stopped", "rest-cancelled");
    fixture.pass(Duration.ofHours(25));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.confirmations()).hasSize(1);
  }

  private void cancelRestAtNetwork() {
    List<FulfillmentSnapshot.Item> items = fixture.network.snapshot(fixture.first(ID)).items();
    fixture.network.items(
        fixture.first(ID),
        List.of(
            items.get(0),
            new FulfillmentSnapshot.Item(items.get(1).id(), items.get(1).msku(), 1, 1, 0)));
    fixture.network.status(fixture.first(ID), FulfillmentStatus.PARTIAL);
  }

  @Test
  void restAskedFor_whileShipping_isGrantedWhenTheNetworkStoppedIt() {
    fixture.place("1001", "A", "B");
    fixture.clock.advance(Duration.ofHours(1));
    ship("S1", 0);
    fixture.pass(Duration.ofMinutes(10));
    askFor("1001-2");
    fixture.run();
    cancelRestAtNetwork();
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.approved()).hasSize(1);
    assertThat(fixture.channel.order(ID).status()).isNotEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void restCancelled_whileShipping_butItShips_waitsForAPerson() {
    fixture.place("1001", "A", "B");
    fixture.clock.advance(Duration.ofHours(1));
    ship("S1", 0);
    fixture.pass(Duration.ofMinutes(10));
    cancelUnit("1001-2");
    fixture.run();
    fixture.shipAll(ID, "1Z002", PackageStatus.SHIPPED);
    fixture.network.shipments(
        fixture.first(ID),
        fixture.network.snapshot(fixture.first(ID)).shipments().get(0),
        FakeFulfillmentNetwork.shipment(
            "S2",
            FakeFulfillmentNetwork.parcel(
                "1",
                "1Z-S2",
                FakeFulfillmentNetwork.units(
                    fixture.network.snapshot(fixture.first(ID)).items().get(1).id(), 1))));
    fixture.pass(Duration.ofMinutes(3));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
    assertThat(fixture.channel.confirmations()).hasSize(1);
  }
}
