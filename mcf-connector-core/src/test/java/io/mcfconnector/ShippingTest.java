// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.FakeFulfillmentNetwork.parcel;
import static io.mcfconnector.FakeFulfillmentNetwork.shipment;
import static io.mcfconnector.FakeFulfillmentNetwork.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.model.TrackingWarning;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippingTest {

  private static final OrderId ID = OrderId.of("1001");
  private static final FulfillmentOrderId FIRST = FulfillmentOrderId.of("TTS-1001");

  private final RouterFixture fixture = new RouterFixture();

  private void placed(String... skus) {
    fixture.place("1001", skus);
    fixture.clock.advance(Duration.ofHours(1));
  }

  private List<List<String>> confirmedUnits() {
    return fixture.channel.confirmations().stream()
        .map(one -> one.lineItems().stream().map(LineItemId::value).toList())
        .toList();
  }

  private List<String> numbers() {
    return fixture.channel.confirmations().stream().map(one -> one.number().value()).toList();
  }

  @Test
  void twoPackages_eachIsConfirmedWithItsOwnUnits() {
    placed("A", "B");
    fixture.network.shipments(
        FIRST,
        shipment("S1", parcel("1", "1Z1", units("1", 1)), parcel("2", "1Z2", units("2", 1))));
    fixture.run();
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"), List.of("1001-2"));
    assertThat(numbers()).containsExactly("1Z1", "1Z2");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.events(RouterEvent.ShipmentConfirmed.class)).hasSize(2);
  }

  @Test
  void lineSplitOverPackages_unitsAreDividedInOrder() {
    placed("A", "A", "A");
    fixture.network.shipments(
        FIRST,
        shipment("S1", parcel("1", "1Z1", units("1", 2))),
        shipment("S2", parcel("1", "1Z2", units("1", 5))));
    fixture.run();
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1", "1001-2"), List.of("1001-3"));
  }

  @Test
  void kitSplitOverPackages_isConfirmedOnceWithTheFirst() {
    fixture.map("KIT", RouterFixture.component("M-A", 1), RouterFixture.component("M-B", 2));
    placed("KIT");
    fixture.network.shipments(
        FIRST,
        shipment(
            "S1",
            parcel("1", "1Z1", units("1", 1)),
            parcel("2", "1Z2", units("2", 1)),
            parcel("3", "1Z3", units("2", 1))));
    fixture.run();
    fixture.pass(Duration.ofMinutes(10));
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"));
    assertThat(numbers()).containsExactly("1Z1");
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void morePackagesLater_areConfirmedLater() {
    placed("A", "B");
    Shipment one = shipment("S1", parcel("1", "1Z1", units("1", 1)));
    fixture.network.shipments(FIRST, one);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPING);
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(FIRST, one, shipment("S2", parcel("1", "1Z2", units("2", 1))));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"), List.of("1001-2"));
  }

  @Test
  void unconfirmedPackageVanishes_itsUnitsGoWithAnother() {
    placed("A");
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", null, units("1", 1))));
    fixture.run();
    assertThat(fixture.record(ID).packages()).hasSize(1);
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(
        FIRST,
        new Shipment("S1", Shipment.Status.CANCELLED, List.of(parcel("1", null, units("1", 1)))),
        shipment("S2", parcel("2", "1Z2", units("1", 1))));
    fixture.run();
    assertThat(numbers()).containsExactly("1Z2");
  }

  @Test
  void confirmedPackageVanishes_anotherTakesItsPlaceAndIsNotConfirmedAgain() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(FIRST, shipment("S9", parcel("9", "1Z9", units("1", 1))));
    fixture.run();
    assertThat(numbers()).containsExactly("1Z1");
    assertThat(fixture.record(ID).packages()).hasSize(1);
  }

  @Test
  void numberAppearsLater_isConfirmedThen() {
    placed("A");
    fixture.shipAll(ID, null, PackageStatus.PENDING);
    fixture.run();
    assertThat(fixture.channel.confirmations()).isEmpty();
    fixture.clock.advance(Duration.ofHours(2));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(numbers()).containsExactly("1Z1");
  }

  @Test
  void networkNumber_isPreferredWithTheNetworksProvider() {
    placed("A");
    fixture.network.shipments(
        FIRST,
        shipment(
            "S1",
            new ShipmentPackage(
                "1",
                null,
                TrackingNumber.of("CARRIER1"),
                TrackingNumber.of("AFTN1"),
                PackageStatus.SHIPPED,
                List.of(units("1", 1)))));
    fixture.run();
    ShipmentConfirmation sent = fixture.channel.confirmations().get(0);
    assertThat(sent.number()).isEqualTo(TrackingNumber.of("AFTN1"));
    assertThat(sent.provider()).isEqualTo(ShippingProviderId.of("P-AMZ"));
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "UNAVAILABLE", "THROTTLED", "UNREADABLE"})
  void confirm_uncertainButArrived_isReadBack(FailureKind kind) {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.failAfterEffect("confirmShipment", kind);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.faults.calls("confirmShipment")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"NO_ANSWER", "THROTTLED", "NOT_SENT", "TOKEN_EXPIRED", "AUTHORIZATION_LOST"})
  void confirm_notArrived_goesAgain(FailureKind kind) {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.fail("confirmShipment", kind);
    fixture.run();
    assertThat(fixture.channel.confirmations()).isEmpty();
    fixture.runAfter(Duration.ofSeconds(20));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.confirmations()).hasSize(1);
  }

  @Test
  void confirm_neverArrives_waitsForAPerson() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    for (int i = 0; i < 15; i++) {
      fixture.faults.fail("confirmShipment", FailureKind.THROTTLED);
    }
    fixture.pass(Duration.ofHours(4));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_REFUSED);
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void confirm_alreadyDoneWithTheSameNumber_counts() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    shippedAtTheChannel("1Z1");
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void confirm_channelHoldsAnotherNumber_waitsForAPerson() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    shippedAtTheChannel("OTHER");
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_REFUSED);
    assertThat(fixture.review(ID).note().message()).contains("another tracking number");
  }

  private void shippedAtTheChannel(String number) {
    LineItem open = fixture.channel.order(ID).lineItems().get(0);
    fixture.channel.put(
        fixture.channel.order(ID).toBuilder()
            .lineItems(
                List.of(
                    new LineItem(
                        open.id(),
                        open.sku(),
                        List.of(),
                        LineItem.Status.SHIPPED,
                        new LineItem.ShippedIn("PKG", TrackingNumber.of(number)))))
            .build());
  }

  @Test
  void confirm_orderCancelledAtTheChannel_waitsForAPerson() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.router.runDue(Duty.SWEEP);
    fixture.channel.put(
        fixture.channel.order(ID).toBuilder().status(OrderStatus.CANCELLED, "CANCELLED").build());
    fixture.router.runDue(Duty.CONFIRM);
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CANCEL_TOO_LATE);
  }

  @Test
  void confirm_orderNotShown_isTriedLater() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.failAfterEffect("confirmShipment", FailureKind.NO_ANSWER);
    fixture.faults.fail("findOrders", FailureKind.UNAVAILABLE);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    Order order = fixture.channel.order(ID);
    fixture.channel.remove(ID);
    fixture.runAfter(Duration.ofSeconds(10));
    fixture.channel.put(order);
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.confirmations()).hasSize(1);
  }

  @Test
  void confirm_channelThatOffersNoCarriers_waitsForAPersonAtOnce() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.fail(
        "shippingProviders",
        ApiException.builder("getShippingProviders", FailureKind.REFUSED)
            .reviewCode(ReviewCode.CARRIER_UNKNOWN)
            .detail("the channel ships by itself")
            .build());
    fixture.run();

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CARRIER_UNKNOWN);
    assertThat(fixture.review(ID).note().message()).contains("the channel ships by itself");
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(numbers()).containsExactly("1Z1");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"REFUSED", "NOT_FOUND", "CALLER_FAULT"})
  void confirm_refused_waitsForAPerson(FailureKind kind) {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.fail("confirmShipment", kind);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_REFUSED);
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void confirm_carrierUnknown_waitsUntilTheChannelOffersIt() {
    fixture.channel.providers(List.of(new ShippingProvider(ShippingProviderId.of("P-X"), "DHL")));
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CARRIER_UNKNOWN);
    assertThat(fixture.review(ID).repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.SKIP);
    fixture.channel.providers(List.of(new ShippingProvider(ShippingProviderId.of("P-U"), "UPS")));
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void review_skippedWhileTheNetworkShips_isLeftAloneFromThenOn() {
    fixture.channel.put(fixture.order("1001", "A").deliveryOption(null, null).build());
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.review(ID).repairs().get(1).preview())
        .contains("does not stop the network", "TTS-1001");
    assertThat(fixture.repair(ID, Repair.Kind.SKIP)).isTrue();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.DELIVERED);
    fixture.pass(Duration.ofMinutes(10));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SKIPPED);
    assertThat(fixture.record(ID).skipReason()).isEqualTo(SkipReason.BY_PERSON);
    assertThat(fixture.channel.confirmations()).isEmpty();
  }

  @Test
  void confirm_orderWithoutDeliveryOption_waitsForAPerson() {
    fixture.channel.put(fixture.order("1001", "A").deliveryOption(null, null).build());
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CARRIER_UNKNOWN);
  }

  @Test
  void confirm_takenWithAWarning_tellsTheHost() {
    fixture.channel.warn("not an MCF number");
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.events(RouterEvent.TrackingWarned.class))
        .extracting(event -> event.parcel().confirmation().warning())
        .containsExactly(new TrackingWarning(TrackingWarning.Kind.UNKNOWN, "not an MCF number"));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_WARNING);
    assertThat(fixture.review(ID).note().facts()).containsEntry("1Z1", "not an MCF number");
    assertThat(fixture.repair(ID, Repair.Kind.TRY_AGAIN)).isTrue();
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(numbers()).containsExactly("1Z1");
  }

  @Test
  void confirm_firstOfTwoParcelsTakenWithAWarning_doesNotStopTheSecond() {
    placed("A", "B");
    fixture.channel.warn("no such number");
    Shipment one = shipment("S1", parcel("1", "1Z1", units("1", 1)));
    fixture.network.shipments(FIRST, one);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPING);
    fixture.channel.warn(null);
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.shipments(FIRST, one, shipment("S2", parcel("1", "1Z2", units("2", 1))));
    fixture.run();
    assertThat(numbers()).containsExactly("1Z1", "1Z2");
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.TRACKING_WARNING);
    assertThat(fixture.review(ID).note().facts()).containsOnlyKeys("1Z1");
  }

  @Test
  void step_failsForEverWithABug_waitsForAPersonWhoIsToldItsClassOnly() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    for (int i = 0; i < 20; i++) {
      fixture.faults.fail(
          "shippingProviders", new UnsupportedOperationException("Zanzibara Quillfeather"));
    }
    fixture.pass(Duration.ofHours(3));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.pass(Duration.ofHours(2));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
    assertThat(fixture.review(ID).note().message())
        .contains("java.lang.UnsupportedOperationException")
        .doesNotContain("Zanzibara");
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void step_platformFailsForLong_isTriedForEver() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    for (int i = 0; i < 30; i++) {
      fixture.faults.fail("shippingProviders", FailureKind.UNAVAILABLE);
    }
    fixture.pass(Duration.ofHours(9));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void step_refusedForGoodEachTime_waitsForAPerson() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    for (int i = 0; i < 30; i++) {
      fixture.faults.fail("shippingProviders", FailureKind.CALLER_FAULT);
    }
    fixture.pass(Duration.ofHours(5));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.UNSUPPORTED_ORDER);
    assertThat(fixture.review(ID).note().message()).contains("shippingProviders failed");
  }

  @Test
  void step_storeFails_doesNotCount() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    for (int i = 0; i < 30; i++) {
      fixture.faults.fail("shippingProviders", new StoreException("full", new IOException()));
    }
    fixture.pass(Duration.ofMinutes(20));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).attempts()).isZero();
    fixture.pass(Duration.ofMinutes(15));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void step_runsOutOfStack_countsLikeAnyBugAndHurtsNoOther() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    for (int i = 0; i < 20; i++) {
      fixture.faults.fail("shippingProviders", new StackOverflowError());
    }
    assertThat(fixture.run().isComplete()).isTrue();
    assertThat(fixture.record(ID).attempts()).isEqualTo(1);
    fixture.pass(Duration.ofHours(5));
    assertThat(fixture.review(ID).note().message()).contains("java.lang.StackOverflowError");
  }

  @Test
  void confirm_crashBetweenCallAndSave_confirmsOnce() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.failAfterEffect("confirmShipment", new Faults.Crash());
    assertThatThrownBy(fixture::run).isInstanceOf(Faults.Crash.class);
    fixture.restart();
    fixture.runAfter(Duration.ofSeconds(30));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.runAfter(Duration.ofSeconds(30));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.faults.calls("confirmShipment")).isEqualTo(1);
  }

  @Test
  void sweep_newsWhileAConfirmationIsOpen_keepsItsLease() {
    placed("A", "B");
    Shipment one = shipment("S1", parcel("1", "1Z1", units("1", 1)));
    fixture.network.shipments(FIRST, one);
    fixture.faults.fail("confirmShipment", new Faults.Crash());
    assertThatThrownBy(fixture::run).isInstanceOf(Faults.Crash.class);
    fixture.clock.advance(Duration.ofSeconds(10));
    fixture.network.shipments(FIRST, one, shipment("S2", parcel("1", "1Z2", units("2", 1))));
    long reads = fixture.faults.calls("findOrders");
    fixture.run();
    // The call may still be under way on another node: nobody settles it before its time.
    assertThat(fixture.faults.calls("findOrders")).isEqualTo(reads);
    fixture.pass(Duration.ofMinutes(5));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void sweep_overlap_readsAnOrderOnceForEachChange() {
    placed("A");
    long before = fixture.faults.calls("find");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.faults.calls("find")).isEqualTo(before + 1);
    fixture.pass(Duration.ofMinutes(9));
    assertThat(fixture.faults.calls("find")).isEqualTo(before + 1);
  }

  @Test
  void sweep_changesWithSnapshots_needNoFind() {
    fixture.network.changesHaveSnapshots();
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(9));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.faults.calls("find")).isZero();
  }

  @Test
  void sweep_orderWaitsForItsConfirmation_isNotWrittenAgain() {
    fixture.network.changesHaveSnapshots();
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.router.runDue(Duty.SWEEP);
    long version = fixture.record(ID).version();

    fixture.router.runDue(Duty.SWEEP);

    assertThat(fixture.record(ID).version()).isEqualTo(version);
  }

  @Test
  void sweep_silentOrder_isReadByItsId() {
    placed("A");
    fixture.run();
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    for (int i = 0; i < 400; i++) {
      fixture.faults.fail("findChangedFulfillments", FailureKind.UNAVAILABLE);
    }
    fixture.pass(Duration.ofHours(4));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void sweep_findFails_isTriedAgain() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.faults.fail("find", FailureKind.UNAVAILABLE);
    fixture.run();
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void sweep_ordersOfOthers_areIgnored() {
    placed("A");
    fixture.network.put(
        FulfillmentOrderId.of("TTS-999-7"), new AddressFingerprint("01"), List.of());
    fixture.network.put(FulfillmentOrderId.of("WEB-1001"), new AddressFingerprint("01"), List.of());
    assertThat(fixture.run().isComplete()).isTrue();
  }

  @Test
  void sweep_orderMissingAtTheNetwork_isLookedForTwiceThenWaitsForAPerson() {
    fixture.place("1001", "A");
    fixture.network.lose(FIRST);
    long before = fixture.faults.calls("find");
    fixture.runAfter(Duration.ofHours(3));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.runAfter(Duration.ofMinutes(4));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.runAfter(Duration.ofMinutes(1));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_UNCERTAIN);
    assertThat(fixture.faults.calls("find")).isEqualTo(before + 2);

    // A person who tries again gets two looks again.
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.runAfter(Duration.ofMinutes(5));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_UNCERTAIN);
  }

  @Test
  void sweep_orderMissingForOneLook_goesOn() {
    fixture.network.showAfter(Duration.ofMinutes(12));
    fixture.place("1001", "A");
    fixture.pass(Duration.ofMinutes(20));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).intent())
        .satisfies(intent -> assertThat(intent.absentSince()).isNull());
    fixture.network.lose(FIRST);
    fixture.pass(Duration.ofHours(4));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_UNCERTAIN);
  }

  @Test
  void sweep_restIsUnfulfillable_waitsForAPersonAndSendsOnlyTheRestAgain() {
    placed("A", "B");
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1", units("1", 1))));
    fixture.network.items(
        FIRST,
        List.of(
            new FulfillmentSnapshot.Item("1", Msku.of("M-A"), 1, 0, 0),
            new FulfillmentSnapshot.Item("2", Msku.of("M-B"), 1, 0, 1)));
    fixture.network.status(FIRST, FulfillmentStatus.PARTIAL);
    fixture.pass(Duration.ofHours(7));

    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_UNFULFILLABLE);
    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();
    assertThat(fixture.network.requests()).hasSize(2);
    assertThat(fixture.network.requests().get(1).items())
        .singleElement()
        .satisfies(item -> assertThat(item.msku()).isEqualTo(Msku.of("M-B")));
  }

  @Test
  void sweep_restOfAConfirmedKitIsLost_waitsForAPerson() {
    fixture.map("KIT", RouterFixture.component("M-A", 1), RouterFixture.component("M-B", 1));
    placed("KIT");
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1", units("1", 1))));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    fixture.clock.advance(Duration.ofMinutes(30));
    fixture.network.items(
        FIRST,
        List.of(
            new FulfillmentSnapshot.Item("1", Msku.of("M-A"), 1, 0, 0),
            new FulfillmentSnapshot.Item("2", Msku.of("M-B"), 1, 0, 1)));
    fixture.network.status(FIRST, FulfillmentStatus.PARTIAL);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_UNFULFILLABLE);
  }

  @Test
  void sweep_numberGivenAndThenNothingShips_waitsForAPerson() {
    placed("A");
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "AFTN1", units("1", 1))));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    fixture.clock.advance(Duration.ofMinutes(30));
    fixture.network.status(FIRST, FulfillmentStatus.UNFULFILLABLE);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_UNFULFILLABLE);
  }

  @Test
  void sweep_parcelSeenBeforeItsContents_isConfirmedWhenTheyAreKnown() {
    placed("A");
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1")));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    fixture.clock.advance(Duration.ofMinutes(30));
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1", units("1", 1))));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"));
  }

  @Test
  void sweep_shippedOrder_isReadByItsIdOnceADayAtMost() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    long reads = fixture.faults.calls("find");
    fixture.pass(Duration.ofHours(23));
    assertThat(fixture.faults.calls("find") - reads).isLessThanOrEqualTo(2);
  }

  @Test
  void sendAgain_channelStillShowsAShippedUnitAsOpen_sendsOnlyTheRest() {
    placed("A", "B");
    Order open = fixture.channel.order(ID);
    fixture.network.shipments(FIRST, shipment("S1", parcel("1", "1Z1", units("1", 1))));
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPING);
    fixture.network.lose(FIRST);
    fixture.pass(Duration.ofHours(4));
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_UNCERTAIN);
    assertThat(fixture.review(ID).repairs())
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.TRY_AGAIN, Repair.Kind.SEND_AGAIN, Repair.Kind.SKIP);

    fixture.channel.put(open);
    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.run();
    assertThat(fixture.network.requests().get(1).items())
        .singleElement()
        .satisfies(item -> assertThat(item.msku()).isEqualTo(Msku.of("M-B")));

    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z2", PackageStatus.SHIPPED);
    fixture.run();
    assertThat(confirmedUnits()).containsExactly(List.of("1001-1"), List.of("1001-2"));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void cancelledWithAParcelThatNeverGotANumber_waitsForAPerson() {
    placed("A");
    fixture.shipAll(ID, null, PackageStatus.PENDING);
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.network.status(FIRST, FulfillmentStatus.CANCELLED);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AMAZON_CANCELLED);
  }

  @Test
  void channelShowsDelivered_endsTheOrder() {
    placed("A");
    fixture.shipAll(ID, "1Z1", PackageStatus.SHIPPED);
    fixture.run();
    fixture.clock.advance(Duration.ofMinutes(30));
    fixture.channel.change(ID, order -> order.status(OrderStatus.DELIVERED, "DELIVERED"));
    fixture.runAfter(Duration.ofSeconds(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.DELIVERED);
  }
}
