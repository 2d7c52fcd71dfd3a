// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What truly happens at one shop: a buyer gets a unit when the listing shows one, which lowers the
 * figure by itself; a write sets it, whatever it is by then.
 */
final class Shopfront {

  /** The search shows an order up to so much after it was made. */
  private static final Duration LONGEST_UNSEEN = Duration.ofSeconds(30);

  /** Ids of orders are numbers, as TikTok's are; those of two shops never meet. */
  private static final long IDS_PER_SHOP = 1_000_000_000;

  private final ShopId id;
  private final long firstOrderId;
  private final SplittableRandom chance;
  private final Map<Msku, Integer> shown = new LinkedHashMap<>();
  // In the order of their times.
  private final List<Sale> sales = new ArrayList<>();
  private final Map<OrderId, Sale> salesById = new HashMap<>();
  private int writes;

  /**
   * Creates a shop.
   *
   * @param number sets it apart from the other shops of a market; at least 1
   */
  Shopfront(ShopId id, int number, SplittableRandom chance) {
    this.id = id;
    this.firstOrderId = number * IDS_PER_SHOP;
    this.chance = chance;
  }

  static ChannelSku channelSku(Msku msku) {
    return new ChannelSku(ChannelSkuId.of("SKU-" + msku), SellerSku.of(msku.value()));
  }

  /** Lists a SKU, with none to sell yet. */
  void list(Msku msku) {
    shown.put(msku, 0);
  }

  ShopId id() {
    return id;
  }

  /** Returns the figure of each listing. */
  Map<Msku, Integer> shown() {
    return Collections.unmodifiableMap(shown);
  }

  void write(Msku msku, int quantity) {
    shown.put(msku, quantity);
    writes++;
  }

  int writes() {
    return writes;
  }

  /** A buyer wants a unit; returns whether there was one. */
  boolean buy(Msku msku, Instant now) {
    if (shown.getOrDefault(msku, 0) == 0) {
      return false;
    }
    shown.merge(msku, -1, Integer::sum);
    Instant seen = now.plusMillis(chance.nextLong(LONGEST_UNSEEN.toMillis() + 1));
    OrderId orderId = OrderId.of(Long.toString(firstOrderId + sales.size()));
    Sale sale = new Sale(orderId, id, msku, now, seen);
    sales.add(sale);
    salesById.put(sale.id(), sale);
    return true;
  }

  /** Returns a sale by its place in time, the first with 0. */
  Sale sale(int index) {
    return sales.get(index);
  }

  Optional<Sale> sale(OrderId order) {
    return Optional.ofNullable(salesById.get(order));
  }

  int sold(Msku msku) {
    return (int) sales.stream().filter(sale -> sale.msku().equals(msku)).count();
  }

  int sold() {
    return sales.size();
  }

  /** Returns the orders that a search shows now for a window, the oldest change first. */
  List<Sale> changed(Instant from, Instant to, Instant now) {
    Stream<Sale> free =
        madeBetween(from.minus(Sale.HOLD), to.minus(Sale.HOLD)).filter(sale -> !sale.isHeld(now));
    Stream<Sale> held = madeBetween(from, to).filter(sale -> sale.isHeld(now));
    return Stream.concat(free, held)
        .filter(sale -> !sale.shownAt().isAfter(now))
        .sorted(Comparator.comparing(sale -> sale.updatedAt(now)))
        .toList();
  }

  private Stream<Sale> madeBetween(Instant from, Instant to) {
    return sales.subList(firstAt(from), firstAt(to)).stream();
  }

  private int firstAt(Instant time) {
    int low = 0;
    int high = sales.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (sales.get(middle).at().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
