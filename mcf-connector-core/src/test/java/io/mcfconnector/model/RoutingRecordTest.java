// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackedPackage.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingRecordTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Msku MUG = Msku.of("FBA-MUG");
  private static final Msku TEA = Msku.of("FBA-TEA");
  private static final ReviewNote NOTE =
      new ReviewNote(
          ReviewCode.OUT_OF_STOCK, "Too few units.", Map.of(), NOW, RoutingState.RECEIVED);

  @Test
  void builder_newRecord_startsReceivedInItsFirstGeneration() {
    RoutingRecord record = builder().build();

    assertThat(record.state()).isEqualTo(RoutingState.RECEIVED);
    assertThat(record.version()).isZero();
    assertThat(record.fulfillmentOrderId()).hasToString("TTS-5764");
    assertThat(record.toBuilder().generation(3).build().fulfillmentOrderId())
        .hasToString("TTS-5764-3");
    assertThat(record).hasToString("RoutingRecord[5764, RECEIVED, version 0]");
  }

  @Test
  void toBuilder_everyComponentSet_givesAnEqualRecord() {
    RoutingRecord record =
        builder()
            .version(7)
            .state(RoutingState.HELD)
            .dueAt(NOW)
            .receivedAt(NOW.plusSeconds(1))
            .orderedAt(NOW.plusSeconds(2))
            .channelUpdatedAt(NOW.plusSeconds(3))
            .deadlines(new Deadlines(NOW, NOW, NOW, NOW))
            .deliveryOptionId("7301")
            .lineItems(
                List.of(
                    new LineItem(
                        LineItemId.of("a"),
                        new ChannelSku(ChannelSkuId.of("1"), null),
                        List.of(),
                        LineItem.Status.OPEN,
                        null)))
            .destination(new AddressFingerprint("ab"))
            .items(List.of(item("1", MUG, 2)))
            .reservedUntil(NOW)
            .generation(2)
            .intent(intent(Map.of(MUG, 2)))
            .attempts(5)
            .packages(List.of(tracked("p", Confirmation.OPEN)))
            .skip(SkipReason.DIGITAL)
            .dueAt(NOW)
            .review(NOTE)
            .decide(new Decision(NOW, "intake", "hold", "held", Map.of("b", "2", "a", "1")))
            .build();

    assertThat(record.toBuilder().build()).isEqualTo(record);
    assertThat(record.decisions().get(0).facts())
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
  }

  @Test
  void state_changed_forgetsFailuresAndReview() {
    RoutingRecord inReview = builder().attempts(3).dueAt(NOW).review(NOTE).build();
    assertThat(inReview.state()).isEqualTo(RoutingState.REVIEW);
    assertThat(inReview.review()).isEqualTo(NOTE);
    assertThat(inReview.dueAt()).isNull();
    assertThat(inReview.attempts()).isZero();

    RoutingRecord resumed = inReview.toBuilder().state(RoutingState.READY).build();

    assertThat(resumed.review()).isNull();
  }

  @Test
  void state_same_keepsFailures() {
    assertThat(builder().attempts(3).state(RoutingState.RECEIVED).build().attempts()).isEqualTo(3);
  }

  @Test
  void skip_reason_endsTheOrder() {
    RoutingRecord skipped = builder().dueAt(NOW).skip(SkipReason.DIGITAL).build();

    assertThat(skipped.state()).isEqualTo(RoutingState.SKIPPED);
    assertThat(skipped.skipReason()).isEqualTo(SkipReason.DIGITAL);
    assertThat(skipped.dueAt()).isNull();
    assertThat(skipped.duty()).isNull();
  }

  @Test
  void decide_twice_keepsTheOrderAndTheEarlierRecord() {
    RoutingRecord first =
        builder().decide(new Decision(NOW, "intake", "a", "ok", Map.of())).build();
    RoutingRecord second =
        first.toBuilder().decide(new Decision(NOW, "intake", "b", "ok", Map.of())).build();

    assertThat(first.decisions()).extracting(Decision::rule).containsExactly("a");
    assertThat(second.decisions()).extracting(Decision::rule).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "RECEIVED, INTAKE",
        "HELD, INTAKE",
        "READY, PLACE",
        "PLACING, PLACE",
        "CANCELLING, PLACE",
        "PLACED, SWEEP",
        "SHIPPING, SWEEP",
        "SHIPPED, SWEEP",
        "DELIVERED, null",
        "CANCELLED, null",
        "SKIPPED, null",
        "REVIEW, null"
      })
  void duty_state_isServedByOneDuty(RoutingState state, @Nullable Duty duty) {
    assertThat(builder().state(state).build().duty()).isEqualTo(duty);
  }

  @Test
  void duty_parcelTheChannelDoesNotKnow_isConfirm() {
    TrackedPackage open = tracked("p", Confirmation.OPEN);
    TrackedPackage sent =
        tracked("p", Confirmation.intent(TrackingNumber.of("1Z"), ShippingProviderId.of("7"), NOW));
    TrackedPackage confirmed = sent.with(sent.confirmation().confirmed("pkg", null, NOW));

    assertThat(placedWith(open).duty()).isEqualTo(Duty.CONFIRM);
    assertThat(placedWith(sent).duty()).isEqualTo(Duty.CONFIRM);
    assertThat(placedWith(confirmed).duty()).isEqualTo(Duty.SWEEP);
    assertThat(placedWith(confirmed, open).duty()).isEqualTo(Duty.CONFIRM);
  }

  @Test
  void awaitsConfirmation_noNumberOrNoUnits_isFalse() {
    ShipmentPackage numberless =
        new ShipmentPackage("p", null, null, null, PackageStatus.PENDING, List.of());

    assertThat(
            new TrackedPackage(1, "s", numberless, List.of(LineItemId.of("a")), Confirmation.OPEN)
                .awaitsConfirmation())
        .isFalse();
    assertThat(
            new TrackedPackage(1, "s", parcel("p"), List.of(), Confirmation.OPEN)
                .awaitsConfirmation())
        .isFalse();
  }

  @Test
  void confirmedLineItems_openAndSentParcels_doNotCount() {
    Confirmation sent =
        Confirmation.intent(TrackingNumber.of("1Z"), ShippingProviderId.of("7"), NOW);
    TrackingWarning slow = new TrackingWarning(TrackingWarning.Kind.NOT_VERIFIED, "slow");
    RoutingRecord record =
        placedWith(
            tracked("p1", sent.confirmed(null, slow, NOW)),
            tracked("p2", sent),
            tracked("p3", Confirmation.OPEN));

    assertThat(record.confirmedLineItems()).containsExactly(LineItemId.of("unit-p1"));
    assertThat(record.packages().get(0).confirmation().warning()).isEqualTo(slow);
    assertThat(record.packages().get(0).confirmation().verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(record.packages().get(0).is(1, "s", "p1")).isTrue();
    assertThat(record.packages().get(0).is(1, "s", "p2")).isFalse();
    assertThat(record.packages().get(0).is(1, "t", "p1")).isFalse();
    assertThat(record.packages().get(0).is(2, "s", "p1")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(RoutingState.class)
  void reservation_untilPlacedAndCounted_holdsTheUnits(RoutingState state) {
    RoutingRecord record =
        builder()
            .items(List.of(item("1", MUG, 2), item("2", TEA, 1), item("3", MUG, 1)))
            .state(state)
            .build();
    Map<Msku, Integer> units = Map.of(MUG, 3, TEA, 1);

    assertThat(record.units()).isEqualTo(units);
    assertThat(record.reservation(NOW)).isEqualTo(state.isEnd() ? Map.of() : units);
  }

  @Test
  void reservation_withEnd_endsExactlyThen() {
    RoutingRecord record =
        builder()
            .items(List.of(item("1", MUG, 2)))
            .state(RoutingState.PLACED)
            .reservedUntil(NOW)
            .build();

    assertThat(record.reservation(NOW.minusNanos(1))).isEqualTo(Map.of(MUG, 2));
    assertThat(record.reservation(NOW)).isEmpty();
  }

  @Test
  void record_lists_areCopies() {
    List<FulfillmentOrderItem> items = new ArrayList<>(List.of(item("1", MUG, 1)));
    RoutingRecord record = builder().items(items).build();
    items.clear();

    assertThat(record.items()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVED, true",
    "HELD, true",
    "READY, true",
    "PLACING, false",
    "REVIEW, false",
    "PLACED, false",
    "CANCELLED, false"
  })
  void isBeforePlacing_state_tellsWhetherNothingWasSent(RoutingState state, boolean before) {
    assertThat(state.isBeforePlacing()).isEqualTo(before);
  }

  private static RoutingRecord placedWith(TrackedPackage... packages) {
    return builder().state(RoutingState.PLACED).packages(List.of(packages)).build();
  }

  private static TrackedPackage tracked(String id, Confirmation confirmation) {
    return new TrackedPackage(
        1, "s", parcel(id), List.of(LineItemId.of("unit-" + id)), confirmation);
  }

  private static ShipmentPackage parcel(String id) {
    return new ShipmentPackage(
        id, null, TrackingNumber.of("1Z"), null, PackageStatus.SHIPPED, List.of());
  }

  private static FulfillmentOrderItem item(String id, Msku msku, int quantity) {
    List<LineItemId> units = new ArrayList<>();
    for (int i = 0; i < quantity; i++) {
      units.add(LineItemId.of(id + "-" + i));
    }
    return new FulfillmentOrderItem(id, msku, units);
  }

  private static PlacementIntent intent(Map<Msku, Integer> units) {
    return new PlacementIntent(
        FulfillmentOrderId.of("TTS-1"), units, new AddressFingerprint("ab"), NOW, 1, null);
  }

  private static RoutingRecord.Builder builder() {
    return RoutingRecord.builder("TTS", ShopId.of("7000"), OrderId.of("5764"));
  }
}
