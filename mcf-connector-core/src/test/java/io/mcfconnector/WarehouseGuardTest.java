// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are not the network's own, for the orders of warehouses that they would cost. */
class WarehouseGuardTest {

  private static final String GUARDED = "MCF-1";
  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  @BeforeEach
  void guard() {
    fixture.channel.guard(Set.of(GUARDED, "MCF-2"));
  }

  @Test
  void confirm_carriersNumberForAGuardedWarehouse_isNotSent() {
    ship("1001", GUARDED, "1Z1");

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.WAREHOUSE_GUARD);
    assertThat(fixture.review(ID).note().facts())
        .containsEntry("number", "1Z1")
        .containsEntry("warehouse", GUARDED)
        .containsEntry("count", "0")
        .containsEntry("limit", "4");
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.WAREHOUSE_GUARD);
    assertThat(sent()).isEmpty();
    assertThat(tallied(GUARDED)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TBA1", "AFTN20"})
  void confirm_networksNumberForAGuardedWarehouse_isSent(String number) {
    ship("1001", GUARDED, number);

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(sent()).containsExactly(number);
    assertThat(tallied(GUARDED)).isZero();
  }

  @Test
  void confirm_carriersNumberForAnotherWarehouse_isSent() {
    ship("1001", "HOME", "1Z1");

    assertThat(sent()).containsExactly("1Z1");
    assertThat(fixture.events(RouterEvent.WarehouseAtRisk.class)).isEmpty();
  }

  @Test
  void confirm_networksNumberUnderTheNameThatTheHostChose_isSent() {
    fixture.channel.providers(
        List.of(
            new ShippingProvider(ShippingProviderId.of("P-UK"), "Amazon Logistics UK"),
            new ShippingProvider(ShippingProviderId.of("P-MCF"), "MCF by Amazon")));
    fixture.router =
        fixture.newRouter(
            builder ->
                builder.carrierMapper(
                    (parcel, offered) -> Optional.of(ShippingProviderId.of("P-MCF"))));
    ship("1001", GUARDED, "TBA1");

    assertThat(sent()).containsExactly("TBA1");
  }

  @Test
  void release_ofANumber_sendsItOnceAndCountsItFirst() {
    ship("1001", GUARDED, "1Z1");
    fixture.repair(ID, Repair.Kind.RELEASE);
    fixture.faults.fail("confirmShipment", FailureKind.NO_ANSWER);
    fixture.run();
    assertThat(tallied(GUARDED)).isEqualTo(1);

    fixture.pass(Duration.ofHours(1));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(sent()).containsExactly("1Z1");
    assertThat(tallied(GUARDED)).isEqualTo(1);
    assertThat(fixture.record(ID).decisions())
        .anyMatch(step -> step.rule().equals("RELEASE") && "pat".equals(step.facts().get("by")));
  }

  @Test
  void release_whenTheCountCannotBeSaved_sendsNothing() {
    ship("1001", GUARDED, "1Z1");
    fixture.repair(ID, Repair.Kind.RELEASE);
    fixture.faults.fail("store.tally", new StoreException("full"));
    fixture.run();
    assertThat(sent()).isEmpty();

    fixture.pass(Duration.ofMinutes(5));
    assertThat(sent()).containsExactly("1Z1");
    assertThat(tallied(GUARDED)).isEqualTo(1);
  }

  @Test
  void release_afterFour_isNeitherOfferedNorObeyed() {
    for (int i = 1; i <= 5; i++) {
      ship("100" + i, GUARDED, "1Z" + i);
    }
    for (int i = 1; i <= 5; i++) {
      // The fifth was offered while there was room.
      fixture.repair(OrderId.of("100" + i), Repair.Kind.RELEASE);
    }
    fixture.pass(Duration.ofMinutes(5));

    assertThat(sent()).hasSize(4);
    assertThat(tallied(GUARDED)).isEqualTo(4);
    OrderId last =
        List.of("1001", "1002", "1003", "1004", "1005").stream()
            .map(OrderId::of)
            .filter(id -> fixture.state(id) == RoutingState.REVIEW)
            .findFirst()
            .orElseThrow();
    assertThat(fixture.review(last).offers()).doesNotContain(Repair.Kind.RELEASE);
    assertThat(fixture.review(last).note().facts()).containsEntry("count", "4");
    assertThat(fixture.review(last).note().message()).contains("No further number is released");
    assertThat(atRisk()).containsExactly(2, 3, 4);
  }

  @Test
  void release_whenNumbersEnteredByHandUsedTheRoomUp_isNotObeyed() {
    ship("1001", GUARDED, "1Z1");
    fixture.repair(ID, Repair.Kind.RELEASE);
    for (int i = 1; i <= 4; i++) {
      enteredByHand("200" + i, GUARDED, "9400" + i);
    }
    fixture.run();

    assertThat(sent()).isEmpty();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.WAREHOUSE_GUARD);
    assertThat(tallied(GUARDED)).isEqualTo(4);
  }

  @Test
  void release_countedButNotArrivedWhenTheRoomWasUsedUp_isNotSentAgain() {
    ship("1001", GUARDED, "1Z1");
    fixture.repair(ID, Repair.Kind.RELEASE);
    fixture.faults.fail("confirmShipment", FailureKind.NO_ANSWER);
    fixture.run();
    for (int i = 1; i <= 4; i++) {
      enteredByHand("200" + i, GUARDED, "9400" + i);
    }
    fixture.pass(Duration.ofHours(1));

    assertThat(sent()).isEmpty();
    assertThat(fixture.review(ID).note().facts()).containsEntry("count", "5");
  }

  @Test
  void release_ofAnOrderWithoutWarehouse_countsForEachGuardedOne() {
    ship("1001", null, "1Z1");
    fixture.repair(ID, Repair.Kind.RELEASE);
    fixture.run();

    assertThat(sent()).containsExactly("1Z1");
    assertThat(tallied(GUARDED)).isEqualTo(1);
    assertThat(tallied("MCF-2")).isEqualTo(1);
  }

  @Test
  void look_numberEnteredByHand_isCountedOnceHoweverOftenItIsSeen() {
    enteredByHand("2001", GUARDED, "94001");
    enteredByHand("2002", GUARDED, "TBA30");
    enteredByHand("2003", "HOME", "94003");
    fixture.run();
    fixture.pass(Duration.ofHours(1));

    assertThat(tallied(GUARDED)).isEqualTo(1);
    assertThat(atRisk()).isEmpty();
  }

  @Test
  void look_secondNumberEnteredByHand_isToldOnceAlsoOverARestart() {
    enteredByHand("2001", GUARDED, "94001");
    enteredByHand("2002", GUARDED, "94002");
    fixture.run();
    fixture.restart();
    fixture.pass(Duration.ofHours(1));

    assertThat(fixture.events(RouterEvent.WarehouseAtRisk.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.count()).isEqualTo(2);
              assertThat(event.warehouse()).isEqualTo(GUARDED);
              assertThat(event.shop()).isEqualTo(fixture.channel.shop());
            });
  }

  @Test
  void look_processDiesBeforeItSavedThatItTold_tellsAgain() {
    enteredByHand("2001", GUARDED, "94001");
    enteredByHand("2002", GUARDED, "94002");
    fixture.faults.fail("store.watermark", new StoreException("full"));
    fixture.run();
    fixture.pass(Duration.ofMinutes(5));

    assertThat(atRisk()).containsExactly(2, 2);
  }

  private void ship(String id, @Nullable String warehouse, String number) {
    fixture.channel.put(fixture.order(id, "A").warehouseId(warehouse).build());
    fixture.run();
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(OrderId.of(id), number, PackageStatus.SHIPPED);
    fixture.run();
  }

  private void enteredByHand(String id, String warehouse, String number) {
    LineItem unit = RouterFixture.unit(id + "-1", "A");
    fixture.channel.put(
        fixture
            .order(id, "A")
            .status(OrderStatus.AWAITING_COLLECTION, "AWAITING_COLLECTION")
            .warehouseId(warehouse)
            .lineItems(
                List.of(
                    new LineItem(
                        unit.id(),
                        unit.sku(),
                        List.of(),
                        LineItem.Status.SHIPPED,
                        new LineItem.ShippedIn("PKG-" + id, TrackingNumber.of(number)))))
            .build());
  }

  private List<String> sent() {
    return fixture.channel.confirmations().stream()
        .map(confirmation -> confirmation.number().value())
        .toList();
  }

  private int tallied(String warehouse) {
    return fixture.store.tallied("warehouse/TTS/" + fixture.channel.shop() + "/" + warehouse);
  }

  private List<Integer> atRisk() {
    return fixture
        .events(RouterEvent.WarehouseAtRisk.class)
        .map(RouterEvent.WarehouseAtRisk::count)
        .toList();
  }
}
