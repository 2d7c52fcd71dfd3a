// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the shop knows. Used by one thread at a time. */
final class ShopWorld {

  private static final long FIRST_PACKAGE = 1_153_000_000_000_000_100L;
  private static final int SHOPS = 1_000_000;
  private static final long PACKAGES_OF_A_SHOP = 1_000_000_000L;

  private final Clock clock;
  private final Pace pace;
  private final Stockroom stock;
  private final McfWarehouses warehouses;
  private final long firstPackage;
  private final Map<String, LiveOrder> orders = new LinkedHashMap<>();
  private final Map<String, Parcel> parcels = new LinkedHashMap<>();
  private final Map<String, List<Parcel>> parcelsByNumber = new HashMap<>();

  ShopWorld(Clock clock, String shopId, Pace pace, Stockroom stock, McfWarehouses warehouses) {
    this.clock = clock;
    this.pace = pace;
    this.stock = stock;
    this.warehouses = warehouses;
    // Shops that run side by side must not give the same id to two packages.
    this.firstPackage =
        FIRST_PACKAGE + Math.floorMod(shopId.hashCode(), SHOPS) * PACKAGES_OF_A_SHOP;
  }

  Instant now() {
    return clock.instant();
  }

  Stockroom stock() {
    return stock;
  }

  McfWarehouses warehouses() {
    return warehouses;
  }

  void add(SimulatedOrder plan) {
    plan.skuIds().forEach(stock::sku);
    if (orders.containsKey(plan.id())) {
      throw new IllegalArgumentException("the simulated shop has order " + plan.id() + " already");
    }
    orders.put(plan.id(), new LiveOrder(plan, pace, stock, now().minus(plan.age())));
  }

  /** Returns an order as it stands now; {@code null} when the shop has none of this id. */
  @Nullable LiveOrder find(String orderId) {
    LiveOrder order = orders.get(orderId);
    if (order != null) {
      order.advance(now());
    }
    return order;
  }

  /** Returns all orders as they stand now, in the order in which they were added. */
  Collection<LiveOrder> orders() {
    Instant now = now();
    orders.values().forEach(order -> order.advance(now));
    return orders.values();
  }

  /** Returns all parcels of orders as they stand now. */
  Collection<Parcel> parcels() {
    orders();
    return parcels.values();
  }

  @Nullable Parcel parcel(String packageId) {
    Parcel parcel = parcels.get(packageId);
    if (parcel != null) {
      parcel.order().advance(now());
    }
    return parcel;
  }

  List<Parcel> parcelsWith(String trackingNumber) {
    return parcelsByNumber.getOrDefault(trackingNumber, List.of());
  }

  Parcel ship(
      LiveOrder order,
      List<LiveUnit> units,
      String trackingNumber,
      String providerId,
      boolean traceable) {
    String id = Long.toString(firstPackage + parcels.size());
    Parcel parcel = new Parcel(id, order, now(), trackingNumber, providerId, traceable);
    order.ship(units, parcel);
    parcels.put(id, parcel);
    remember(parcel);
    return parcel;
  }

  void correct(Parcel parcel, String trackingNumber, String providerId, boolean traceable) {
    parcel.correct(trackingNumber, providerId, traceable, now());
    parcel.order().correctTracking(now());
    remember(parcel);
  }

  /** A number that was corrected stays used. */
  private void remember(Parcel parcel) {
    parcelsByNumber
        .computeIfAbsent(parcel.trackingNumber(), number -> new ArrayList<>())
        .add(parcel);
    warehouses.check(parcel);
  }
}
