// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When products would arrive, in both versions; nothing is reserved. */
final class OfferDesk {

  private static final Duration TRANSIT = Duration.ofDays(5);
  private static final Duration OFFER_LIFE = Duration.ofMinutes(30);
  private static final int COUNTRY = 2;

  private final FulfillmentWorld world;
  private final Marketplace marketplace;
  private final DraftRules rules;

  OfferDesk(FulfillmentWorld world, Marketplace marketplace) {
    this.world = world;
    this.marketplace = marketplace;
    this.rules = new DraftRules(marketplace);
  }

  Reply offers20200701(JsonObject body) {
    JsonObject product = body.object("product");
    String sku = rules.sku(product.object("productIdentifier"), "merchantSku");
    JsonObject amount = product.objectOrNull("amount");
    if (amount != null) {
      amount.oneOf("unitOfMeasure", "Eaches", Set.of("Eaches"));
      amount.decimalCount("value");
    }
    JsonObject terms = body.object("terms");
    checkOrigin(terms.object("origin"));
    checkDestination(terms.object("destination"));
    Instant arrives = world.now().plus(TRANSIT);
    List<Map<String, Object>> offers = new ArrayList<>();
    if (world.warehouse().available(sku) > 0) {
      offers.add(
          Wire.object(
              "expiresAt",
              Wire.time(world.now().plus(OFFER_LIFE)),
              "dateRange",
              Wire.object(
                  "earliest", Wire.time(arrives), "latest", Wire.time(arrives.plus(TRANSIT))),
              "policy",
              Wire.object("message", Wire.object("text", "Free delivery", "locale", "en_US"))));
    }
    return Wire.payload(Wire.object("deliveryOffers", offers));
  }

  Reply offers20260704(JsonObject body) {
    checkOrigin(body.object("origin"));
    JsonObject destination = body.objectOrNull("destination");
    if (destination != null) {
      checkDestination(destination);
    }
    List<JsonObject> items = body.objects("items");
    if (items.isEmpty()) {
      throw body.invalid("items");
    }
    List<Map<String, Object>> results = new ArrayList<>();
    for (JsonObject item : items) {
      String sku = rules.sku(item.object("productIdentifier"), "amazonSku");
      results.add(result(sku));
    }
    return Wire.reply(200, Wire.object("offerResults", results));
  }

  private Map<String, Object> result(String sku) {
    boolean there = world.warehouse().available(sku) > 0;
    Instant arrives = world.now().plus(TRANSIT);
    Map<String, Object> offer =
        Wire.object(
            "expiryTime",
            Wire.time(world.now().plus(OFFER_LIFE)),
            "fulfillmentConfiguration",
            Wire.object(
                "serviceLevel",
                Wire.object(
                    "serviceTier",
                    "STANDARD",
                    "deliveryInterval",
                    Wire.object(
                        "startTime",
                        Wire.time(arrives),
                        "endTime",
                        Wire.time(arrives.plus(TRANSIT))))));
    Map<String, Object> constraint =
        Wire.object(
            "message",
            "Requested quantity is not available.",
            "type",
            "ValidationError",
            "code",
            "ItemQuantityNotAvailable",
            "details",
            List.of(Wire.object("type", "amazonSku", "value", sku)));
    return Wire.object(
        "item",
        Wire.object("productIdentifier", Wire.object("amazonSku", sku)),
        "offers",
        there ? List.of(offer) : List.of(),
        "constraints",
        there ? null : List.of(constraint));
  }

  private void checkOrigin(JsonObject origin) {
    if (!origin.text("countryCode", COUNTRY).equals(marketplace.country())) {
      throw origin.invalid("countryCode");
    }
  }

  private void checkDestination(JsonObject destination) {
    JsonObject address = destination.objectOrNull("deliveryAddress");
    if (address != null) {
      address.text("postalCode", Integer.MAX_VALUE);
      if (!marketplace.shipsTo(address.text("countryCode", COUNTRY))) {
        throw address.invalid("countryCode");
      }
    } else {
      destination.text("ipAddress", Integer.MAX_VALUE);
    }
  }
}
