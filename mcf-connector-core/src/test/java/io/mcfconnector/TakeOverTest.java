// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A host switches from another tool while orders are open, some of them at the network already. */
class TakeOverTest {

  private static final String NUMBER = "576461413038785752";
  private static final OrderId ID = OrderId.of(NUMBER);
  private static final String OTHER = "SHOP-" + NUMBER;

  private final RouterFixture fixture = new RouterFixture();

  @ParameterizedTest
  @CsvSource({
    "576461413038785752,",
    "SHOP-576461413038785752,",
    "tiktok_576461413038785752_1,",
    "TTS-576461413038785752-2,",
    "S02-1234567-1234567, 576461413038785752",
    "9913, TikTok #576461413038785752",
  })
  void sameUnits_underWhateverName_areAdoptedAndFollowed(String id, String displayableId) {
    fixture.network.putForeign(id, displayableId, Map.of("M-A", 2, "M-B", 1));

    fixture.place(NUMBER, "A", "B", "A");

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
    assertThat(fixture.record(ID).fulfillmentOrderId()).isEqualTo(FulfillmentOrderId.of(id));
    assertThat(fixture.router.explain(ID).orElseThrow().toString())
        .contains("place/take-over: the network has it already as " + id);

    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.shipAll(ID, "1Z0000000000000001", PackageStatus.SHIPPED);
    fixture.runAfter(Duration.ofMinutes(6));

    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    assertThat(fixture.channel.confirmations())
        .singleElement()
        .satisfies(one -> assertThat(one.lineItems()).hasSize(3));
  }

  @ParameterizedTest
  @CsvSource({"5764614130387857521", "1576461413038785752", "57646141303878575", "S-1234"})
  void namesOfOtherOrders_keepNothingBack(String id) {
    fixture.network.putForeign(id, null, Map.of("M-A", 1));

    fixture.place(NUMBER, "A");

    assertThat(fixture.network.requests()).hasSize(1);
  }

