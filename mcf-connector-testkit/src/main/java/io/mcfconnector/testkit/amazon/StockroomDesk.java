// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Products and their stock by hand, in a sandbox only. */
final class StockroomDesk {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final FulfillmentWorld world;
  private final Marketplace marketplace;
  private final Set<String> seenTokens = new HashSet<>();

  StockroomDesk(FulfillmentWorld world, Marketplace marketplace) {
    this.world = world;
    this.marketplace = marketplace;
  }

  Reply create(JsonObject body) {
    marketplace.check(body.text("marketplaceId", NO_LIMIT), "marketplaceId");
    body.text("productName", NO_LIMIT);
    world.warehouse().set(body.text("sellerSku", NO_LIMIT), 0, world.now());
    return Wire.reply(200, Map.of());
  }

  Reply add(Routed asked) {
    String token = asked.request().header("x-amzn-idempotency-token");
    if (token == null || token.isBlank()) {
      throw Refusal.invalid("The header x-amzn-idempotency-token is missing.");
    }
    List<JsonObject> items = asked.body().objects("inventoryItems");
    for (JsonObject item : items) {
      marketplace.check(item.text("marketplaceId", NO_LIMIT), "marketplaceId");
      if (!world.warehouse().knows(item.text("sellerSku", NO_LIMIT))) {
        throw item.invalid("sellerSku");
      }
      item.count("quantity");
    }
    if (seenTokens.add(token)) {
      for (JsonObject item : items) {
        String sku = item.text("sellerSku", NO_LIMIT);
        int units = world.warehouse().available(sku) + item.count("quantity");
        world.warehouse().set(sku, units, world.now());
      }
    }
    return Wire.reply(200, Map.of());
  }

  Reply delete(Routed asked) {
    marketplace.check(asked.query("marketplaceId"), "marketplaceId");
    if (!world.warehouse().knows(asked.id())) {
      throw new Refusal(404, "NotFound", "Unknown SKU", "", "ResourceNotFoundException");
    }
    world.warehouse().remove(asked.id());
    return Wire.reply(200, Map.of());
  }
}
