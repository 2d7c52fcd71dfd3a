// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.internal.Catalogue.Mapped;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Listing.StockLevel;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes figures to a shop: what it may show from now on is saved, then written, then what it does
 * show is saved. A sample is read back.
 */
final class StockWriter {

  private static final int SAMPLE = 20;

  private final Catalogue catalogue;
  private final ShownStock shownStock;
  private final Events events;
  private final Duration retryAfter;
  private final Clock clock;
  // Only spares the channel a figure that it refused just now; a new process asks once more.
  private final Map<String, Instant> refusedUntil = new HashMap<>();

  StockWriter(
      Catalogue catalogue, ShownStock shownStock, Events events, Duration retryAfter, Clock clock) {
    this.catalogue = catalogue;
    this.shownStock = shownStock;
    this.events = events;
    this.retryAfter = retryAfter;
    this.clock = clock;
  }

  /** Returns whether the channel refused a figure of this listing a short time ago. */
  boolean isRefused(Mapped mapped) {
    Instant until = refusedUntil.get(keyOf(mapped));
    return until != null && clock.instant().isBefore(until);
  }

  /**
   * Writes figures of one shop.
   *
   * @param all the shop's listings that draw on the same SKUs
   * @return whether a figure was lowered
   */
  boolean write(SalesChannel channel, Map<Mapped, Integer> figures, List<Mapped> all) {
    Instant at = clock.instant();
    Set<Msku> mskus = new HashSet<>();
    figures.keySet().forEach(mapped -> mskus.addAll(mapped.units().keySet()));
    shownStock.wrote(channel.shop(), highest(all, figures, mskus), at);
    List<StockLevel> levels = new ArrayList<>();
    figures.forEach(
        (mapped, units) -> levels.add(new StockLevel(mapped.listing(), mapped.warehouse(), units)));
    Set<ChannelSkuId> refused = new HashSet<>();
    for (Listing.Refusal refusal : channel.publishStock(levels)) {
      refused.add(refusal.sku());
      events.publish(new RouterEvent.StockRefused(clock.instant(), channel.shop(), refusal));
    }
    Map<Mapped, Integer> taken = new HashMap<>();
    List<Mapped> doubtful = new ArrayList<>();
    figures.forEach(
        (mapped, units) -> {
          if (refused.contains(mapped.sku())) {
            refusedUntil.put(keyOf(mapped), clock.instant().plus(retryAfter));
            doubtful.add(mapped);
          } else {
            taken.put(mapped, units);
            catalogue.wrote(mapped, units, at);
            events.publish(
                new RouterEvent.StockPublished(
                    clock.instant(), channel.shop(), mapped.sku(), units));
          }
        });
    Map<Mapped, Integer> known = new HashMap<>(taken);
    if (!doubtful.isEmpty()) {
      known.putAll(catalogue.readAgain(channel, doubtful));
    }
    shownStock.wrote(channel.shop(), after(all, known, mskus), at);
    readBack(channel, taken);
    return taken.entrySet().stream().anyMatch(one -> one.getValue() < one.getKey().shown());
  }

  /** A figure above the one just written was not lowered by a sale: somebody else writes too. */
  private void readBack(SalesChannel channel, Map<Mapped, Integer> taken) {
    Map<ChannelSkuId, Mapped> sample = new HashMap<>();
    taken.keySet().stream().limit(SAMPLE).forEach(mapped -> sample.put(mapped.sku(), mapped));
    if (sample.isEmpty()) {
      return;
    }
    for (Listing found : channel.stockOf(sample.values().stream().map(Mapped::listing).toList())) {
      Mapped mapped = sample.get(found.sku().id());
      if (mapped == null) {
        continue;
      }
      int shown = found.quantities().getOrDefault(mapped.warehouse(), 0);
      int written = taken.getOrDefault(mapped, 0);
      if (shown > written) {
        mapped
            .units()
            .forEach(
                (msku, units) ->
                    events.publish(
                        new RouterEvent.StockDrifted(
                            clock.instant(),
                            channel.shop(),
                            msku,
                            written * units,
                            shown * units)));
      }
    }
  }

  /** Until the answer is there, a listing may show the old figure or the new one. */
  private static Map<Msku, Integer> highest(
      List<Mapped> all, Map<Mapped, Integer> figures, Set<Msku> mskus) {
    Map<Mapped, Integer> highest = new HashMap<>();
    figures.forEach((mapped, units) -> highest.put(mapped, Math.max(units, mapped.shown())));
    return after(all, highest, mskus);
  }

  /** Of other SKUs in these listings, listings that are not here show some more. */
  private static Map<Msku, Integer> after(
      List<Mapped> all, Map<Mapped, Integer> figures, Set<Msku> mskus) {
    Map<Msku, Integer> sums = new HashMap<>();
    for (Mapped mapped : all) {
      int shown = figures.getOrDefault(mapped, mapped.shown());
      mapped.units().forEach((msku, units) -> sums.merge(msku, shown * units, Integer::sum));
    }
    sums.keySet().retainAll(mskus);
    return sums;
  }

  /** Returns what a shop's listings show of SKUs, of which all listings are given. */
  static Map<Msku, Integer> shownOf(List<Mapped> all, Set<Msku> mskus) {
    return after(all, Map.of(), mskus);
  }

  private static String keyOf(Mapped mapped) {
    return mapped.shop() + "/" + mapped.sku();
  }
}
