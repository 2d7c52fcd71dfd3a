// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What each shop shows of each SKU, kept in the store, to tell which units are gone from it that no
 * order explains yet. They may be sold in orders that the channel lists late, so they are not
 * offered again. What no order explains for long was somebody's change at the channel.
 */
final class ShownStock {

  /** The poll for late orders comes each half hour and reads the hour before. */
  static final Duration PATIENCE = Duration.ofMinutes(45);

  // One book for all of a shop, since only one book is saved as a whole.
  private static final String SHOWN = "s/";
  private static final String WAITING = "w/";
  private static final String UNEXPLAINED = "u/";

  private final OrderStore store;
  private final Events events;
  private final Duration settle;
  private final Clock clock;

  ShownStock(OrderStore store, Events events, Duration settle, Clock clock) {
    this.store = store;
    this.events = events;
    this.settle = settle;
    this.clock = clock;
  }

  /**
   * What is kept of a shop, read once for all that a look asks of it.
   *
   * @param shown what it showed of each SKU, and when
   * @param waiting the units that were in orders not placed then
   * @param unexplained the units that were gone from it and in no order
   */
  record Books(
      Map<String, StockFigure> shown,
      Map<String, StockFigure> waiting,
      Map<String, StockFigure> unexplained) {

    /** Returns whether the shop was read before. */
    boolean isKnown() {
      return !shown.isEmpty();
    }
  }

  /** Reads what is kept of a shop. */
  Books read(ShopId shop) {
    Map<String, StockFigure> shown = new HashMap<>();
    Map<String, StockFigure> waiting = new HashMap<>();
    Map<String, StockFigure> unexplained = new HashMap<>();
    store
        .figures(book(shop))
        .forEach(
            (name, figure) -> {
              String msku = name.substring(SHOWN.length());
              if (name.startsWith(SHOWN)) {
                shown.put(msku, figure);
              } else if (name.startsWith(WAITING)) {
                waiting.put(msku, figure);
              } else {
                unexplained.put(msku, figure);
              }
            });
    return new Books(shown, waiting, unexplained);
  }

  /**
   * Returns the units that are gone from a shop's figures and in no order that was seen, by SKU.
   *
   * @param shown what the shop shows of each SKU, read at a time
   */
  Map<Msku, Integer> unexplained(
      ShopId shop, Books books, Map<Msku, Integer> shown, Instant readAt, StockLedger ledger) {
    Map<Msku, Integer> unexplained = new HashMap<>();
    figuresOf(shop, books, shown, readAt, ledger)
        .forEach(
            (msku, figure) -> {
              if (figure.units() > 0) {
                unexplained.put(msku, figure.units());
              }
            });
    return unexplained;
  }

  /** Keeps what a shop shows, and what of it is unexplained. */
  void save(
      ShopId shop, Books books, Map<Msku, Integer> shown, Instant readAt, StockLedger ledger) {
    Map<String, StockFigure> changed = new HashMap<>();
    figuresOf(shop, books, shown, readAt, ledger)
        .forEach(
            (msku, figure) -> {
              StockFigure known = books.unexplained.get(msku.value());
              boolean isOver = figure.units() > 0 && !readAt.isBefore(figure.at().plus(PATIENCE));
              StockFigure next = isOver ? new StockFigure(0, readAt) : figure;
              if (isOver) {
                int units = shown.getOrDefault(msku, 0);
                events.publish(
                    new RouterEvent.StockDrifted(
                        clock.instant(), shop, msku, units + figure.units(), units));
              }
              if (next.units() > 0 || (known != null && known.units() > 0)) {
                changed.put(UNEXPLAINED + msku.value(), next);
              }
            });
    shown.forEach(
        (msku, units) -> {
          StockFigure then = books.shown.get(msku.value());
          int wait = ledger.waiting(shop, msku, readAt);
          // Orders that are accounted for now must not explain a later sale.
          if (then == null
              || then.units() != units
              || unitsOf(books.waiting, msku) != wait
              || ledger.soldSince(shop, msku, then.at()) > 0) {
            changed.put(SHOWN + msku.value(), new StockFigure(units, readAt));
            changed.put(WAITING + msku.value(), new StockFigure(wait, readAt));
          }
        });
    // All or none: orders that explain what was gone must not explain a later sale as well.
    store.saveFigures(book(shop), changed);
  }

  /** Keeps what a shop shows, or is about to show. */
  void wrote(ShopId shop, Map<Msku, Integer> shown, Instant at) {
    Map<String, StockFigure> before = read(shop).shown;
    Map<String, StockFigure> changed = new HashMap<>();
    shown.forEach(
        (msku, units) -> {
          StockFigure known = before.get(msku.value());
          if (known == null || known.units() != units) {
            changed.put(SHOWN + msku.value(), new StockFigure(units, at));
          }
        });
    store.saveFigures(book(shop), changed);
  }

  /** Returns what a shop that cannot be read shows at most. */
  Map<Msku, Integer> atMost(ShopId shop, Books books, StockLedger ledger) {
    Map<Msku, Integer> most = new HashMap<>();
    books.shown.forEach(
        (name, figure) -> {
          Msku msku = Msku.of(name);
          StockFigure left = books.unexplained.get(name);
          int gone =
              ledger.soldSince(shop, msku, figure.at())
                  - (left == null ? 0 : left.units())
                  - cancelled(shop, msku, books, figure.at(), ledger);
          most.put(msku, Math.max(0, figure.units() - gone));
        });
    return most;
  }

  private Map<Msku, StockFigure> figuresOf(
      ShopId shop, Books books, Map<Msku, Integer> shown, Instant readAt, StockLedger ledger) {
    Map<Msku, StockFigure> figures = new HashMap<>();
    shown.forEach(
        (msku, units) -> {
          StockFigure then = books.shown.get(msku.value());
          if (then != null) {
            StockFigure known = books.unexplained.get(msku.value());
            int left = known == null ? 0 : known.units();
            int sold = ledger.soldSince(shop, msku, then.at());
            int cancelled = cancelled(shop, msku, books, then.at(), ledger);
            int gone = left + then.units() - units - sold + cancelled;
            Instant since = known == null || left == 0 ? readAt : known.at();
            figures.put(msku, new StockFigure(Math.max(0, gone), since));
          }
        });
    return figures;
  }

  /**
   * Returns the units in orders that were cancelled since: the channel offers them again, in the
   * place of a sale not seen.
   */
  private int cancelled(ShopId shop, Msku msku, Books books, Instant since, StockLedger ledger) {
    int cancelled =
        unitsOf(books.waiting, msku)
            + ledger.soldSince(shop, msku, since)
            - ledger.placedSince(shop, msku, since, settle)
            - ledger.waiting(shop, msku, Instant.MAX);
    return Math.max(0, cancelled);
  }

  private static String book(ShopId shop) {
    return "shown/" + shop;
  }

  private static int unitsOf(Map<String, StockFigure> figures, Msku msku) {
    StockFigure figure = figures.get(msku.value());
    return figure == null ? 0 : figure.units();
  }
}
