// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** FBA Inventory, version 1. */
final class InventoryDesk {

  private static final int MOST_SKUS = 50;
  private static final int OLDEST_MONTHS = 18;
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(30);

  private final FulfillmentWorld world;
  private final Marketplace marketplace;
  private final Pages pages;

  InventoryDesk(FulfillmentWorld world, Marketplace marketplace, int pageSize) {
    this.world = world;
    this.marketplace = marketplace;
    this.pages = new Pages(pageSize, TOKEN_LIFE);
  }

  Reply summaries(Incoming request) {
    Map<String, String> query = request.query();
    checkGranularity(query);
    boolean details = flag(query.getOrDefault("details", "false"));
    Pages.Page page = page(query);
    List<Map<String, Object>> summaries = new ArrayList<>();
    for (String sku : page.keys()) {
      Warehouse.Count count = world.warehouse().count(sku, world.now());
      if (count != null) {
        summaries.add(summary(sku, count, details));
      }
    }
    String next = page.nextToken();
    return Wire.reply(
        200,
        Wire.object(
            "payload",
            Wire.object(
                "granularity",
                Wire.object("granularityType", "Marketplace", "granularityId", marketplace.id()),
                "inventorySummaries",
                summaries),
            "pagination",
            next == null ? null : Wire.object("nextToken", next)));
  }

  private void checkGranularity(Map<String, String> query) {
    String type = query.getOrDefault("granularityType", "");
    if (!type.equals("Marketplace")) {
      throw Refusal.invalidValue(type, "granularityType");
    }
    marketplace.check(query.getOrDefault("granularityId", ""), "granularityId");
    String ids = query.getOrDefault("marketplaceIds", "");
    if (ids.contains(",")) {
      throw Refusal.invalidValue(ids, "marketplaceIds");
    }
    marketplace.check(ids, "marketplaceIds");
  }

  private Pages.Page page(Map<String, String> query) {
    String since = query.getOrDefault("startDateTime", "");
    String token = query.getOrDefault("nextToken", "");
    if (!token.isEmpty()) {
      return pages.next(token, since, world.now());
    }
    if (!since.isEmpty()) {
      return pages.first(changedSkus(since), since, world.now());
    }
    List<String> filter = filter(query);
    return filter == null
        ? pages.first(world.warehouse().skus(), "", world.now())
        : new Pages.Page(filter, null);
  }

  private static @Nullable List<String> filter(Map<String, String> query) {
    String several = query.getOrDefault("sellerSkus", "");
    if (!several.isEmpty()) {
      List<String> skus = Arrays.stream(several.split(",")).distinct().toList();
      if (skus.size() > MOST_SKUS) {
        throw Refusal.invalid("Query parameter [sellerSkus] has more than " + MOST_SKUS + ".");
      }
      return skus;
    }
    String one = query.getOrDefault("sellerSku", "");
    return one.isEmpty() ? null : List.of(one);
  }

  private List<String> changedSkus(String text) {
    Instant since = startDateTime(text);
    List<String> changed = new ArrayList<>();
    for (String sku : world.warehouse().skus()) {
      Warehouse.Count count = world.warehouse().count(sku, world.now());
      if (count != null && !count.changedAt().isBefore(since)) {
        changed.add(sku);
      }
    }
    return changed;
  }

  private Instant startDateTime(String text) {
    Instant since;
    try {
      since = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Refusal(
          400,
          "InvalidInput",
          "This is an invalid input",
          "Query parameter [startDateTime] value is not a valid ISO date-time object.",
          "ValidationException");
    }
    Instant oldest = world.now().atOffset(ZoneOffset.UTC).minusMonths(OLDEST_MONTHS).toInstant();
    if (since.isBefore(oldest)) {
      throw Refusal.invalid("Query startDateTime cannot not be earlier than " + oldest);
    }
    return since;
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw Refusal.invalidValue(text, "details");
    }
    return text.equals("true");
  }

  static String asin(String sku) {
    return "B00" + code(sku);
  }

  static String fnSku(String sku) {
    return "X00" + code(sku);
  }

  private static String code(String sku) {
    return String.format(Locale.ROOT, "%07X", sku.hashCode() & 0xFFFFFFF);
  }

  private static Map<String, Object> summary(String sku, Warehouse.Count count, boolean details) {
    return Wire.object(
        "asin",
        asin(sku),
        "fnSku",
        fnSku(sku),
        "sellerSku",
        sku,
        "condition",
        "NewItem",
        "inventoryDetails",
        details ? details(count) : null,
        "lastUpdatedTime",
        Wire.time(count.changedAt()),
        "productName",
        "Product " + sku,
        "totalQuantity",
        count.fulfillable() + count.reserved());
  }

  private static Map<String, Object> details(Warehouse.Count count) {
    return Wire.object(
        "fulfillableQuantity",
        count.fulfillable(),
        "inboundWorkingQuantity",
        0,
        "inboundShippedQuantity",
        0,
        "inboundReceivingQuantity",
        0,
        "reservedQuantity",
        Wire.object(
            "totalReservedQuantity",
            count.reserved(),
            "pendingCustomerOrderQuantity",
            count.reserved(),
            "pendingTransshipmentQuantity",
            0,
            "fcProcessingQuantity",
            0),
        "researchingQuantity",
        Wire.object("totalResearchingQuantity", 0, "researchingQuantityBreakdown", List.of()),
        "unfulfillableQuantity",
        Wire.object(
            "totalUnfulfillableQuantity",
            0,
            "customerDamagedQuantity",
            0,
            "warehouseDamagedQuantity",
            0,
            "distributorDamagedQuantity",
            0,
            "carrierDamagedQuantity",
            0,
            "defectiveQuantity",
            0,
            "expiredQuantity",
            0));
  }
}
