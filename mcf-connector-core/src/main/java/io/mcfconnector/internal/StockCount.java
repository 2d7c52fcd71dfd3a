// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The network's count of each SKU and its time, kept in the store. A SKU is counted when its count
 * is as old as the interval of the stock cycle, or somebody asked for it since: those first, then
 * the oldest. What an answer leaves out keeps its count until the grace time is over.
 */
final class StockCount {

  /** The most that Amazon tells in one call; saved call by call, so that a kill loses little. */
  private static final int BATCH = 50;

  // What the book of missing SKUs says of one.
  private static final int KNOWN = 0;
  private static final int MISSING = 1;
  private static final int GIVEN_UP = 2;

  /** What was known before a row of calls, each SKU of which is counted once. */
  private record Books(
      Map<String, StockFigure> before,
      Map<String, StockFigure> missing,
      OutsideSales.Known outside) {}

  private final FulfillmentNetwork network;
  private final OrderStore store;
  private final OutsideSales outsideSales;
  private final Events events;
  private final Settings settings;
  private final Clock clock;

  StockCount(
      FulfillmentNetwork network,
      OrderStore store,
      OutsideSales outsideSales,
      Events events,
      Settings settings,
      Clock clock) {
    this.network = network;
    this.store = store;
    this.outsideSales = outsideSales;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Asks for a count of these SKUs in the next cycle, whatever the age of the one that is known.
   */
  void request(Collection<Msku> mskus) {
    StockFigure now = new StockFigure(0, clock.instant());
    Map<String, StockFigure> requests = new HashMap<>();
    mskus.forEach(msku -> requests.put(msku.value(), now));
    store.saveFigures(book("recount"), requests);
  }

  /**
   * Counts what is due.
   *
   * @param enough whether other work waits
   * @return whether all that was due is counted
   * @throws ApiException when a call failed; what was counted before it is saved
   */
  boolean refresh(Set<Msku> mskus, BooleanSupplier enough) {
    List<Msku> due = due(mskus);
    Books books = books(due);
    for (int start = 0; start < due.size(); start += BATCH) {
      if (start > 0 && enough.getAsBoolean()) {
        return false;
      }
      count(due.subList(start, Math.min(start + BATCH, due.size())), books);
    }
    return true;
  }

  /** Reads the count of some SKUs now; SKUs the network does not know are absent. */
  Map<Msku, StockFigure> readNow(Collection<Msku> mskus) {
    List<Msku> wanted = List.copyOf(mskus);
    count(wanted, books(wanted));
    Map<Msku, StockFigure> known = known(Set.copyOf(mskus));
    known.keySet().removeAll(missing().keySet());
    return known;
  }

  private List<Msku> due(Set<Msku> mskus) {
    Instant now = clock.instant();
    Map<String, StockFigure> counts = store.figures(book("count"));
    Map<String, StockFigure> requests = store.figures(book("recount"));
    Map<String, StockFigure> missing = store.figures(book("asked"));
    Map<Msku, Instant> countedAt = new HashMap<>();
    Set<Msku> requested = new HashSet<>();
    for (Msku msku : mskus) {
      Instant counted = later(timeOf(counts, msku), timeOf(missing, msku));
      if (requests.containsKey(msku.value()) && !timeOf(requests, msku).isBefore(counted)) {
        requested.add(msku);
      }
      // A time after now is of a clock that was set back.
      if (requested.contains(msku)
          || !now.isBefore(counted.plus(settings.inventorySync()))
          || now.isBefore(counted)) {
        countedAt.put(msku, counted);
      }
    }
    Comparator<Msku> requestedFirst = Comparator.comparing(msku -> !requested.contains(msku));
    return countedAt.keySet().stream()
        .sorted(requestedFirst.thenComparing(countedAt::get).thenComparing(Msku::value))
        .toList();
  }

  private static Instant timeOf(Map<String, StockFigure> figures, Msku msku) {
    StockFigure figure = figures.get(msku.value());
    return figure == null ? Instant.EPOCH : figure.at();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Books books(List<Msku> mskus) {
    Map<String, StockFigure> before = store.figures(book("count"));
    return new Books(before, store.figures(book("missing")), outsideSales.since(before, mskus));
  }

  private void count(List<Msku> mskus, Books books) {
    // The time before the call: what was placed while it ran may be missing in its answer.
    Instant at = clock.instant();
    Map<Msku, Integer> answer = network.fulfillableUnits(mskus);
    Map<String, StockFigure> counted = new HashMap<>();
    Map<String, StockFigure> asked = new HashMap<>();
    Map<String, StockFigure> gone = new HashMap<>();
    Map<String, StockFigure> back = new HashMap<>();
    for (Msku msku : mskus) {
      Integer units = answer.get(msku);
      boolean wasMissing = isMissing(books.missing.get(msku.value()));
      if (units != null) {
        counted.put(msku.value(), new StockFigure(units, at));
        if (wasMissing) {
          back.put(msku.value(), new StockFigure(KNOWN, at));
        }
      } else {
        asked.put(msku.value(), new StockFigure(0, at));
        if (!wasMissing) {
          gone.put(msku.value(), new StockFigure(MISSING, at));
        }
      }
    }
    outsideSales.learn(books.before, counted, books.outside);
    store.saveFigures(book("missing"), union(gone, back));
    store.saveFigures(book("asked"), asked);
    store.saveFigures(book("count"), counted);
    gone.keySet()
        .forEach(msku -> events.publish(new RouterEvent.StockUnknown(at, Msku.of(msku), at)));
  }

  private static Map<String, StockFigure> union(
      Map<String, StockFigure> one, Map<String, StockFigure> other) {
    Map<String, StockFigure> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static boolean isMissing(@Nullable StockFigure figure) {
    return figure != null && figure.units() != KNOWN;
  }

  /**
   * Returns the counts that figures are made of: those of SKUs that went missing lately are absent,
   * of those missing for too long it is zero.
   */
  Map<Msku, StockFigure> current(Set<Msku> mskus) {
    Instant now = clock.instant();
    Map<Msku, StockFigure> counts = known(mskus);
    Map<String, StockFigure> told = new HashMap<>();
    missing()
        .forEach(
            (msku, missing) -> {
              counts.remove(msku);
              if (mskus.contains(msku) && !now.isBefore(missing.at().plus(settings.stockGrace()))) {
                counts.put(msku, new StockFigure(0, now));
                if (missing.units() == MISSING) {
                  told.put(msku.value(), new StockFigure(GIVEN_UP, missing.at()));
                }
              }
            });
    store.saveFigures(book("missing"), told);
    told.forEach(
        (msku, missing) ->
            events.publish(new RouterEvent.StockUnknown(now, Msku.of(msku), missing.at())));
    return counts;
  }

  /** Returns the SKUs that were missing for too long, as {@link #current} found last. */
  List<Msku> givenUp() {
    return missing().entrySet().stream()
        .filter(one -> one.getValue().units() == GIVEN_UP)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the latest count of every SKU that the network knows. */
  Map<Msku, StockFigure> allKnown() {
    Map<Msku, StockFigure> counts = new HashMap<>();
    store.figures(book("count")).forEach((msku, count) -> counts.put(Msku.of(msku), count));
    counts.keySet().removeAll(missing().keySet());
    return counts;
  }

  private Map<Msku, StockFigure> known(Set<Msku> mskus) {
    Map<Msku, StockFigure> known = new LinkedHashMap<>();
    Map<String, StockFigure> counts = store.figures(book("count"));
    for (Msku msku : mskus) {
      StockFigure count = counts.get(msku.value());
      if (count != null) {
        known.put(msku, count);
      }
    }
    return known;
  }

  private Map<Msku, StockFigure> missing() {
    Map<Msku, StockFigure> missing = new HashMap<>();
    store
        .figures(book("missing"))
        .forEach(
            (msku, figure) -> {
              if (isMissing(figure)) {
                missing.put(Msku.of(msku), figure);
              }
            });
    return missing;
  }

  private String book(String kind) {
    return kind + "/" + network.account();
  }
}