  @Test
  void otherUnits_waitForAPersonWhoCancelsThemFirst() {
    FulfillmentOrderId foreign = fixture.network.putForeign(OTHER, null, Map.of("M-A", 5));

    fixture.place(NUMBER, "A");

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_CONFLICT);
    assertThat(fixture.review(ID).note().message()).contains(OTHER);
    assertThat(fixture.review(ID).offers())
        .containsExactlyInAnyOrder(Repair.Kind.TRY_AGAIN, Repair.Kind.SEND_AGAIN, Repair.Kind.SKIP);

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_CONFLICT);

    fixture.network.status(foreign, FulfillmentStatus.CANCELLED);
    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.run();
    assertThat(fixture.network.taken()).contains(fixture.first(ID));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void sentAgainByAPerson_passesWhatTheySawAndNothingElse() {
    fixture.network.putForeign(OTHER, null, Map.of("M-A", 5));
    fixture.place(NUMBER, "A");
    fixture.network.putForeign("LATER-" + NUMBER, null, Map.of("M-A", 7));

    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.runAfter(Duration.ofMinutes(2));

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.review(ID).note().message()).contains("LATER-").doesNotContain(OTHER);

    fixture.repair(ID, Repair.Kind.SEND_AGAIN);
    fixture.runAfter(Duration.ofMinutes(2));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @ParameterizedTest
  @EnumSource(
      value = FulfillmentStatus.class,
      names = {"CANCELLED", "UNFULFILLABLE", "INVALID"})
  void deadOrders_areNotAdopted(FulfillmentStatus status) {
    FulfillmentOrderId foreign = fixture.network.putForeign(OTHER, null, Map.of("M-A", 1));
    fixture.network.status(foreign, status);

    fixture.place(NUMBER, "A");

    assertThat(fixture.network.taken()).containsExactly(foreign, fixture.first(ID));
    assertThat(fixture.record(ID).adopted()).isNull();
  }

  @Test
  void twoOrders_waitForAPerson() {
    fixture.network.putForeign(OTHER, null, Map.of("M-A", 1));
    fixture.network.putForeign("X-" + NUMBER, null, Map.of("M-A", 1));

    fixture.place(NUMBER, "A");

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.review(ID).note().message()).contains(OTHER + " and X-" + NUMBER);
  }

  @Test
  void nameThatCannotBeRead_waitsForAPerson() {
    fixture.network.listUnreadable("order #" + NUMBER);

    fixture.place(NUMBER, "A");

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_CONFLICT);
  }

  @Test
  void listThatCannotBeRead_keepsEverythingBackAndSaysSo() {
    fixture.network.putForeign(OTHER, null, Map.of("M-A", 1));
    for (int i = 0; i < 3; i++) {
      fixture.faults.fail("findNames", FailureKind.UNAVAILABLE);
    }

    fixture.place(NUMBER, "A");

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.READY);
    assertThat(fixture.events(RouterEvent.StepFailed.class))
        .anySatisfy(failed -> assertThat(failed.problem()).hasMessageContaining("findNames"));

    fixture.pass(Duration.ofMinutes(15));
    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void parcelThatTheOtherToolConfirmed_isNotConfirmedAgain() {
    FulfillmentOrderId foreign =
        fixture.network.putForeign(OTHER, null, Map.of("M-A", 1, "M-B", 1));
    fixture.network.shipments(
        foreign,
        FakeFulfillmentNetwork.shipment(
            "S1",
            FakeFulfillmentNetwork.parcel(
                "1", "1Z0000000000000001", FakeFulfillmentNetwork.units("line-M-A", 1))),
        FakeFulfillmentNetwork.shipment(
            "S2",
            FakeFulfillmentNetwork.parcel(
                "2", "1Z0000000000000002", FakeFulfillmentNetwork.units("line-M-B", 1))));
    fixture.channel.put(
        fixture
            .order(NUMBER, "A", "B")
            .status(OrderStatus.PARTIALLY_SHIPPED, "PARTIALLY_SHIPPING")
            .lineItems(
                List.of(
                    shipped(RouterFixture.unit("1", "A"), "1Z0000000000000001"),
                    RouterFixture.unit("2", "B")))
            .build());

    fixture.pass(Duration.ofMinutes(10));

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.channel.confirmations())
        .extracting(one -> one.number().value())
        .containsExactly("1Z0000000000000002");
    assertThat(fixture.faults.calls("confirmShipment")).isOne();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  private static LineItem shipped(LineItem item, String number) {
    return new LineItem(
        item.id(),
        item.sku(),
        item.bundle(),
        LineItem.Status.SHIPPED,
        new LineItem.ShippedIn("P1", TrackingNumber.of(number)));
  }

  @Test
  void otherToolAtWorkStill_isSeenBeforeTheNextOrderIsPlaced() {
    fixture.network.putForeign(OTHER, null, Map.of("M-A", 1));
    fixture.place(NUMBER, "A");
    fixture.clock.advance(Duration.ofMinutes(2));
    String next = "576461413038785999";
    fixture.network.putForeign("SHOP-" + next, null, Map.of("M-B", 1));

    OrderId second = fixture.place(next, "B");

    assertThat(fixture.network.requests()).isEmpty();
    assertThat(fixture.state(second)).isEqualTo(RoutingState.PLACED);
  }

  @Test
  void otherToolSendsWhatIsPlaced_tellsAPersonWhoMayStopOne() {
    fixture.place(NUMBER, "A");
    fixture.network.putForeign(OTHER, null, Map.of("M-A", 1));
    fixture.clock.advance(Duration.ofMinutes(1441));

    fixture.place("576461413038785999", "B");

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CREATE_CONFLICT);
    assertThat(fixture.review(ID).offers())
        .containsExactlyInAnyOrder(Repair.Kind.TRY_AGAIN, Repair.Kind.STOP, Repair.Kind.SKIP);

    fixture.repair(ID, Repair.Kind.TRY_AGAIN);
    fixture.shipAll(ID, "1Z0000000000000001", PackageStatus.SHIPPED);
    fixture.pass(Duration.ofMinutes(40));
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
  }

  @Test
  void nobodyElse_costsOneListInHalfAnHour() {
    for (int minute = 0; minute < 30; minute++) {
      fixture.place("5764614130387850" + (10 + minute), "A");
      fixture.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(fixture.network.requests()).hasSize(30);
    assertThat(fixture.faults.calls("findNames")).isOne();
  }

  @Test
  void switchedOff_readsNoList() {
    RouterFixture off = new RouterFixture(builder -> builder.takeOver(Duration.ZERO));
    off.network.putForeign(OTHER, null, Map.of("M-A", 1));

    off.place(NUMBER, "A");

    assertThat(off.faults.calls("findNames")).isZero();
    assertThat(off.network.requests()).hasSize(1);
  }

  @Test
  void killedAtAnyCall_sendsNothingTwice() {
    for (int call = 0; call < 40; call++) {
      for (boolean after : new boolean[] {false, true}) {
        RouterFixture killed = new RouterFixture();
        killed.network.putForeign("S02-1234567-1234567", NUMBER, Map.of("M-A", 1));
        killed.channel.put(killed.order(NUMBER, "A").build());
        killed.faults.crashAt(call, after);
        try {
          killed.pass(Duration.ofMinutes(3));
        } catch (Faults.Crash crash) {
          killed.restart();
        }
        killed.faults.none();
        killed.pass(Duration.ofMinutes(6));
        killed.shipAll(ID, "1Z0000000000000001", PackageStatus.SHIPPED);
        killed.pass(Duration.ofMinutes(10));

        assertThat(killed.network.requests()).as("killed at %d", call).isEmpty();
        assertThat(killed.state(ID)).as("killed at %d", call).isEqualTo(RoutingState.SHIPPED);
      }
    }
  }

  @Test
  void threeThousandOpenOrders_aThousandUnderForeignIds_noSecondShipment() {
    Map<String, Integer> at = new TreeMap<>();
    for (int i = 0; i < 3000; i++) {
      String number = "57646141303" + (8_000_000 + i);
      fixture.channel.put(fixture.order(number, "A", "B").build());
      if (i % 3 == 0) {
        at.merge(plant(number, i / 3), 1, Integer::sum);
      }
    }

    fixture.pass(Duration.ofMinutes(10));

    long lists = fixture.faults.calls("findNames");
    Map<FulfillmentOrderId, OrderId> orders = new HashMap<>();
    fixture
        .network
        .findNames(Instant.EPOCH)
        .forEach(
            listed ->
                listed
                    .namedOrders()
                    .forEach(order -> orders.put(FulfillmentOrderId.of(listed.id()), order)));
    Map<OrderId, Long> living =
        fixture.network.taken().stream()
            .filter(id -> fixture.network.snapshot(id).status() == FulfillmentStatus.IN_PROGRESS)
            .collect(Collectors.groupingBy(orders::get, Collectors.counting()));
    Map<RoutingState, Integer> states = new TreeMap<>();
    int adopted = 0;
    for (int i = 0; i < 3000; i++) {
      OrderId id = OrderId.of("57646141303" + (8_000_000 + i));
      states.merge(fixture.state(id), 1, Integer::sum);
      adopted += fixture.record(id).adopted() == null ? 0 : 1;
    }
    System.out.printf(
        "3000 open orders, 1000 at the network under foreign ids %s: %d created, %d adopted, states"
            + " %s, %d lists, second shipments %d%n",
        at,
        fixture.network.requests().size(),
        adopted,
        states,
        lists,
        living.values().stream().filter(count -> count > 1).count());

    assertThat(living).hasSize(3000).allSatisfy((order, count) -> assertThat(count).isOne());
    assertThat(adopted).isEqualTo(800);
    assertThat(fixture.network.requests()).hasSize(2100);
    assertThat(states).isEqualTo(Map.of(RoutingState.PLACED, 2900, RoutingState.REVIEW, 100));
  }

  /** Of each ten: eight with the same units in four styles, one with others, one dead. */
  private String plant(String number, int which) {
    Map<String, Integer> same = Map.of("M-A", 1, "M-B", 1);
    return switch (which % 10) {
      case 0, 1 -> put(number, null, same, "exact id");
      case 2, 3 -> put("SHOP-" + number, null, same, "id with a prefix");
      case 4, 5 -> put("tt_" + number + ".1", null, same, "id between others");
      case 6, 7 -> put("S02-" + which, number, same, "displayable id only");
      case 8 -> put("SHOP-" + number, null, Map.of("M-A", 2), "other units");
      default -> {
        String style = put("SHOP-" + number, null, same, "dead");
        fixture.network.status(
            FulfillmentOrderId.of("SHOP-" + number), FulfillmentStatus.CANCELLED);
        yield style;
      }
    };
  }

  private String put(
      String id, @Nullable String displayableId, Map<String, Integer> units, String style) {
    fixture.network.putForeign(id, displayableId, units);
    return style;
  }
}
