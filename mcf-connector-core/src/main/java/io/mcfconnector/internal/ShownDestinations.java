// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Shows a person the destination kept for an order, once it is on record who looked. */
final class ShownDestinations {

  private final OrderStore store;
  private final Journal journal;
  private final Clock clock;

  ShownDestinations(OrderStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** Returns the destination; empty, and nothing on record, when none is kept. */
  Optional<Address> show(OrderId orderId, String by) {
    while (true) {
      Optional<RoutingRecord> record = store.find(orderId);
      Optional<Address> kept = record.isEmpty() ? Optional.empty() : store.destination(orderId);
      if (kept.isEmpty() || recordLook(record.get(), by)) {
        return kept;
      }
      // The order moved meanwhile, so its destination may be another one or gone.
    }
  }

  private boolean recordLook(RoutingRecord record, String by) {
    Instant now = clock.instant();
    // The time makes each look a step of its own.
    Decision look =
        new Decision(
            now,
            RepairDesk.STAGE,
            "SHOW_DESTINATION",
            "the kept destination was shown at " + now,
            Map.of("by", by));
    return journal.saveUnlessStale(record, record.toBuilder().decide(look));
  }
}
