// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Listing.StockLevel;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Publishes what may be sold: for each listing the scarcest component's fulfillable units, less
 * those reserved by orders and the safety stock. Written only when the channel shows another
 * figure.
 *
 * <p>Listings that share a SKU, in one shop or in several, each show the full figure. An order at
 * one of them lowers the figure of all at the next cycle.
 */
final class StockDuty implements DutyRun {

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final SkuMapper skuMapper;
  private final OrderStore store;
  private final UnknownStock unknownStock;
  private final Events events;
  private final Settings settings;
  private final Clock clock;

  StockDuty(
      FulfillmentNetwork network,
      Shops shops,
      SkuMapper skuMapper,
      OrderStore store,
      UnknownStock unknownStock,
      Events events,
      Settings settings,
      Clock clock) {
    this.network = network;
    this.shops = shops;
    this.skuMapper = skuMapper;
    this.store = store;
    this.unknownStock = unknownStock;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Duty duty() {
    return Duty.STOCK;
  }

  @Override
  public String account() {
    return network.account().value();
  }

  @Override
  public Duration interval() {
    return settings.inventorySync();
  }

  @Override
  public void run() {
    List<ApiException> problems = new ArrayList<>();
    Map<SalesChannel, List<Mapped>> mapped = new LinkedHashMap<>();
    for (SalesChannel channel : shops.all()) {
      attempt(problems, () -> mapped.put(channel, mappedListings(channel)));
    }
    publish(mapped, problems);
    if (!problems.isEmpty()) {
      throw problems.get(0);
    }
  }

  /** One shop's trouble must not let the others oversell. */
  private static void attempt(List<ApiException> problems, Runnable work) {
    try {
      work.run();
    } catch (ApiException problem) {
      problems.add(problem);
    }
  }

  private void publish(Map<SalesChannel, List<Mapped>> mapped, List<ApiException> problems) {
    Set<Msku> mskus = new LinkedHashSet<>();
    mapped.values().forEach(all -> all.forEach(one -> mskus.addAll(one.units().keySet())));
    if (mskus.isEmpty()) {
      return;
    }
    // Reservations after the count: an order placed between the two is then withheld twice for one
    // cycle, which costs a sale at worst. The other way round it would be offered twice.
    Map<Msku, Integer> fulfillable = countOf(mskus);
    Map<Msku, Integer> reserved = new HashMap<>();
    store
        .reservations(shops.ids(), clock.instant())
        .forEach(one -> one.units().forEach((msku, n) -> reserved.merge(msku, n, Integer::sum)));
    mapped.forEach(
        (channel, listings) ->
            attempt(problems, () -> publish(channel, listings, fulfillable, reserved)));
  }

  private List<Mapped> mappedListings(SalesChannel channel) {
    try (Stream<Listing> listings = channel.listings()) {
      return listings.map(listing -> mapped(channel, listing)).flatMap(Optional::stream).toList();
    }
  }

  private Optional<Mapped> mapped(SalesChannel channel, Listing listing) {
    String warehouse = channel.warehouseOf(listing);
    return warehouse == null
        ? Optional.empty()
        : skuMapper
            .componentsOf(channel.shop(), listing.sku())
            .filter(components -> !components.isEmpty())
            .map(components -> new Mapped(listing, warehouse, unitsOf(components)));
  }

  /** A kit may name one SKU twice; one of it then takes the sum. */
  private static Map<Msku, Integer> unitsOf(List<SkuMapper.Component> components) {
    Map<Msku, Integer> units = new HashMap<>();
    components.forEach(component -> units.merge(component.msku(), component.units(), Integer::sum));
    return units;
  }

  /**
   * Returns the count by SKU; one unknown for too long counts as none, one unknown lately is
   * absent.
   */
  private Map<Msku, Integer> countOf(Set<Msku> mskus) {
    Map<Msku, Integer> count = new HashMap<>(network.fulfillableUnits(mskus));
    Instant now = clock.instant();
    List<Msku> unknown = new ArrayList<>();
    for (Msku msku : mskus) {
      String watermark = "stock-unknown/" + account() + "/" + msku;
      Instant since = store.watermark(watermark).orElse(Instant.EPOCH);
      boolean wasUnknown = since.isAfter(Instant.EPOCH);
      if (count.containsKey(msku)) {
        if (wasUnknown) {
          store.saveWatermark(watermark, Instant.EPOCH);
        }
      } else if (!wasUnknown) {
        store.saveWatermark(watermark, now);
        events.publish(new RouterEvent.StockUnknown(now, msku, now));
      } else if (!now.isBefore(since.plus(settings.stockGrace()))) {
        count.put(msku, 0);
        unknown.add(msku);
        events.publish(new RouterEvent.StockUnknown(now, msku, since));
      }
    }
    unknownStock.review(unknown);
    return count;
  }

  private void publish(
      SalesChannel channel,
      List<Mapped> listings,
      Map<Msku, Integer> fulfillable,
      Map<Msku, Integer> reserved) {
    List<StockLevel> changed = new ArrayList<>();
    for (Mapped one : listings) {
      if (fulfillable.keySet().containsAll(one.units.keySet())) {
        int sellable = sellable(one, fulfillable, reserved);
        if (sellable != one.listing.quantities().getOrDefault(one.warehouse, 0)) {
          changed.add(new StockLevel(one.listing, one.warehouse, sellable));
        }
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Set<ChannelSkuId> refused = new HashSet<>();
    for (Listing.Refusal refusal : channel.publishStock(changed)) {
      refused.add(refusal.sku());
      events.publish(new RouterEvent.StockRefused(now, channel.shop(), refusal));
    }
    for (StockLevel level : changed) {
      ChannelSkuId sku = level.listing().sku().id();
      if (!refused.contains(sku)) {
        events.publish(new RouterEvent.StockPublished(now, channel.shop(), sku, level.quantity()));
      }
    }
  }

  private int sellable(Mapped one, Map<Msku, Integer> fulfillable, Map<Msku, Integer> reserved) {
    int least = Integer.MAX_VALUE;
    for (Map.Entry<Msku, Integer> component : one.units.entrySet()) {
      int free =
          fulfillable.getOrDefault(component.getKey(), 0)
              - reserved.getOrDefault(component.getKey(), 0)
              - settings.safetyStock();
      least = Math.min(least, Math.max(0, free) / component.getValue());
    }
    return least;
  }

  /**
   * A listing whose stock is ours to publish.
   *
   * @param units what one sold unit takes, by SKU
   */
  private record Mapped(Listing listing, String warehouse, Map<Msku, Integer> units) {}
}
