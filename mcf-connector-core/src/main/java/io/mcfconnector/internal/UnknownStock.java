// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hands orders to a person that wait with a SKU the network does not know, while there is time to
 * do something about it. Orders that may go are the network's to refuse.
 */
final class UnknownStock {

  private static final String STAGE = "stock";
  private static final int MOST = 10_000;

  private final Shops shops;
  private final OrderStore store;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  UnknownStock(Shops shops, OrderStore store, Journal journal, DueWork dueWork, Clock clock) {
    this.shops = shops;
    this.store = store;
    this.journal = journal;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** Takes the SKUs that were unknown for too long. */
  void review(Collection<Msku> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    for (RoutingRecord record : store.findInState(RoutingState.HELD, shops.ids(), MOST)) {
      List<Msku> lacking = record.units().keySet().stream().filter(unknown::contains).toList();
      if (!lacking.isEmpty()) {
        dueWork.step(record, () -> review(record, lacking));
      }
    }
  }

  private void review(RoutingRecord record, List<Msku> lacking) {
    String skus = lacking.stream().map(Msku::value).sorted().collect(Collectors.joining(", "));
    ReviewNote note =
        new ReviewNote(
            ReviewCode.STOCK_UNKNOWN,
            "The network has not known "
                + skus
                + " for some time, so nobody can tell whether this order can be shipped. Check the SKU"
                + " mapping and the listing at the network, then try again; or cancel the order at the"
                + " channel.",
            Map.of("mskus", skus),
            clock.instant(),
            RoutingState.RECEIVED);
    journal.save(record, Reviews.raise(record.toBuilder(), STAGE, note));
  }
}
