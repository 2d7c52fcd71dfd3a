// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on sale and draws on stock that is ours to publish. Only a copy, so that not every cycle
 * has to search all products: each hour it is made anew, figures are read again before they count.
 * For one thread.
 */
final class Catalogue {

  private static final Duration LIFETIME = Duration.ofHours(1);

  /**
   * A listing whose stock is ours to publish.
   *
   * @param units what one sold unit takes, by SKU
   * @param readAt when its figure was read, or written
   */
  record Mapped(
      SalesChannel channel,
      Listing listing,
      String warehouse,
      Map<Msku, Integer> units,
      Instant readAt) {

    int shown() {
      return Math.max(0, listing.quantities().getOrDefault(warehouse, 0));
    }

    ShopId shop() {
      return channel.shop();
    }

    ChannelSkuId sku() {
      return listing.sku().id();
    }
  }

  private final SkuMapper skuMapper;
  private final Clock clock;
  private final Map<ShopId, Map<ChannelSkuId, Mapped>> shops = new LinkedHashMap<>();
  private final Map<ShopId, Instant> searchedAt = new HashMap<>();

  Catalogue(SkuMapper skuMapper, Clock clock) {
    this.skuMapper = skuMapper;
    this.clock = clock;
  }

  /** Returns whether a shop's products have to be searched. */
  boolean isOld(ShopId shop) {
    Instant searched = searchedAt.get(shop);
    return searched == null || !clock.instant().isBefore(searched.plus(LIFETIME));
  }

  /** Searches a shop's products. */
  void search(SalesChannel channel) {
    Instant now = clock.instant();
    try (Stream<Listing> listings = channel.listings()) {
      put(channel, listings.toList(), now);
    }
    searchedAt.put(channel.shop(), now);
  }

  /**
   * Reads the figures of listings again; those that are not shown any more are forgotten.
   *
   * @return what each of them shows
   */
  Map<Mapped, Integer> readAgain(SalesChannel channel, Collection<Mapped> listings) {
    Instant now = clock.instant();
    List<Listing> found = channel.stockOf(listings.stream().map(Mapped::listing).toList());
    Map<ChannelSkuId, Mapped> known = shops.computeIfAbsent(channel.shop(), shop -> bySku());
    listings.forEach(one -> known.remove(one.sku()));
    found.forEach(listing -> put(known, channel, listing, now));
    Map<Mapped, Integer> shown = new HashMap<>();
    for (Mapped before : listings) {
      Mapped after = known.get(before.sku());
      shown.put(before, after == null ? 0 : after.shown());
    }
    return shown;
  }

  /** Notes a figure that was written. */
  void wrote(Mapped mapped, int quantity, Instant at) {
    Map<String, Integer> quantities = new HashMap<>(mapped.listing().quantities());
    quantities.put(mapped.warehouse(), quantity);
    Listing listing = new Listing(mapped.listing().productId(), mapped.listing().sku(), quantities);
    Map<ChannelSkuId, Mapped> known = shops.computeIfAbsent(mapped.shop(), shop -> bySku());
    known.put(
        mapped.sku(),
        new Mapped(mapped.channel(), listing, mapped.warehouse(), mapped.units(), at));
  }

  private void put(SalesChannel channel, List<Listing> listings, Instant readAt) {
    Map<ChannelSkuId, Mapped> known = bySku();
    listings.forEach(listing -> put(known, channel, listing, readAt));
    shops.put(channel.shop(), known);
  }

  /** In the order of their ids, so that remainders fall on the same listings each time. */
  private static Map<ChannelSkuId, Mapped> bySku() {
    return new TreeMap<>(Comparator.comparing(ChannelSkuId::value));
  }

  private void put(
      Map<ChannelSkuId, Mapped> known, SalesChannel channel, Listing listing, Instant readAt) {
    String warehouse = channel.warehouseOf(listing);
    if (warehouse != null) {
      componentsOf(channel, listing)
          .map(components -> new Mapped(channel, listing, warehouse, unitsOf(components), readAt))
          .ifPresent(mapped -> known.put(mapped.sku(), mapped));
    }
  }

  private Optional<List<SkuMapper.Component>> componentsOf(SalesChannel channel, Listing listing) {
    return skuMapper
        .componentsOf(channel.shop(), listing.sku())
        .filter(components -> !components.isEmpty());
  }

  /** A kit may name one SKU twice; one of it then takes the sum. */
  private static Map<Msku, Integer> unitsOf(List<SkuMapper.Component> components) {
    Map<Msku, Integer> units = new HashMap<>();
    components.forEach(component -> units.merge(component.msku(), component.units(), Integer::sum));
    return units;
  }

  /** Returns all listings, shop by shop, in an order that stays the same. */
  List<Mapped> all() {
    return shops.values().stream().flatMap(known -> known.values().stream()).toList();
  }

  /** Returns a shop's listings, in an order that stays the same. */
  List<Mapped> of(ShopId shop) {
    return List.copyOf(shops.getOrDefault(shop, Map.of()).values());
  }

  /** Returns these SKUs and those that kits join with them, be it through other kits. */
  Set<Msku> joined(Set<Msku> mskus) {
    Set<Msku> joined = new HashSet<>(mskus);
    List<Set<Msku>> kits =
        all().stream().map(one -> one.units().keySet()).filter(one -> one.size() > 1).toList();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Set<Msku> kit : kits) {
        if (kit.stream().anyMatch(joined::contains)) {
          grown |= joined.addAll(kit);
        }
      }
    }
    return joined;
  }

  /** Returns the SKUs that are drawn on. */
  Set<Msku> mskus() {
    return all().stream()
        .flatMap(mapped -> mapped.units().keySet().stream())
        .collect(Collectors.toSet());
  }
}
