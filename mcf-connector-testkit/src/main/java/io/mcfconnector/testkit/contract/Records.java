// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Adoption;
import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.model.TrackingWarning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Routing records for tests of stores. */
final class Records {

  static final ShopId SHOP = ShopId.of("7496100000000000777");
  static final ShopId OTHER_SHOP = ShopId.of("7495900000000000456");

  /** A time with as many digits as every database can keep. */
  static final Instant NOW = Instant.parse("2026-09-01T12:00:00.123456Z");

  private static final Msku MSKU = Msku.of("MSKU-BOARD");

  private Records() {}

  /** Returns a builder for a new record of {@link #SHOP}. */
  static RoutingRecord.Builder order(String id) {
    return order(SHOP, id);
  }

  /** Returns a builder for a new record. */
  static RoutingRecord.Builder order(ShopId shop, String id) {
    return RoutingRecord.builder("TTS", shop, OrderId.of(id)).receivedAt(NOW).orderedAt(NOW);
  }

  /** Returns a record whose intake is due at a time. */
  static RoutingRecord.Builder due(String id, Instant dueAt) {
    return order(id).dueAt(dueAt);
  }

  /** Returns the clocks of an order that must be shipped by a time. */
  static Deadlines shipBy(Instant time) {
    return new Deadlines(time, null, null, null);
  }

  /** Returns an item of some units. */
  static FulfillmentOrderItem item(Msku msku, int quantity) {
    return new FulfillmentOrderItem(
        "item-" + msku,
        msku,
        IntStream.range(0, quantity).mapToObj(unit -> LineItemId.of("unit-" + unit)).toList());
  }

  /** Returns a parcel that the channel does not know yet. */
  static TrackedPackage unconfirmed() {
    ShipmentPackage parcel =
        new ShipmentPackage(
            "1",
            CarrierCode.of("AMZN_US"),
            TrackingNumber.of("TBA300000000012"),
            null,
            PackageStatus.SHIPPED,
            List.of(new ShipmentPackage.Content("item-1", 1)));
    return new TrackedPackage(
        1, "shipment-1", parcel, List.of(LineItemId.of("unit-1")), Confirmation.OPEN);
  }

  /** Returns this record as it is saved before its create call. */
  static RoutingRecord placing(RoutingRecord record) {
    return record.toBuilder()
        .state(RoutingState.PLACING)
        .intent(
            new PlacementIntent(
                record.fulfillmentOrderId(),
                Map.of(MSKU, 1),
                AddressFingerprint.ofRequired(destination()),
                NOW,
                1,
                null))
        .build();
  }

  /** Returns where an order goes. */
  static Address destination() {
    return Address.builder()
        .name("Wilhelmina Ashgrove")
        .line1("48 Larkspur Terrace")
        .line2("Apt 7Q")
        .city("Bellwether")
        .stateOrRegion("OR")
        .postalCode("97035")
        .countryCode("US")
        .phone("+15035550148")
        .build();
  }

  /** Returns a record in which everything that may be absent is there. */
  static RoutingRecord full(String id) {
    LineItemId unit = LineItemId.of(id + "001");
    ChannelSkuId skuId = ChannelSkuId.of("1731100000000000011");
    SellerSku sellerSku = SellerSku.of("HL-BCB-L");
    ChannelSku sku = new ChannelSku(skuId, sellerSku);
    TrackingNumber number = TrackingNumber.of("TBA300000000011");
    ShipmentPackage parcel =
        new ShipmentPackage(
            "1",
            CarrierCode.of("AMZN_US"),
            number,
            TrackingNumber.of("AFTN300000000011"),
            PackageStatus.SHIPPED,
            List.of(new ShipmentPackage.Content("item-1", 1)));
    Confirmation confirmation =
        Confirmation.intent(number, ShippingProviderId.of("7248600717110282027"), NOW)
            .confirmed(
                "1153000000000000101",
                new TrackingWarning(
                    TrackingWarning.Kind.SEVERAL_PROVIDERS, "match more than one provider"),
                NOW);
    RoutingRecord.Builder builder =
        order(id)
            .dueAt(NOW.plusSeconds(1))
            .channelUpdatedAt(NOW.minusSeconds(2))
            .deadlines(
                new Deadlines(
                    NOW.plusSeconds(10),
                    NOW.plusSeconds(20),
                    NOW.plusSeconds(30),
                    NOW.plusSeconds(40)))
            .deliveryOptionId("7311000000000000101")
            .lineItems(
                List.of(
                    new LineItem(
                        unit,
                        sku,
                        List.of(new BundleComponent(sku, 2)),
                        LineItem.Status.SHIPPED,
                        new LineItem.ShippedIn("1153000000000000101", number))))
            .destination(new AddressFingerprint("0123456789abcdef0123456789abcdef"))
            .items(List.of(new FulfillmentOrderItem("item-1", MSKU, List.of(unit, unit))))
            .reservedUntil(NOW.plusSeconds(50))
            .generation(2)
            .adopted(new Adoption(FulfillmentOrderId.of("OTHER-" + id), 1))
            .intent(
                new PlacementIntent(
                    FulfillmentOrderId.of("TTS-" + id + "-2"),
                    Map.of(MSKU, 2),
                    new AddressFingerprint("fedcba9876543210fedcba9876543210"),
                    NOW,
                    3,
                    NOW.plusSeconds(5)))
            .packages(
                List.of(new TrackedPackage(2, "shipment-1", parcel, List.of(unit), confirmation)))
            .skip(SkipReason.BY_PERSON)
            .review(
                new ReviewNote(
                    ReviewCode.TRACKING_WARNING,
                    "The channel took the number and warned; check it.",
                    Map.of("number", number.value()),
                    NOW,
                    RoutingState.SHIPPING))
            .correctedFrom(new AddressFingerprint("00112233445566778899aabbccddeeff"))
            .release("quantity-cap")
            .release("value-cap")
            .dueAt(NOW.plusSeconds(1))
            .attempts(4);
    return builder
        .decide(new Decision(NOW, "intake", "hold", "held", Map.of("until", "13:00", "b", "1")))
        .decide(new Decision(NOW.plusSeconds(1), "place", "stock", "ready", Map.of()))
        .build();
  }
}
