// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.internal.Catalogue.Mapped;
import io.mcfconnector.internal.eligibility.Eligibility;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.StockPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes figures of counts, reservations and policy. A figure that is written is lower by what the
 * shop may sell between the reading of its stock and the writing, at the speed of the last minutes.
 */
final class StockFigures {

  private static final Duration SPEED_OF = Duration.ofMinutes(5);

  /** A raise by less than a tenth of what is shown sells nothing more for now. */
  private static final int WORTH_A_LOOK = 10;

  /** What a call takes, and a channel until it has counted a sale, at most. */
  private static final Duration WRITING = Duration.ofSeconds(10);

  private final Shops shops;
  private final OutsideSales outsideSales;
  private final Predicate<Mapped> refused;
  private final Settings settings;
  private final Clock clock;

  StockFigures(
      Shops shops,
      OutsideSales outsideSales,
      Predicate<Mapped> refused,
      Settings settings,
      Clock clock) {
    this.shops = shops;
    this.outsideSales = outsideSales;
    this.refused = refused;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Returns the SKUs whose figures may have to change, as far as can be told without the shops:
   * what they showed last, less what was sold since.
   */
  Set<Msku> moved(List<Mapped> all, Map<Msku, StockFigure> counts, StockLedger ledger) {
    Map<Msku, Long> free = free(counts, ledger, Map.of());
    Map<Msku, Long> shown = new HashMap<>();
    Map<Mapped, Integer> left = new HashMap<>();
    List<StockPlan.Offer<Mapped>> offers = new ArrayList<>();
    for (Mapped mapped : all) {
      int unsold = Math.max(0, mapped.shown() - soldSince(mapped, mapped.readAt(), ledger));
      left.put(mapped, unsold);
      offers.add(offer(mapped, unsold, isUnknown(mapped, counts) || refused.test(mapped)));
      mapped
          .units()
          .forEach((msku, units) -> shown.merge(msku, (long) units * mapped.shown(), Long::sum));
    }
    Map<Msku, Long> open = new HashMap<>(free);
    shown.forEach((msku, units) -> open.merge(msku, -units, Long::sum));
    sold(all, ledger).forEach((msku, units) -> open.merge(msku, (long) units, Long::sum));
    Set<Msku> moved = new HashSet<>();
    StockPlan.changes(free, Map.of(), offers)
        .forEach(
            (mapped, wanted) -> {
              int unsold = left.getOrDefault(mapped, 0);
              boolean isUneven = wanted < unsold || StockPlan.isStarved(unsold, wanted);
              boolean isRaise = wanted > mapped.shown();
              if ((isUneven && isCalm(mapped)) || (isRaise && isWorthRaising(mapped, open))) {
                moved.addAll(mapped.units().keySet());
              }
            });
    open.forEach(
        (msku, units) -> {
          if (units < 0 && counts.containsKey(msku) && shown.getOrDefault(msku, 0L) > 0) {
            moved.add(msku);
          }
        });
    return moved;
  }

  /** What a writing held back for sales of its moment is given when all figures are looked at. */
  private static boolean isWorthRaising(Mapped mapped, Map<Msku, Long> open) {
    long least = mapped.shown() / WORTH_A_LOOK;
    return mapped.units().entrySet().stream()
        .allMatch(
            unit -> open.getOrDefault(unit.getKey(), 0L) >= Math.max(1, least) * unit.getValue());
  }

  /**
   * Nobody knows which listing of a shop sold a unit, so each counts as if it had: one that looks
   * too low is filled up when it was not read for a while.
   */
  private boolean isCalm(Mapped mapped) {
    return !clock.instant().isBefore(mapped.readAt().plus(SPEED_OF));
  }

  /**
   * Returns the figures to write.
   *
   * @param fresh the shops whose listings were read just now
   * @param touched the SKUs whose listings were
   * @param elsewhere units that are not to be offered
   */
  Map<Mapped, Integer> changes(
      List<Mapped> all,
      Set<ShopId> fresh,
      Set<Msku> touched,
      Map<Msku, StockFigure> counts,
      StockLedger ledger,
      Map<Msku, Integer> elsewhere) {
    List<StockPlan.Offer<Mapped>> offers = new ArrayList<>();
    for (Mapped mapped : all) {
      if (fresh.contains(mapped.shop())) {
        boolean fixed =
            isUnknown(mapped, counts)
                || mapped.units().keySet().stream().noneMatch(touched::contains)
                || refused.test(mapped);
        offers.add(offer(mapped, mapped.shown(), fixed));
      }
    }
    Map<Mapped, Integer> changes = new LinkedHashMap<>();
    // An order that came in after the shop was read may be one that the reading does not show.
    StockPlan.changes(free(counts, ledger, elsewhere), sold(all, ledger), offers)
        .forEach(
            (mapped, wanted) -> {
              int careful = Math.max(0, wanted - allowance(mapped, ledger));
              if (wanted < mapped.shown() || careful > mapped.shown()) {
                changes.put(mapped, careful);
              }
            });
    return changes;
  }

  private static boolean isUnknown(Mapped mapped, Map<Msku, StockFigure> counts) {
    return !counts.keySet().containsAll(mapped.units().keySet());
  }

  private StockPlan.Offer<Mapped> offer(Mapped mapped, int shown, boolean fixed) {
    StockPolicy policy = settings.stockPolicy();
    return new StockPlan.Offer<>(
        mapped,
        mapped.units(),
        shown,
        Math.max(1, policy.share(mapped.shop())),
        policy.isFrozen(mapped.shop(), mapped.listing().sku()),
        fixed,
        Math.max(1, policy.minimumShown()));
  }

  private Map<Msku, Long> free(
      Map<Msku, StockFigure> counts, StockLedger ledger, Map<Msku, Integer> elsewhere) {
    Map<String, StockFigure> outside = outsideSales.perHour();
    Duration hold = longestHold();
    Map<Msku, Long> free = new HashMap<>();
    counts.forEach(
        (msku, figure) ->
            free.put(
                msku,
                (long) figure.units()
                    - ledger.withheld(msku, figure.at())
                    - safety(pool(msku, figure, outside.get(msku.value()), hold, ledger))
                    - elsewhere.getOrDefault(msku, 0)));
    return free;
  }

  private int safety(StockPolicy.Pool pool) {
    return Math.max(0, settings.stockPolicy().safety(pool));
  }

  private StockPolicy.Pool pool(
      Msku msku,
      StockFigure figure,
      @Nullable StockFigure outside,
      Duration hold,
      StockLedger ledger) {
    Instant now = clock.instant();
    Duration age = longest(Duration.between(figure.at(), now), settings.inventorySync());
    return new StockPolicy.Pool(
        msku,
        figure.units(),
        age.plus(settings.settle().dividedBy(2)),
        longest(hold, ledger.usualWait(msku, now, settings.settle())),
        outside == null ? 0 : outside.units());
  }

  /** Whichever shop sells the next unit. */
  private Duration longestHold() {
    return shops.all().stream()
        .map(channel -> Eligibility.usualHold(settings.eligibility(), channel))
        .reduce(Duration.ZERO, StockFigures::longest);
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Returns the units in orders that were first seen after the shop was read, by SKU. */
  private static Map<Msku, Integer> sold(List<Mapped> all, StockLedger ledger) {
    Map<ShopId, Map<Msku, Instant>> readAt = new HashMap<>();
    for (Mapped mapped : all) {
      Map<Msku, Instant> ofShop = readAt.computeIfAbsent(mapped.shop(), shop -> new HashMap<>());
      mapped
          .units()
          .keySet()
          .forEach(
              msku ->
                  ofShop.merge(msku, mapped.readAt(), (one, two) -> one.isBefore(two) ? one : two));
    }
    Map<Msku, Integer> sold = new HashMap<>();
    readAt.forEach(
        (shop, ofShop) ->
            ofShop.forEach(
                (msku, at) -> {
                  int units = ledger.soldSince(shop, msku, at);
                  if (units > 0) {
                    sold.merge(msku, units, Integer::sum);
                  }
                }));
    return sold;
  }

  private static int soldSince(Mapped mapped, Instant time, StockLedger ledger) {
    int most = 0;
    for (Map.Entry<Msku, Integer> component : mapped.units().entrySet()) {
      int units = ledger.soldSince(mapped.shop(), component.getKey(), time);
      most = Math.max(most, (units + component.getValue() - 1) / component.getValue());
    }
    return most;
  }

  private int allowance(Mapped mapped, StockLedger ledger) {
    Instant now = clock.instant();
    int sold = soldSince(mapped, now.minus(SPEED_OF), ledger);
    long window = Duration.between(mapped.readAt(), now).plus(WRITING).toMillis();
    long speedOf = SPEED_OF.toMillis();
    return (int) Math.min(Integer.MAX_VALUE, (sold * window + speedOf - 1) / speedOf);
  }
}
