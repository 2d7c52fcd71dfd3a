// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;

/** What the host withholds from sale for other channels. */
final class HostStock {

  private final OrderStore store;
  private final Clock clock;

  HostStock(OrderStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  boolean reserve(String id, Msku msku, int units) {
    HostReservation wanted = new HostReservation(id, msku, units, clock.instant());
    HostReservation stored = store.reserve(wanted);
    if (!stored.msku().equals(msku) || stored.units() != units) {
      throw new IllegalArgumentException(
          "reservation "
              + id
              + " is of "
              + stored.units()
              + " units of "
              + stored.msku()
              + ". Release it and use another id for other units.");
    }
    return store.hostReservations().contains(stored);
  }

  boolean release(String id) {
    return store.release(id);
  }
}
