// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Difference;
import io.mcfconnector.model.DifferenceKind;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Reconciliation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconcileTest {

  private static final OrderId ID = OrderId.of("576461413038785752");
  private static final String NUMBER = "1Z0000000000000001";
  private static final String OTHER_NUMBER = "1Z0000000000000002";

  /** These are wrong from the first moment on. */
  private static final Set<DifferenceKind> AT_ONCE =
      EnumSet.of(
          DifferenceKind.UNITS_DIFFER,
          DifferenceKind.DESTINATION_DIFFERS,
          DifferenceKind.NETWORK_ONLY,
          DifferenceKind.SECOND_FULFILLMENT_ORDER,
          DifferenceKind.FOREIGN_FULFILLMENT_ORDER);

  private RouterFixture fixture = new RouterFixture();

  @ParameterizedTest
  @EnumSource(DifferenceKind.class)
  void plantedDifference_isFoundOnceItIsOlderThanThePromise(DifferenceKind kind) {
    for (boolean snapshots : new boolean[] {false, true}) {
      fixture =
          new RouterFixture(
              builder ->
                  kind == DifferenceKind.FOREIGN_FULFILLMENT_ORDER
                      ? builder.takeOver(Duration.ZERO)
                      : builder);
      if (snapshots) {
        fixture.network.changesHaveSnapshots();
      }
      Duration promise = plant(kind);
      if (!AT_ONCE.contains(kind)) {
        assertThat(reconcile().isClean()).as("fresh: %s", reconcile()).isTrue();
      }
      fixture.clock.advance(promise);

      Reconciliation found = reconcile();

      assertThat(found.differences())
          .as("%s", found)
          .anySatisfy(
              difference -> {
                assertThat(difference.kind()).isEqualTo(kind);
                assertThat(difference.isExplained()).isFalse();
                assertThat(difference.orderId()).isEqualTo(ID);
                assertThat(difference.repair()).isNotBlank();
              });
      assertThat(found.isClean()).isFalse();
      assertThat(found.toString()).contains(kind.name()).contains(kind.sentence());
      assertThat(found.toJson()).contains("\"kind\":\"" + kind + "\"");
    }
  }

  /** Makes a difference; returns the time after which nothing explains it any more. */
  private Duration plant(DifferenceKind kind) {
    switch (kind) {
      case ORDER_UNKNOWN -> fixture.channel.put(fixture.order(ID.value(), "A").build());
      case ORDER_MISSING -> {
        place();
        fixture.channel.remove(ID);
      }
      case CANCELLED_AT_CHANNEL -> {
        place();
        channel(OrderStatus.CANCELLED);
      }
      case CANCELLED_HERE -> {
        place();
        store(
            record ->
                record
                    .state(RoutingState.CANCELLED)
                    .dueAt(null)
                    .decide(
                        new Decision(
                            fixture.clock.instant(), "cancel", "stopped", "stopped", Map.of())));
      }
      case CONFIRMED_ELSEWHERE -> {
        place();
        units(NUMBER);
      }
      case NUMBER_DIFFERS -> {
        ship();
        units(OTHER_NUMBER);
      }
      case CONFIRMED_HERE -> {
        ship();
        units(null);
      }
      case CORRECTION_PENDING -> {
        ship();
        store(ReconcileTest::correcting);
      }
      case DELIVERED_AT_CHANNEL -> {
        ship();
        channel(OrderStatus.DELIVERED);
      }
      case OVERDUE -> {
        fixture.faults.fail("create", FailureKind.NOT_SENT);
        place();
      }
      case PLACING_STUCK, DESTINATION_KEPT -> {
        fixture.faults.fail("create", FailureKind.NO_ANSWER);
        place();
      }
      case REVIEW_OVERDUE -> {
        fixture.channel.put(
            fixture
                .order(ID.value(), "UNMAPPED")
                .deadlines(
                    new Deadlines(
                        fixture.clock.instant().plus(Duration.ofHours(1)), null, null, null))
                .build());
        fixture.run();
      }
      case PLACED_MISSING -> {
        place();
        fixture.network.lose(fixture.first(ID));
      }
      case UNITS_DIFFER -> {
        place();
        fixture.network.items(fixture.first(ID), items(3));
      }
      case DESTINATION_DIFFERS -> {
        place();
        fixture.network.put(
            fixture.first(ID),
            AddressFingerprint.ofRequired(
                RouterFixture.CANARY.toBuilder().postalCode("10001").build()),
            items(1));
      }
      case STOPPED_AT_NETWORK -> {
        place();
        fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
      }
      case ALIVE_AT_NETWORK -> {
        place();
        store(record -> record.skip(SkipReason.NOT_AT_NETWORK));
        fixture.network.status(fixture.first(ID), FulfillmentStatus.IN_PROGRESS);
      }
      case UNCONFIRMED_PARCEL -> {
        place();
        fixture.shipAll(ID, NUMBER, PackageStatus.SHIPPED);
      }
      case NUMBER_OUTDATED -> {
        ship();
        fixture.shipAll(ID, OTHER_NUMBER, PackageStatus.SHIPPED);
      }
      case DELIVERED_AT_NETWORK -> {
        ship();
        fixture.shipAll(ID, NUMBER, PackageStatus.DELIVERED);
      }
      case NETWORK_ONLY -> {
        fixture.channel.put(fixture.order(ID.value(), "A").build());
        fixture.network.put(
            fixture.first(ID), AddressFingerprint.ofRequired(RouterFixture.CANARY), items(1));
      }
      case SECOND_FULFILLMENT_ORDER -> {
        place();
        fixture.network.putForeign("SHOP-1", ID.value(), Map.of("M-A", 1));
      }
      case FOREIGN_FULFILLMENT_ORDER -> {
        fixture.faults.fail("create", FailureKind.NOT_SENT);
        place();
        fixture.network.putForeign("SHOP-" + ID, null, Map.of("M-A", 1));
      }
    }
    return switch (kind) {
      case DESTINATION_KEPT -> Duration.ofDays(8);
      case UNCONFIRMED_PARCEL, NUMBER_OUTDATED, CORRECTION_PENDING, OVERDUE, DELIVERED_AT_NETWORK ->
          Duration.ofHours(5);
      case REVIEW_OVERDUE -> Duration.ofHours(2);
      default -> AT_ONCE.contains(kind) ? Duration.ZERO : Duration.ofMinutes(25);
    };
  }

  private void place() {
    fixture.place(ID.value(), "A");
    fixture.clock.advance(Duration.ofMinutes(1));
  }

  private void ship() {
    place();
    fixture.shipAll(ID, NUMBER, PackageStatus.SHIPPED);
    fixture.run();
    assertThat(fixture.state(ID)).isEqualTo(RoutingState.SHIPPED);
    fixture.clock.advance(Duration.ofMinutes(1));
  }

  private static List<FulfillmentSnapshot.Item> items(int units) {
    return List.of(new FulfillmentSnapshot.Item("1", Msku.of("M-A"), units, 0, 0));
  }

  private void channel(OrderStatus status) {
    fixture.channel.change(ID, order -> order.status(status, status.name()));
  }

  /** Gives every unit at the channel this number; none = open. */
  private void units(@Nullable String number) {
    List<LineItem> units =
        fixture.channel.order(ID).lineItems().stream()
            .map(
                item ->
                    new LineItem(
                        item.id(),
                        item.sku(),
                        item.bundle(),
                        number == null ? LineItem.Status.OPEN : LineItem.Status.SHIPPED,
                        number == null
                            ? null
                            : new LineItem.ShippedIn("P9", TrackingNumber.of(number))))
            .toList();
    fixture.channel.change(ID, order -> order.lineItems(units));
  }

  private void store(UnaryOperator<RoutingRecord.Builder> change) {
    assertThat(fixture.store.update(change.apply(fixture.record(ID).toBuilder()).build()))
        .isPresent();
  }

  private static RoutingRecord.Builder correcting(RoutingRecord.Builder record) {
    TrackedPackage parcel = record.build().packages().get(0);
    TrackedPackage.Confirmation told = parcel.confirmation();
    return record
        .packages(
            List.of(
                parcel.with(
                    new TrackedPackage.Confirmation(
                        TrackedPackage.Verdict.CORRECTING,
                        TrackingNumber.of(OTHER_NUMBER),
                        told.provider(),
                        told.channelPackageId(),
                        null,
                        told.at(),
                        told.number()))))
        .decide(
            new Decision(
                RouterFixture.START.plusSeconds(120), "track", "correction", "told", Map.of()));
  }

  private Reconciliation reconcile() {
    return fixture.router.reconcile(
        RouterFixture.START.minus(Duration.ofDays(1)),
        fixture.clock.instant().plus(Duration.ofSeconds(1)));
  }

  @Test
  void cleanWorld_ofFiveThousandOrders_hasNoDifference() {
    for (int i = 0; i < 5000; i++) {
      OrderStatus status = i % 5 == 4 ? OrderStatus.ON_HOLD : OrderStatus.AWAITING_SHIPMENT;
      fixture.channel.put(
          fixture
              .order("57646141303" + (8_000_000 + i), i % 50 == 0 ? "UNMAPPED" : "A")
              .status(status, status.name())
              .build());
    }
    fixture.pass(Duration.ofMinutes(3));
    for (int i = 0; i < 5000; i++) {
      OrderId id = OrderId.of("57646141303" + (8_000_000 + i));
      if (fixture.state(id) == RoutingState.PLACED && i % 5 < 3) {
        fixture.shipAll(id, NUMBER + i, PackageStatus.SHIPPED);
      }
      if (i % 5 == 3) {
        fixture.channel.change(id, order -> order.status(OrderStatus.CANCELLED, "CANCELLED"));
      }
    }
    fixture.pass(Duration.ofMinutes(10));
    for (int i = 0; i < 5000; i += 5) {
      OrderId id = OrderId.of("57646141303" + (8_000_000 + i));
      if (fixture.state(id) == RoutingState.SHIPPED) {
        fixture.shipAll(id, NUMBER + i, PackageStatus.DELIVERED);
      }
    }
    fixture.pass(Duration.ofMinutes(10));

    Reconciliation clean = reconcile();

    System.out.println(clean.toString().lines().findFirst().orElseThrow());
    assertThat(clean.differences()).isEmpty();
    assertThat(clean.isClean()).isTrue();
    assertThat(clean.read().channelOrders()).isEqualTo(5000);
    assertThat(clean.read().records()).isEqualTo(5000);
  }

  @Test
  void reconcile_changesNothing() {
    place();
    RoutingRecord before = fixture.record(ID);
    int events = fixture.events.size();
    fixture.network.items(fixture.first(ID), items(3));

    reconcile();

    assertThat(fixture.record(ID)).isEqualTo(before);
    assertThat(fixture.events).hasSize(events);
    assertThat(fixture.network.requests()).hasSize(1);
  }

  @Test
  void differenceOfAnOrderInReview_isExplainedByIt() {
    place();
    fixture.network.status(fixture.first(ID), FulfillmentStatus.CANCELLED);
    fixture.runAfter(Duration.ofMinutes(6));
    fixture.clock.advance(Duration.ofHours(1));

    assertThat(reconcile().isClean()).isTrue();
    assertThat(reconcile().differences())
        .extracting(Difference::repair)
        .contains("A person decides: repair the review AMAZON_CANCELLED.");
  }

  @Test
  void platformThatCannotBeRead_givesNoHalfComparison() {
    place();
    fixture.faults.fail("findChangedFulfillments", FailureKind.UNAVAILABLE);

    assertThatThrownBy(this::reconcile).isInstanceOf(ApiException.class);
  }

  @Test
  void rangeThatEndsBeforeItBegins_isRefused() {
    assertThatThrownBy(() -> fixture.router.reconcile(RouterFixture.START, RouterFixture.START))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void json_escapesWhatANameMayHold() {
    place();
    fixture.network.listUnreadable("\"#\\\n" + ID);

    assertThat(reconcile().toJson())
        .contains("\"foreign\":\"\\\"#\\\\\\u000a" + ID + "\"")
        .startsWith("{\"at\":\"2026-03-02T12:01:00Z\"")
        .contains("\"clean\":false");
  }

  @Test
  void docs_listEveryKindWithItsMeaning() throws IOException {
    Path docs = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(docs.resolve("docs/reconcile.md"))) {
      docs = Objects.requireNonNull(docs.getParent(), "no docs/reconcile.md above the module");
    }

    assertThat(Files.readString(docs.resolve("docs/reconcile.md")))
        .contains(
            Arrays.stream(DifferenceKind.values())
                .map(kind -> "| `" + kind + "` | " + kind.sentence() + " |")
                .toList());
  }
}
