// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sellable units by SKU. What inventory calls show may lag behind what is there. */
final class Warehouse {

  private final Map<String, Shelf> shelves = new TreeMap<>();
  private final Set<String> excluded = new HashSet<>();
  private final Duration lag;
  private Changes changes = Changes.UNHEARD;

  Warehouse(Duration lag) {
    this.lag = lag;
  }

  /** Tells of every change from now on. */
  void tell(Changes listener) {
    changes = listener;
  }

  void set(String sku, int units, Instant now) {
    Shelf shelf = shelves.computeIfAbsent(sku, key -> new Shelf());
    shelf.available = units;
    shelf.unseen.clear();
    shelf.changedAt = now;
    changes.stockChanged(sku, now);
  }

  void remove(String sku) {
    shelves.remove(sku);
  }

  List<String> skus() {
    return List.copyOf(shelves.keySet());
  }

  boolean knows(String sku) {
    return shelves.containsKey(sku);
  }

  int available(String sku) {
    Shelf shelf = shelves.get(sku);
    return shelf == null ? 0 : shelf.available;
  }

  /** Ships no unit of a SKU to buyers of other channels any more. */
  void exclude(String sku) {
    excluded.add(sku);
  }

  /** Returns the units that buyers of other channels can have. */
  int shippable(String sku) {
    return excluded.contains(sku) ? 0 : available(sku);
  }

  void take(String sku, int units, Instant now) {
    move(sku, units, now);
  }

  /** Units that an order took before anybody counted. */
  void setAside(String sku, int units) {
    shelves.computeIfAbsent(sku, key -> new Shelf()).reserved += units;
  }

  void giveBack(String sku, int units, Instant now) {
    move(sku, -units, now);
  }

  /** Units left the building: they are no longer reserved. */
  void ship(String sku, int units) {
    Shelf shelf = shelves.get(sku);
    if (shelf != null) {
      shelf.reserved -= units;
    }
  }

  @Nullable Count count(String sku, Instant now) {
    Shelf shelf = shelves.get(sku);
    if (shelf == null) {
      return null;
    }
    shelf.forgetSeen(now);
    int unseen = shelf.unseen.stream().mapToInt(Change::units).sum();
    return new Count(
        shelf.available + unseen, Math.max(0, shelf.reserved - unseen), shelf.changedAt);
  }

  private void move(String sku, int units, Instant now) {
    Shelf shelf = shelves.get(sku);
    if (shelf != null) {
      shelf.available -= units;
      shelf.reserved += units;
      shelf.unseen.add(new Change(now.plus(lag), units));
      shelf.forgetSeen(now);
      changes.stockChanged(sku, now);
    }
  }

  record Count(int fulfillable, int reserved, Instant changedAt) {}

  private record Change(Instant seenAt, int units) {}

  private static final class Shelf {
    private int available;
    private int reserved;
    private Instant changedAt = Instant.EPOCH;
    private final List<Change> unseen = new ArrayList<>();

    private void forgetSeen(Instant now) {
      for (Change change : unseen) {
        if (!change.seenAt.isAfter(now) && change.seenAt.isAfter(changedAt)) {
          changedAt = change.seenAt;
        }
      }
      unseen.removeIf(change -> !change.seenAt.isAfter(now));
    }
  }
}
