// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units that come back, in version 2020-07-01. Nothing arrives: returns stay new. */
final class ReturnDesk {

  private static final int LONGEST_RETURN_ID = 80;
  private static final int LONGEST_COMMENT = 1000;
  private static final Map<String, String> REASONS =
      Map.of("UnwantedItem", "No longer needed", "Defective", "Item is defective");

  private final FulfillmentWorld world;
  private final Marketplace marketplace;

  ReturnDesk(FulfillmentWorld world, Marketplace marketplace) {
    this.world = world;
    this.marketplace = marketplace;
  }

  Reply reasons(Routed asked) {
    asked.required("sellerSku");
    String asksFor = asked.query("marketplaceId");
    if (!asksFor.isEmpty()) {
      marketplace.check(asksFor, "MarketplaceId");
    }
    String language = asked.query("language");
    return Wire.payload(
        Wire.object(
            "reasonCodeDetails",
            REASONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                    reason ->
                        Wire.object(
                            "returnReasonCode",
                            reason.getKey(),
                            "description",
                            reason.getValue(),
                            "translatedDescription",
                            language.isEmpty() ? null : reason.getValue()))
                .toList()));
  }

  Reply create(Routed asked) {
    SimulatedOrder order = world.read(asked.id());
    List<JsonObject> items = asked.body().objects("items");
    if (items.isEmpty()) {
      throw asked.body().invalid("items");
    }
    List<Map<String, Object>> accepted = new ArrayList<>();
    List<Map<String, Object>> refused = new ArrayList<>();
    for (JsonObject item : items) {
      Map<String, Object> found = item(item);
      String problem = problem(order, found);
      if (problem == null) {
        order.returns.add(found);
        accepted.add(found);
      } else {
        refused.add(
            Wire.object(
                "sellerReturnItemId",
                found.get("sellerReturnItemId"),
                "sellerFulfillmentOrderItemId",
                found.get("sellerFulfillmentOrderItemId"),
                "invalidItemReason",
                Wire.object("invalidItemReasonCode", problem, "description", problem)));
      }
    }
    return Wire.payload(
        Wire.object(
            "returnItems",
            accepted,
            "invalidReturnItems",
            refused,
            "returnAuthorizations",
            List.of()));
  }

  private Map<String, Object> item(JsonObject item) {
    return Wire.object(
        "sellerReturnItemId",
        item.text("sellerReturnItemId", LONGEST_RETURN_ID),
        "sellerFulfillmentOrderItemId",
        item.text("sellerFulfillmentOrderItemId", Integer.MAX_VALUE),
        "amazonShipmentId",
        item.text("amazonShipmentId", Integer.MAX_VALUE),
        "sellerReturnReasonCode",
        item.text("returnReasonCode", Integer.MAX_VALUE),
        "returnComment",
        item.textOrNull("returnComment", LONGEST_COMMENT),
        "status",
        "New",
        "statusChangedDate",
        Wire.time(world.now()));
  }

  private static @Nullable String problem(SimulatedOrder order, Map<String, Object> item) {
    String returnId = String.valueOf(item.get("sellerReturnItemId"));
    String lineId = String.valueOf(item.get("sellerFulfillmentOrderItemId"));
    if (!REASONS.containsKey(String.valueOf(item.get("sellerReturnReasonCode")))) {
      return "InvalidValues";
    }
    if (order.returns.stream().anyMatch(it -> returnId.equals(it.get("sellerReturnItemId")))) {
      return "DuplicateRequest";
    }
    int shipped =
        order.livingShipments().stream()
            .filter(shipment -> shipment.id.equals(item.get("amazonShipmentId")))
            .flatMap(shipment -> shipment.packages.stream())
            .filter(parcel -> parcel.shipped)
            .flatMap(parcel -> parcel.contents.stream())
            .filter(content -> content.line().id().equals(lineId))
            .mapToInt(SimulatedPackage.Content::units)
            .sum();
    if (shipped == 0) {
      return "NoCompletedShipItems";
    }
    long returned =
        order.returns.stream()
            .filter(it -> lineId.equals(it.get("sellerFulfillmentOrderItemId")))
            .count();
    return returned < shipped ? null : "NoReturnableQuantity";
  }
}
