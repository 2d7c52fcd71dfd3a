// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws the records that are due for placing: the earliest deadline first, whatever shop it is of;
 * among equal deadlines, and most deadlines of a day are equal, the shops take turns. So a burst of
 * one shop delays the others by no more than their share. Thread-safe.
 */
final class ShopTurns {

  private static final Comparator<RoutingRecord> BY_DEADLINE =
      Comparator.comparing(
          (RoutingRecord record) -> record.deadlines().earliest(),
          Comparator.nullsLast(Comparator.naturalOrder()));

  private record Turn(RoutingRecord record, int round, int seat) {}

  private static final Comparator<Turn> IN_TURN =
      Comparator.comparing(Turn::record, BY_DEADLINE)
          .thenComparingInt(Turn::round)
          .thenComparingInt(Turn::seat);

  private record Group(ShopId shop, @Nullable Instant deadline) {}

  private static final int MOST_CANCELLING = 200;

  private final OrderStore store;
  private final List<ShopId> shops;
  // Only who goes first in the next batch; when it is lost, the first shop does.
  private volatile int firstSeat;

  ShopTurns(OrderStore store, Collection<ShopId> shops) {
    this.store = store;
    this.shops = List.copyOf(shops);
  }

  /** Returns at most {@code limit} records that are due, in the order of their turns. */
  List<RoutingRecord> draw(Instant now, int limit) {
    List<RoutingRecord> due = new ArrayList<>(store.findDue(Duty.PLACE, shops, now, limit));
    if (due.size() < limit) {
      return inTurn(due, limit);
    }
    if (shops.size() > 1) {
      // More may be due than this shows, all of one shop: each shop shows its own.
      due.clear();
      for (ShopId shop : shops) {
        due.addAll(store.findDue(Duty.PLACE, List.of(shop), now, limit));
      }
    }
    List<RoutingRecord> drawn = new ArrayList<>(cancelling(now, limit / 2));
    Set<OrderId> first = drawn.stream().map(RoutingRecord::orderId).collect(Collectors.toSet());
    due.removeIf(record -> first.contains(record.orderId()));
    drawn.addAll(inTurn(due, limit - drawn.size()));
    return drawn;
  }

  /**
   * A cancellation must reach the network before it packs the order, whatever waits to be placed.
   * It has a quota of its own, so it keeps a share of each full batch.
   */
  private List<RoutingRecord> cancelling(Instant now, int share) {
    return store.findInState(RoutingState.CANCELLING, shops, MOST_CANCELLING).stream()
        .filter(record -> record.dueAt() != null && !record.dueAt().isAfter(now))
        .limit(share)
        .toList();
  }

  private List<RoutingRecord> inTurn(List<RoutingRecord> due, int limit) {
    List<RoutingRecord> drawn =
        turns(due).stream().sorted(IN_TURN).limit(limit).map(Turn::record).toList();
    if (!drawn.isEmpty()) {
      firstSeat = (shops.indexOf(drawn.get(drawn.size() - 1).shop()) + 1) % shops.size();
    }
    return drawn;
  }

  /** The n-th record of a shop with a deadline goes in the n-th round of that deadline. */
  private List<Turn> turns(List<RoutingRecord> due) {
    int first = firstSeat;
    Map<Group, Integer> rounds = new HashMap<>();
    List<Turn> turns = new ArrayList<>();
    for (RoutingRecord record : due) {
      Group group = new Group(record.shop(), record.deadlines().earliest());
      int round = rounds.merge(group, 1, Integer::sum);
      int seat = Math.floorMod(shops.indexOf(record.shop()) - first, shops.size());
      turns.add(new Turn(record, round, seat));
    }
    return turns;
  }
}
