// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the order that the network is sure to lack units for, before it is sent: while there is
 * still time to do something about it. Orders that the network may have already are no reason to
 * doubt, since its count may contain them; nor is a SKU whose count nobody knows.
 */
final class ShortageCheck {

  /** A batch of orders is looked at with one reading; what it finds is looked at once more. */
  private static final Duration GLANCE = Duration.ofSeconds(10);

  private record Glance(Instant at, Map<Msku, StockFigure> counts, StockLedger ledger) {}

  private final Shops shops;
  private final OrderStore store;
  private final StockCount count;
  private final Clock clock;
  // Only spares readings: an order is stopped by a fresh one.
  private volatile @Nullable Glance last;

  ShortageCheck(Shops shops, OrderStore store, StockCount count, Clock clock) {
    this.shops = shops;
    this.store = store;
    this.count = count;
    this.clock = clock;
  }

  /** Returns why a READY order cannot be served for certain; empty when it may be. */
  Optional<ReviewNote> check(RoutingRecord before, RoutingRecord judged) {
    // After a create of uncertain outcome the count may lack the very units of this order.
    if (before.intent() != null || judged.units().isEmpty()) {
      return Optional.empty();
    }
    Glance glance = glance();
    if (lacking(judged, glance.counts, glance.ledger).isEmpty()) {
      return Optional.empty();
    }
    try {
      Map<Msku, StockFigure> counts = count.readNow(judged.units().keySet());
      Map<Msku, String> lacking = lacking(judged, counts, ledger());
      return lacking.isEmpty() ? Optional.empty() : Optional.of(note(lacking));
    } catch (ApiException e) {
      // Nobody can tell now; the network itself does not take an order that it cannot fill.
      return Optional.empty();
    }
  }

  private Glance glance() {
    Instant now = clock.instant();
    Glance glance = last;
    if (glance == null || now.isBefore(glance.at) || now.isAfter(glance.at.plus(GLANCE))) {
      glance = new Glance(now, count.allKnown(), ledger());
      last = glance;
    }
    return glance;
  }

  private StockLedger ledger() {
    return StockLedger.read(store, shops.ids(), clock.instant());
  }

  /** Returns what there is of the SKUs that do not suffice, in words. */
  private static Map<Msku, String> lacking(
      RoutingRecord judged, Map<Msku, StockFigure> counts, StockLedger ledger) {
    Map<Msku, String> lacking = new TreeMap<>((one, two) -> one.value().compareTo(two.value()));
    judged
        .units()
        .forEach(
            (msku, units) -> {
              StockFigure counted = counts.get(msku);
              if (counted == null) {
                return;
              }
              int before = ledger.readyBefore(msku, judged.orderId(), judged.receivedAt());
              if (counted.units() - before < units) {
                lacking.put(
                    msku,
                    units
                        + " wanted, "
                        + counted.units()
                        + " counted, "
                        + before
                        + " of them for earlier orders");
              }
            });
    return lacking;
  }

  private ReviewNote note(Map<Msku, String> lacking) {
    Map<String, String> facts = new TreeMap<>();
    lacking.forEach((msku, why) -> facts.put(msku.value(), why));
    return new ReviewNote(
        ReviewCode.OUT_OF_STOCK,
        "The network has too few units of "
            + String.join(", ", facts.keySet())
            + " for this order and those before it, so it was not sent. Send stock, then try again;"
            + " or cancel the order at the channel, or ship it by other means.",
        facts,
        clock.instant(),
        RoutingState.READY);
  }
}
