// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Adoption;
import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelReason;
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
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.model.TrackingWarning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routing records of tests. */
final class SampleRecords {

  static final ShopId SHOP = ShopId.of("7496100000000000777");
  static final ShopId OTHER_SHOP = ShopId.of("7495900000000000456");
  static final Instant NOW = Instant.parse("2026-09-01T12:00:00.123456Z");

  private static final Msku BOARD = Msku.of("MSKU-BOARD");

  private SampleRecords() {}

  /** Returns a builder for a record that is due for its intake now. */
  static RoutingRecord.Builder order(String id) {
    return RoutingRecord.builder("TTS", SHOP, OrderId.of(id))
        .receivedAt(NOW)
        .orderedAt(NOW)
        .dueAt(NOW);
  }

  /** Returns a record as it is saved before its create call. */
  static RoutingRecord placing(RoutingRecord record) {
    return record.toBuilder()
        .state(RoutingState.PLACING)
        .intent(
            new PlacementIntent(
                record.fulfillmentOrderId(),
                Map.of(BOARD, 1),
                AddressFingerprint.ofRequired(destination()),
                NOW,
                1,
                null))
        .build();
  }

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

  /** Returns a record in which every part is there; no real one is like that. */
  static RoutingRecord full() {
    LineItemId first = LineItemId.of("577001");
    LineItemId second = LineItemId.of("577002");
    ChannelSku bundle = new ChannelSku(ChannelSkuId.of("173101"), SellerSku.of("HL-SET"));
    ChannelSku board = new ChannelSku(ChannelSkuId.of("173102"), SellerSku.of("HL-BCB-L"));
    TrackingNumber number = TrackingNumber.of("TBA300000000011");
    return new RoutingRecord(
        "TTS",
        SHOP,
        OrderId.of("578100000000000008"),
        7,
        RoutingState.REVIEW,
        NOW.plusSeconds(1),
        NOW,
        NOW.minusSeconds(60),
        NOW.plusSeconds(2),
        NOW.plusNanos(3),
        new Deadlines(
            NOW.plusSeconds(10), NOW.plusSeconds(20), NOW.plusSeconds(30), NOW.plusSeconds(40)),
        "7311000000000000101",
        List.of(
            new LineItem(
                first,
                bundle,
                List.of(new BundleComponent(board, 2)),
                LineItem.Status.SHIPPED,
                new LineItem.ShippedIn("1153000000000000101", number)),
            new LineItem(
                second,
                new ChannelSku(ChannelSkuId.of("173103"), null),
                List.of(),
                LineItem.Status.OPEN,
                null)),
        new AddressFingerprint("0123456789abcdef0123456789abcdef"),
        List.of(new FulfillmentOrderItem("item-1", BOARD, List.of(first, first))),
        NOW.plusSeconds(50),
        2,
        new Adoption(FulfillmentOrderId.of("OTHER-578100000000000008"), 1),
        new PlacementIntent(
            FulfillmentOrderId.of("TTS-578100000000000008-2"),
            Map.of(BOARD, 2),
            new AddressFingerprint("fedcba9876543210fedcba9876543210"),
            NOW,
            3,
            NOW.plusSeconds(5)),
        4,
        List.of(
            new TrackedPackage(
                1,
                "shipment-1",
                new ShipmentPackage(
                    "1",
                    CarrierCode.of("AMZN_US"),
                    number,
                    TrackingNumber.of("AFTN300000000011"),
                    PackageStatus.SHIPPED,
                    List.of(new ShipmentPackage.Content("item-1", 1))),
                List.of(first),
                new TrackedPackage.Confirmation(
                    TrackedPackage.Verdict.CONFIRMED,
                    number,
                    ShippingProviderId.of("7248600717110282027"),
                    "1153000000000000101",
                    new TrackingWarning(
                        TrackingWarning.Kind.SEVERAL_PROVIDERS, "match more than one provider"),
                    NOW,
                    TrackingNumber.of("TBA300000000010")))),
        new CancelIntent(
            CancelIntent.Origin.SELLER,
            "pat",
            CancelReason.OUT_OF_STOCK,
            "4035000000000000001",
            NOW.plusSeconds(3),
            NOW,
            NOW.plusSeconds(9)),
        SkipReason.BY_PERSON,
        new ReviewNote(
            ReviewCode.TRACKING_WARNING,
            "The channel took the number and warned; check it.",
            Map.of("number", number.value(), "package", "1"),
            NOW,
            RoutingState.SHIPPING),
        new AddressFingerprint("00112233445566778899aabbccddeeff"),
        Set.of("value-limit", "unit-limit"),
        List.of(
            new Decision(NOW, "intake", "hold", "held", Map.of("until", "13:00", "b", "1")),
            new Decision(NOW.plusSeconds(1), "place", "stock", "ready", Map.of())));
  }
}
