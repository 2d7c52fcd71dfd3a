// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What version 2020-07-01 tells of its features: every SKU has all of them. */
final class FeatureDesk {

  private final FulfillmentWorld world;
  private final Marketplace marketplace;
  private final Pages pages;

  FeatureDesk(FulfillmentWorld world, Marketplace marketplace, int pageSize) {
    this.world = world;
    this.marketplace = marketplace;
    this.pages = new Pages(pageSize, Duration.ofHours(1));
  }

  Reply all(Routed asked) {
    checkMarketplace(asked);
    return Wire.payload(
        Wire.object(
            "features",
            OutboundV20200701Desk.FEATURES.stream()
                .map(
                    name ->
                        Wire.object(
                            "featureName",
                            name,
                            "featureDescription",
                            "The feature " + name,
                            "sellerEligible",
                            true))
                .toList()));
  }

  Reply inventory(Routed asked) {
    checkMarketplace(asked);
    String feature = feature(asked.id());
    String since = asked.query("queryStartDate");
    if (!since.isEmpty()) {
      JsonObject.isoTime(since);
    }
    String token = asked.query("nextToken");
    Pages.Page page =
        token.isEmpty()
            ? pages.first(world.warehouse().skus(), feature, world.now())
            : pages.next(token, feature, world.now());
    return Wire.payload(
        Wire.object(
            "marketplaceId",
            marketplace.id(),
            "featureName",
            feature,
            "nextToken",
            page.nextToken(),
            "featureSkus",
            page.keys().stream().map(this::sku).toList()));
  }

  Reply sku(Routed asked) {
    checkMarketplace(asked);
    String feature = feature(asked.id());
    String sku = asked.names().get(1);
    boolean known = world.warehouse().knows(sku);
    Map<String, Object> answer =
        Wire.object(
            "marketplaceId",
            marketplace.id(),
            "featureName",
            feature,
            "isEligible",
            known,
            "ineligibleReasons",
            known ? List.of() : List.of("INVALID_SKU"));
    if (known) {
      answer.putAll(sku(sku));
      answer.remove("overlappingSkus");
    }
    return Wire.payload(answer);
  }

  private void checkMarketplace(Routed asked) {
    marketplace.check(asked.query("marketplaceId"), "MarketplaceId");
    if (!marketplace.country().equals("US")) {
      throw Refusal.invalid("API not available in region");
    }
  }

  private static String feature(String name) {
    if (!OutboundV20200701Desk.FEATURES.contains(name)) {
      throw Refusal.invalidValue(name, "FeatureName");
    }
    return name;
  }

  private Map<String, Object> sku(String sku) {
    String code = String.format(Locale.ROOT, "%07X", sku.hashCode() & 0xFFFFFFF);
    return Wire.object(
        "sellerSku",
        sku,
        "fnSku",
        "X00" + code,
        "asin",
        "B00" + code,
        "skuCount",
        world.warehouse().available(sku),
        "overlappingSkus",
        List.of());
  }
}
