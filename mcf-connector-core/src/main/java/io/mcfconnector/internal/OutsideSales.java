// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Msku;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast units leave that this router did not place: what a count fell by, less the orders it may
 * have fallen for. An order that a count does not show yet explains a fall of a later one.
 */
final class OutsideSales {

  /** Two counts so close tell more of chance than of speed. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final long MOST_PER_HOUR = 1_000_000;

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final OrderStore store;
  private final Settings settings;

  OutsideSales(FulfillmentNetwork network, Shops shops, OrderStore store, Settings settings) {
    this.network = network;
    this.shops = shops;
    this.store = store;
    this.settings = settings;
  }

  /**
   * What was known when counting began.
   *
   * @param speeds units per hour
   * @param uncounted units placed that no count has fallen for yet
   * @param ledger what was placed since
   */
  record Known(
      Map<String, StockFigure> speeds, Map<String, StockFigure> uncounted, StockLedger ledger) {}

  /** Reads what is known, before these SKUs are counted. */
  Known since(Map<String, StockFigure> before, Collection<Msku> mskus) {
    Instant oldest = Instant.MAX;
    for (Msku msku : mskus) {
      StockFigure figure = before.get(msku.value());
      oldest = figure != null && figure.at().isBefore(oldest) ? figure.at() : oldest;
    }
    return new Known(
        store.figures(book("outside")),
        store.figures(book("uncounted")),
        StockLedger.read(store, shops.ids(), oldest));
  }

  /** Compares new counts with those before. A speed rises at once and falls by half each time. */
  void learn(Map<String, StockFigure> before, Map<String, StockFigure> counted, Known known) {
    Map<String, StockFigure> speeds = known.speeds;
    Map<String, StockFigure> unseen = known.uncounted;
    StockLedger ledger = known.ledger;
    Map<String, StockFigure> newSpeeds = new HashMap<>();
    Map<String, StockFigure> newUnseen = new HashMap<>();
    counted.forEach(
        (msku, now) -> {
          StockFigure then = before.get(msku);
          if (then == null || Duration.between(then.at(), now.at()).compareTo(SHORTEST) < 0) {
            return;
          }
          int placed = ledger.placedBetween(Msku.of(msku), then.at(), now.at(), settings.settle());
          int explained = units(unseen, msku) + placed;
          int fell = Math.max(0, then.units() - now.units());
          long perHour =
              Math.max(0, fell - explained)
                  * Duration.ofHours(1).toMillis()
                  / Duration.between(then.at(), now.at()).toMillis();
          long speed = Math.max(Math.min(perHour, MOST_PER_HOUR), units(speeds, msku) / 2);
          if (speed != units(speeds, msku)) {
            newSpeeds.put(msku, new StockFigure((int) speed, now.at()));
          }
          // What was placed longer ago than the settle time is in the count, or was cancelled.
          int recent =
              ledger.placedBetween(
                  Msku.of(msku), now.at().minus(settings.settle()), now.at(), settings.settle());
          int left = Math.min(recent, Math.max(0, explained - fell));
          if (left != units(unseen, msku)) {
            newUnseen.put(msku, new StockFigure(left, now.at()));
          }
        });
    store.saveFigures(book("outside"), newSpeeds);
    store.saveFigures(book("uncounted"), newUnseen);
  }

  /** Returns units per hour by SKU; those without any are absent. */
  Map<String, StockFigure> perHour() {
    return store.figures(book("outside"));
  }

  private static int units(Map<String, StockFigure> figures, String msku) {
    StockFigure figure = figures.get(msku);
    return figure == null ? 0 : figure.units();
  }

  private String book(String kind) {
    return kind + "/" + network.account();
  }
}
