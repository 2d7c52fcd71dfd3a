// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is withheld from sale, as the records tell at one moment: nothing is kept beside them, so
 * that nothing can leak or be forgotten. Immutable.
 */
final class StockLedger {

  private final Map<Msku, List<Reservation>> bySku = new HashMap<>();
  private final Map<Msku, Integer> byHost = new HashMap<>();

  private StockLedger(
      Collection<Reservation> reservations, Collection<HostReservation> hostReservations) {
    for (Reservation reservation : reservations) {
      for (Msku msku : reservation.units().keySet()) {
        bySku.computeIfAbsent(msku, key -> new ArrayList<>()).add(reservation);
      }
    }
    hostReservations.forEach(one -> byHost.merge(one.msku(), one.units(), Integer::sum));
  }

  /**
   * Reads the ledger.
   *
   * @param since the oldest count it is asked about
   */
  static StockLedger read(OrderStore store, Collection<ShopId> shops, Instant since) {
    return new StockLedger(store.reservations(shops, since), store.hostReservations());
  }

  /** Returns the units of a SKU that a count read at a time offers, but that are spoken for. */
  int withheld(Msku msku, Instant countedAt) {
    return of(msku).mapToInt(one -> one.withheld(msku, countedAt)).sum()
        + byHost.getOrDefault(msku, 0);
  }

  /** Returns the units in orders of a shop that were first seen after a time. */
  int soldSince(ShopId shop, Msku msku, Instant time) {
    return of(msku)
        .filter(one -> one.shop().equals(shop) && one.receivedAt().isAfter(time))
        .mapToInt(one -> one.units().getOrDefault(msku, 0))
        .sum();
  }

  /** Returns the units in orders of a shop that are not placed and were seen by a time. */
  int waiting(ShopId shop, Msku msku, Instant seenBy) {
    return of(msku)
        .filter(one -> one.shop().equals(shop) && one.until() == null)
        .filter(one -> !one.receivedAt().isAfter(seenBy))
        .mapToInt(one -> one.units().getOrDefault(msku, 0))
        .sum();
  }

  /** Returns the units in orders of a shop that were placed after a time. */
  int placedSince(ShopId shop, Msku msku, Instant time, Duration settle) {
    return of(msku)
        .filter(one -> one.shop().equals(shop))
        .filter(one -> isBetween(one.until(), time.plus(settle), Instant.MAX))
        .mapToInt(one -> one.units().getOrDefault(msku, 0))
        .sum();
  }

  /**
   * Returns the units that were placed after a time and not after another.
   *
   * @param settle time between an order's placing and the end of its reservation
   */
  int placedBetween(Msku msku, Instant after, Instant until, Duration settle) {
    return of(msku)
        .filter(one -> isBetween(one.until(), after.plus(settle), until.plus(settle)))
        .mapToInt(one -> one.units().getOrDefault(msku, 0))
        .sum();
  }

  private static boolean isBetween(@Nullable Instant time, Instant after, Instant until) {
    return time != null && time.isAfter(after) && !time.isAfter(until);
  }

  /**
   * Returns how long orders of a SKU waited, or wait, from when they were first seen until placed:
   * nine in ten of them at most so long. Zero when there is none that may go or is placed. One that
   * waits for its day, or for a person, tells nothing of the next.
   *
   * @param settle time between an order's placing and the end of its reservation
   */
  Duration usualWait(Msku msku, Instant now, Duration settle) {
    List<Duration> waits =
        of(msku)
            .filter(one -> one.until() != null || one.state() == RoutingState.READY)
            .map(one -> Duration.between(one.receivedAt(), placedAt(one, settle, now)))
            .sorted()
            .toList();
    return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() * 9 / 10);
  }

  private static Instant placedAt(Reservation one, Duration settle, Instant orElse) {
    Instant until = one.until();
    return until == null ? orElse : until.minus(settle);
  }

  /** Returns the units in orders that may go, wait for their turn and were seen before this one. */
  int readyBefore(Msku msku, OrderId id, Instant receivedAt) {
    return of(msku)
        .filter(one -> one.state() == RoutingState.READY && one.until() == null)
        .filter(one -> isBefore(one, id, receivedAt))
        .mapToInt(one -> one.units().getOrDefault(msku, 0))
        .sum();
  }

  private static boolean isBefore(Reservation one, OrderId id, Instant receivedAt) {
    int order = one.receivedAt().compareTo(receivedAt);
    return order < 0 || (order == 0 && one.orderId().value().compareTo(id.value()) < 0);
  }

  private Stream<Reservation> of(Msku msku) {
    return bySku.getOrDefault(msku, List.of()).stream();
  }
}
