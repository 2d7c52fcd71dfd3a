// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A preview per shipping speed; it reserves nothing. */
final class PreviewV20200701 {

  private static final Map<String, Duration> TRANSIT =
      Map.of("Priority", Duration.ofDays(1), "Expedited", Duration.ofDays(2));

  private final FulfillmentWorld world;
  private final String marketplaceId;

  PreviewV20200701(FulfillmentWorld world, String marketplaceId) {
    this.world = world;
    this.marketplaceId = marketplaceId;
  }

  Map<String, Object> of(String speed, List<OrderDraft.Line> lines) {
    List<Map<String, Object>> missing = missing(lines);
    boolean fulfillable = missing.isEmpty();
    return Wire.object(
        "shippingSpeedCategory",
        speed,
        "isFulfillable",
        fulfillable,
        "isCODCapable",
        false,
        "marketplaceId",
        marketplaceId,
        "estimatedFees",
        fulfillable ? fees(lines) : null,
        "fulfillmentPreviewShipments",
        fulfillable ? List.of(shipment(speed, lines)) : null,
        "unfulfillablePreviewItems",
        fulfillable ? null : missing,
        "orderUnfulfillableReasons",
        fulfillable ? null : List.of("ItemQuantityNotAvailable"));
  }

  private List<Map<String, Object>> missing(List<OrderDraft.Line> lines) {
    Map<String, Integer> asked = new HashMap<>();
    List<Map<String, Object>> missing = new ArrayList<>();
    for (OrderDraft.Line line : lines) {
      if (!world.warehouse().knows(line.sku())) {
        throw Refusal.invalid("the SellerSKU for Item Id: " + line.id() + " is invalid.");
      }
      int units = asked.merge(line.sku(), line.units(), Integer::sum);
      if (units > world.warehouse().shippable(line.sku())) {
        Map<String, Object> item = item(line);
        item.put("itemUnfulfillableReasons", List.of("ItemQuantityNotAvailable"));
        missing.add(item);
      }
    }
    return missing;
  }

  private Map<String, Object> shipment(String speed, List<OrderDraft.Line> lines) {
    Instant ships = world.now().plus(Duration.ofDays(1));
    Instant arrives = ships.plus(TRANSIT.getOrDefault(speed, Duration.ofDays(4)));
    return Wire.object(
        "earliestShipDate",
        Wire.time(world.now()),
        "latestShipDate",
        Wire.time(ships),
        "earliestArrivalDate",
        Wire.time(arrives),
        "latestArrivalDate",
        Wire.time(arrives.plus(Duration.ofDays(1))),
        "fulfillmentPreviewItems",
        lines.stream().map(PreviewV20200701::item).toList());
  }

  private static Map<String, Object> item(OrderDraft.Line line) {
    return Wire.object(
        "sellerSku",
        line.sku(),
        "quantity",
        line.units(),
        "sellerFulfillmentOrderItemId",
        line.id());
  }

  private static List<Map<String, Object>> fees(List<OrderDraft.Line> lines) {
    int units = lines.stream().mapToInt(OrderDraft.Line::units).sum();
    String value = (units * 7) + ".40";
    return List.of(
        Wire.object(
            "name",
            "FBAPerUnitFulfillmentFee",
            "amount",
            Wire.object("currencyCode", "USD", "value", value)));
  }
}
