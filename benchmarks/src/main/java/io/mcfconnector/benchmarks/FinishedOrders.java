// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Decision;
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
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.spi.OrderStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is in the databases that are measured. */
final class FinishedOrders {

  static final ShopId SHOP = ShopId.of("7496100000000000777");

  /** The finished order that is multiplied. */
  static final OrderId PATTERN = OrderId.of("578300000000000000");

  private static final int IN_REVIEW = 5;
  private static final int UNDER_WAY = 20;
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final LineItemId UNIT = LineItemId.of("578300000000000000001");
  private static final Msku MSKU = Msku.of("FBA-BOARD-L");

  private FinishedOrders() {}

  /** Stores one finished order, and those that a shop always has open; none of them is due. */
  static void insertPatterns(OrderStore store) {
    insert(store, delivered());
    for (int i = 0; i < UNDER_WAY; i++) {
      insert(store, open("5784000000000000%02d".formatted(i)));
    }
    for (int i = 0; i < IN_REVIEW; i++) {
      insert(store, inReview("5785000000000000%02d".formatted(i)));
    }
  }

  private static void insert(OrderStore store, RoutingRecord record) {
    if (!store.insert(record)) {
      throw new IllegalStateException("order " + record.orderId() + " was there already");
    }
  }

  private static RoutingRecord open(String id) {
    return order(OrderId.of(id))
        .state(RoutingState.PLACED)
        .dueAt(NOW.plus(Duration.ofDays(6)))
        .reservedUntil(NOW.plus(Duration.ofDays(6)))
        .build();
  }

  private static RoutingRecord inReview(String id) {
    return order(OrderId.of(id))
        .review(
            new ReviewNote(
                ReviewCode.OUT_OF_STOCK,
                "Amazon has too few units. Send stock, then try again.",
                Map.of("msku", MSKU.value()),
                NOW,
                RoutingState.READY))
        .build();
  }

  private static RoutingRecord delivered() {
    TrackingNumber number = TrackingNumber.of("TBA300000000011");
    ShipmentPackage parcel =
        new ShipmentPackage(
            "1",
            CarrierCode.of("AMZN_US"),
            number,
            null,
            PackageStatus.DELIVERED,
            List.of(new ShipmentPackage.Content("1", 1)));
    Confirmation confirmation =
        Confirmation.intent(number, ShippingProviderId.of("7248600717110282027"), NOW)
            .confirmed("1153000000000000101", null, NOW);
    return order(PATTERN)
        .state(RoutingState.DELIVERED)
        .reservedUntil(NOW.minus(Duration.ofDays(20)))
        .packages(List.of(new TrackedPackage(1, "Dx1", parcel, List.of(UNIT), confirmation)))
        .decide(decision("confirm", "confirmed", "the channel has the tracking"))
        .decide(decision("track", "delivered", "every parcel has arrived"))
        .build();
  }

  private static RoutingRecord.Builder order(OrderId id) {
    RoutingRecord.Builder order =
        RoutingRecord.builder("TTS", SHOP, id)
            .receivedAt(NOW.minus(Duration.ofDays(30)))
            .orderedAt(NOW.minus(Duration.ofDays(30)))
            .channelUpdatedAt(NOW)
            .networkUpdatedAt(NOW)
            .lineItems(
                List.of(
                    new LineItem(
                        UNIT,
                        new ChannelSku(
                            ChannelSkuId.of("1731100000000000011"), SellerSku.of("HL-BCB-L")),
                        List.of(),
                        LineItem.Status.OPEN,
                        null)))
            .destination(new AddressFingerprint("0123456789abcdef0123456789abcdef"))
            .items(List.of(new FulfillmentOrderItem("1", MSKU, List.of(UNIT))))
            .decide(decision("assess", "ready", "paid, free to ship, address complete"))
            .decide(decision("place", "intent", "will ask for TTS-" + id + ", attempt 1"))
            .decide(decision("place", "placed", "the network accepted TTS-" + id));
    RoutingRecord placed = order.build();
    return order.intent(
        new PlacementIntent(
            placed.fulfillmentOrderId(),
            placed.units(),
            new AddressFingerprint("0123456789abcdef0123456789abcdef"),
            NOW,
            1,
            null));
  }

  private static Decision decision(String stage, String rule, String outcome) {
    return new Decision(NOW, stage, rule, outcome, Map.of());
  }
}
