// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mcfconnector.model.FulfillmentSnapshot.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FulfillmentSnapshotTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final FulfillmentOrderId ID = FulfillmentOrderId.of("TTS-1");
  private static final AddressFingerprint HERE = new AddressFingerprint("here");
  private static final PlacementIntent INTENT =
      new PlacementIntent(ID, Map.of(Msku.of("MUG"), 3, Msku.of("TEA"), 1), HERE, NOW, 1, null);

  @Test
  void matches_sameUnitsAndDestination_isTrue() {
    assertThat(snapshot(HERE, item("1", "MUG", 3), item("2", "TEA", 1)).matches(INTENT)).isTrue();
  }

  @Test
  void matches_unitsSplitOverLines_isTrue() {
    assertThat(
            snapshot(HERE, item("1", "MUG", 1), item("2", "TEA", 1), item("3", "MUG", 2))
                .matches(INTENT))
        .isTrue();
  }

  @Test
  void matches_destinationHidden_countsUnitsOnly() {
    assertThat(snapshot(null, item("1", "MUG", 3), item("2", "TEA", 1)).matches(INTENT)).isTrue();
    assertThat(snapshot(null, item("1", "MUG", 3)).matches(INTENT)).isFalse();
  }

  @Test
  void matches_otherUnitsSkuOrDestination_isFalse() {
    AddressFingerprint elsewhere = new AddressFingerprint("elsewhere");

    assertThat(snapshot(HERE, item("1", "MUG", 2), item("2", "TEA", 1)).matches(INTENT)).isFalse();
    assertThat(snapshot(HERE, item("1", "MUG", 3), item("2", "CUP", 1)).matches(INTENT)).isFalse();
    assertThat(
            snapshot(HERE, item("1", "MUG", 3), item("2", "TEA", 1), item("3", "CUP", 1))
                .matches(INTENT))
        .isFalse();
    assertThat(snapshot(elsewhere, item("1", "MUG", 3), item("2", "TEA", 1)).matches(INTENT))
        .isFalse();
  }

  @Test
  void absentSince_time_keepsTheRest() {
    PlacementIntent absent = INTENT.absentSince(NOW);

    assertThat(absent.absentSince()).isEqualTo(NOW);
    assertThat(absent.absentSince(NOW).units()).isEqualTo(INTENT.units());
    assertThat(new PlacementIntent(ID, INTENT.units(), HERE, NOW, 1, NOW)).isEqualTo(absent);
  }

  @Test
  void trackingNumber_networksOwn_goesFirst() {
    TrackingNumber own = TrackingNumber.of("AFTN");
    TrackingNumber carriers = TrackingNumber.of("1Z");

    assertThat(parcel(carriers, own).trackingNumber()).isEqualTo(own);
    assertThat(parcel(carriers, null).trackingNumber()).isEqualTo(carriers);
    assertThat(parcel(null, null).trackingNumber()).isNull();
  }

  @Test
  void values_thatMakeNoSense_areRefused() {
    ChannelSku sku = new ChannelSku(ChannelSkuId.of("1"), null);
    Listing listing = new Listing("p", sku, Map.of());

    assertThatIllegalArgumentException().isThrownBy(() -> new BundleComponent(sku, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FulfillmentOrderItem("1", Msku.of("MUG"), List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Listing.StockLevel(listing, "w", -1));
    assertThat(new Listing.StockLevel(listing, "w", 0).quantity()).isZero();
  }

  @Test
  void earliest_deadlines_ignoresDelivery() {
    Instant later = NOW.plusSeconds(60);

    assertThat(Deadlines.NONE.earliest()).isNull();
    assertThat(new Deadlines(null, null, null, NOW).earliest()).isNull();
    assertThat(new Deadlines(later, null, NOW, null).earliest()).isEqualTo(NOW);
    assertThat(new Deadlines(null, later, null, NOW).earliest()).isEqualTo(later);
  }

  @Test
  void order_printed_showsNoBuyerData() {
    LineItem open = unit("a", LineItem.Status.OPEN);
    Order order =
        Order.builder(OrderId.of("5764"), ShopId.of("7000"))
            .status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT")
            .createdAt(NOW)
            .updatedAt(NOW)
            .paidAt(NOW)
            .deadlines(new Deadlines(NOW, null, null, null))
            .warehouseId("w")
            .deliveryOption("7301", "Standard")
            .traits(java.util.Set.of(OrderTrait.SAMPLE))
            .destination(Address.builder().name("Ada Example").build())
            .lineItems(List.of(open, unit("b", LineItem.Status.CANCELLED)))
            .build();

    assertThat(order).hasToString("Order[5764, AWAITING_SHIPMENT, 2 units]");
    assertThat(order.toBuilder().build()).isEqualTo(order);
    assertThat(order.openLineItems()).containsExactly(open);
    assertThat(order.is(OrderTrait.SAMPLE)).isTrue();
    assertThat(order.is(OrderTrait.EXCHANGE)).isFalse();
    assertThat(order.status().allowsShipping()).isTrue();
    assertThat(OrderStatus.ON_HOLD.allowsShipping()).isFalse();
  }

  private static LineItem unit(String id, LineItem.Status status) {
    return new LineItem(
        LineItemId.of(id), new ChannelSku(ChannelSkuId.of("1"), null), List.of(), status, null);
  }

  private static FulfillmentSnapshot snapshot(
      @Nullable AddressFingerprint destination, Item... items) {
    return new FulfillmentSnapshot(
        ID, FulfillmentStatus.IN_PROGRESS, "Planning", destination, List.of(items), List.of());
  }

  private static Item item(String id, String msku, int ordered) {
    return new Item(id, Msku.of(msku), ordered, 0, 0);
  }

  private static ShipmentPackage parcel(
      @Nullable TrackingNumber carrierNumber, @Nullable TrackingNumber networkNumber) {
    return new ShipmentPackage(
        "1", null, carrierNumber, networkNumber, PackageStatus.SHIPPED, List.of());
  }
}
