// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.FakeFulfillmentNetwork.parcel;
import static io.mcfconnector.FakeFulfillmentNetwork.shipment;
import static io.mcfconnector.FakeFulfillmentNetwork.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackedPackage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parcels of orders that wait for a person, that were sent again, or of which units are gone. */
class ReviewedParcelsTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final FulfillmentOrderId FIRST = FulfillmentOrderId.of("TTS-1001");
  private static final FulfillmentOrderId SECOND = FulfillmentOrderId.of("TTS-1001-2");

  private static final Shipment BOTH =
      shipment("S1", parcel("1", "DHL1", units("1", 1)), parcel("2", "1Z2", units("2", 1)));

  private final RouterFixture fixture = new RouterFixture();

  private void placed(String... skus) {
    fixture.place("1001", skus);
    fixture.clock.advance(Duration.ofHours(1));
  }

  private void later() {
    fixture.runAfter(Duration.ofHours(1));
  }

  private List<String> numbers() {
    return fixture.channel.confirmations().stream().map(one -> one.number().value()).toList();
  }

  private List<List<String>> confirmedUnits() {
    return fixture.channel.confirmations().stream()
        .map(one -> one.lineItems().stream().map(LineItemId::value).toList())
        .toList();
  }

  private List<TrackedPackage.Verdict> verdicts() {
    return fixture.record(ID).packages().stream().map(one -> one.confirmation().verdict()).toList();
  }

  private void addressChanged() {
    Address moved = RouterFixture.CANARY.toBuilder().line1("12 Puddle Row").build();
    fixture.channel.change(
        ID,
        order ->
            order
                .traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.ADDRESS_UPDATED))
                .destination(moved));
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
  }

  private void refuseNext() {
    fixture.faults.fail(
        "confirmShipment",
        ApiException.builder("confirm", FailureKind.REFUSED)
            .reviewCode(ReviewCode.TRACKING_REFUSED)
            .build());
  }

  @Test
  void reviewAfterPlacing_parcelsAreConfirmedBehindIt() {
    placed("A");
    addressChanged();
    long raised = fixture.events(RouterEvent.ReviewRaised.class).count();
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(numbers()).containsExactly("1Z1");
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
    assertThat(fixture.record(ID).stateBehindReview()).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.events(RouterEvent.ReviewRaised.class)).hasSize((int) raised);
    later();
    fixture.shipAll(ID, "1Z1", PackageStatus.DELIVERED);
    later();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
    assertThat(fixture.review(ID).repairs().get(0).preview()).contains("delivered meanwhile");
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.DELIVERED);
  }

  @Test
  void doubtedNumber_isSettledByArriving() {
    placed("A");
    fixture.channel.warn("no such number");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_WARNING);
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.DELIVERED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.DELIVERED);
  }

  @Test
  void oneParcelRefused_isSetAsideAndTheOtherGoesOn() {
    placed("A", "B");
    refuseNext();
    fixture.network.shipments(FIRST, BOTH);
    fixture.run();
    assertThat(numbers()).containsExactly("1Z2");
    assertThat(verdicts())
        .containsExactly(TrackedPackage.Verdict.SET_ASIDE, TrackedPackage.Verdict.CONFIRMED);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_REFUSED);
    assertThat(fixture.review(ID).note().facts()).containsOnlyKeys("DHL1");
    assertThat(fixture.record(ID).stateBehindReview()).isEqualTo(RoutingState.SHIPPING);
    fixture.pass(Duration.ofMinutes(30));
    assertThat(numbers()).containsExactly("1Z2");
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(numbers()).containsExactly("1Z2", "DHL1");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void twoParcelsRefused_theReviewNamesBoth() {
    placed("A", "B");
    refuseNext();
    refuseNext();
    fixture.network.shipments(FIRST, BOTH);
    fixture.run();
    assertThat(fixture.review(ID).note().facts()).containsOnlyKeys("DHL1", "1Z2");
  }

  @Test
  void refusedParcelUnderAnotherReview_neitherIsLost() {
    placed("A", "B");
    addressChanged();
    refuseNext();
    fixture.network.shipments(FIRST, BOTH);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_REFUSED);
    assertThat(fixture.review(ID).note().facts())
        .containsEntry(ReviewNote.BEHIND, "ADDRESS_CHANGED");
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(numbers()).containsExactly("1Z2", "DHL1");
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
    assertThat(fixture.review(ID).note().facts()).isEmpty();
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void warningUnderAnotherReview_waitsBehindIt() {
    placed("A");
    addressChanged();
    fixture.channel.warn("no such number");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_WARNING);
    assertThat(fixture.review(ID).note().facts()).containsOnlyKeys("1Z1");
  }

  @Test
  void refusedProvider_isChosenAgainOnce() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.failWhile(
        "confirmShipment",
        FailureKind.REFUSED,
        () ->
            fixture.channel.providers(
                List.of(new ShippingProvider(ShippingProviderId.of("P-NEW"), "UPS"))));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.confirmations().get(0).provider())
        .isEqualTo(ShippingProviderId.of("P-NEW"));
    assertThat(fixture.faults.calls("confirmShipment")).isEqualTo(2);
  }

  @Test
  void orderOnHold_waitsAsLongAsItTakes() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.router.runDue(Duty.SWEEP);
    fixture.channel.change(ID, order -> order.status(OrderStatus.ON_HOLD, "ON_HOLD"));
    for (int i = 0; i < 25; i++) {
      fixture.faults.fail("confirmShipment", FailureKind.STATE_CONFLICT);
    }
    fixture.pass(Duration.ofHours(4));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.pass(Duration.ofHours(3));
    assertThat(numbers()).containsExactly("1Z1");
  }

  @Test
  void unitCancelledAtTheChannel_theOthersOfTheParcelAreTold() {
    placed("A", "A");
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1", units("1", 2))));
    fixture.router.runDue(Duty.SWEEP);
    LineItem first = fixture.channel.order(ID).lineItems().get(0);
    LineItem second = fixture.channel.order(ID).lineItems().get(1);
    fixture.channel.put(
        fixture.channel.order(ID).toBuilder()
            .lineItems(
                List.of(
                    new LineItem(
                        first.id(), first.sku(), List.of(), LineItem.Status.CANCELLED, null),
                    second))
            .build());
    fixture.pass(Duration.ofMinutes(3));
    assertThat(confirmedUnits()).containsExactly(List.of("1001-2"));
    assertThat(fixture.record(ID).stateBehindReview()).isEqualTo(RoutingState.SHIPPED);
  }

  private void sentAgainAfterOneParcel() {
    placed("A", "B");
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1", units("1", 1))));
    fixture.run();
    assertThat(numbers()).containsExactly("1Z1");
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(FIRST, FulfillmentStatus.UNFULFILLABLE);
    fixture.network.items(
        FIRST,
        fixture.network.snapshot(FIRST).items().stream()
            .map(
                item ->
                    item.id().equals("2")
                        ? new FulfillmentSnapshot.Item(item.id(), item.msku(), 1, 0, 1)
                        : item)
            .toList());
    later();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_UNFULFILLABLE);
    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();
    assertThat(fixture.network.taken()).contains(SECOND);
  }

  @Test
  void sentAgain_parcelsOfBothFulfillmentOrdersAreKeptAndFollowed() {
    sentAgainAfterOneParcel();
    assertThat(fixture.record(ID).packages()).hasSize(1);
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(SECOND, shipment("S1", parcel("1", "1Z9", units("1", 1))));
    fixture.run();
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"), List.of("1001-2"));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    // A late change of the first one is still seen.
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z5", units("1", 1))));
    fixture.run();
    assertThat(fixture.channel.corrections())
        .extracting(one -> one.number().value())
        .containsExactly("1Z5");
  }

  @Test
  void sentAgainWithAParcelSetAside_itIsToldOfAllTheSame() {
    placed("A", "B");
    refuseNext();
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1", units("1", 1))));
    fixture.run();
    addressChanged();
    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();
    assertThat(fixture.network.snapshot(SECOND).items()).hasSize(1);
    fixture.pass(Duration.ofMinutes(15));
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPING);
  }

  @Test
  void parcelVanishesUntold_itsUnitsGoWithTheNextAndNoOthers() {
    placed("A", "A", "A");
    ShipmentPackage second = parcel("2", "1Z2", units("1", 1));
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", null, units("1", 1)), second));
    fixture.run();
    // The parcel with a number comes first.
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"));
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(
        FIRST, shipment("S1", second), shipment("S2", parcel("1", "1Z3", units("1", 2))));
    fixture.run();
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"), List.of("1001-2", "1001-3"));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void secondShipmentDaysLater_isConfirmed() {
    placed("A", "B");
    Shipment one = shipment("S1", parcel("1", "1Z1", units("1", 1)));
    fixture.network.shipments(FIRST, one);
    fixture.network.status(FIRST, FulfillmentStatus.COMPLETE);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPING);
    fixture.clock.advance(Duration.ofDays(5));
    fixture.network.shipments(FIRST, one, shipment("S2", parcel("1", "1Z2", units("2", 1))));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }
}
