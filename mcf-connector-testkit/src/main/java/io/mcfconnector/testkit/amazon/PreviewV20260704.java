// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A preview of one planned shipment; it reserves nothing. */
final class PreviewV20260704 {

  private final FulfillmentWorld world;

  PreviewV20260704(FulfillmentWorld world) {
    this.world = world;
  }

  Map<String, Object> of(String tier, Map<String, Integer> asked, boolean fees) {
    List<Map<String, Object>> items = new ArrayList<>();
    List<Map<String, Object>> constraints = new ArrayList<>();
    asked.forEach(
        (sku, units) -> {
          if (!world.warehouse().knows(sku)) {
            throw Refusal.invalidValue(sku, "LineItems.Product.ProductIdentifier.AmazonSku");
          }
          if (world.warehouse().shippable(sku) < units) {
            constraints.add(constraint(sku));
          } else {
            items.add(item(sku, units));
          }
        });
    int units = asked.values().stream().mapToInt(Integer::intValue).sum();
    return Wire.object(
        "plannedShipments",
        items.isEmpty()
            ? List.of()
            : List.of(Wire.object("items", items, "offers", List.of(offer(tier, units, fees)))),
        "constraints",
        constraints);
  }

  private static Map<String, Object> item(String sku, int units) {
    return Wire.object(
        "productIdentifier",
        Wire.object("amazonSku", sku),
        "amount",
        Wire.object("unit", "EACHES", "value", units + ".0"));
  }

  private static Map<String, Object> constraint(String sku) {
    return Wire.object(
        "message",
        "Requested quantity is not available.",
        "type",
        "ValidationError",
        "code",
        "ItemQuantityNotAvailable",
        "details",
        List.of(Wire.object("type", "amazonSku", "value", sku)));
  }

  private Map<String, Object> offer(String tier, int units, boolean fees) {
    Instant ships = world.now().plus(Duration.ofDays(1));
    Instant arrives = ships.plus(Duration.ofDays(tier.equals("EXPEDITED") ? 2 : 4));
    Map<String, Object> price = Wire.object("currencyCode", "USD", "amount", (units * 7) + ".40");
    return Wire.object(
        "estimatedPrice",
        fees
            ? Wire.object(
                "rollupPrices",
                List.of(Wire.object("type", "FBAPerUnitFulfillmentFee", "value", price)),
                "totalPrice",
                price)
            : null,
        "fulfillmentConfiguration",
        Wire.object(
            "serviceLevel",
            Wire.object(
                "serviceTier",
                tier,
                "shipInterval",
                interval(world.now(), ships),
                "deliveryInterval",
                interval(arrives, arrives.plus(Duration.ofDays(1))))));
  }

  private static Map<String, Object> interval(Instant start, Instant end) {
    return Wire.object("startTime", Wire.time(start), "endTime", Wire.time(end));
  }
}
