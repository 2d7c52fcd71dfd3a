// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.WorldNetwork.Life;
import io.mcfconnector.WorldNetwork.Parcel;
import io.mcfconnector.WorldShop.BuyersOrder;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackingNumber;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what a router says at the end of a world with what truly happened at both platforms. A
 * promise is broken when they differ.
 */
final class WorldOracle {

  /** What one unit of a seller SKU is at the network. */
  private static final Map<String, Map<String, Integer>> CONTENTS =
      Map.of(
          "A", Map.of("M-A", 1),
          "B", Map.of("M-B", 1),
          "C", Map.of("M-C", 1),
          "KIT", Map.of("M-A", 1, "M-D", 2));

  private static final List<String> MSKUS = List.of("M-A", "M-B", "M-C", "M-D");

  /** TikTok's figure: at five such parcels it switches a warehouse off. */
  private static final int SWITCHED_OFF = 5;

  private static final Set<RoutingState> SETTLED =
      EnumSet.of(
          RoutingState.DELIVERED,
          RoutingState.CANCELLED,
          RoutingState.SKIPPED,
          RoutingState.SHIPPED,
          RoutingState.REVIEW);

  private final RandomWorld world;

  WorldOracle(RandomWorld world) {
    this.world = world;
  }

  void check() {
    for (WorldShop shop : world.shops()) {
      for (BuyersOrder order : shop.orders()) {
        checkOrder(order);
      }
      FakeSalesChannel channel = shop.channel();
      if (channel.foreignParcels(FakeSalesChannel.WAREHOUSE) >= SWITCHED_OFF) {
        world.violated(shop.orders().get(0).id(), "the shop's guarded warehouse is switched off");
      }
      if (channel.repeats() > 0) {
        world.violated(shop.orders().get(0).id(), "units were told again in this shop");
      }
    }
    if (world.shownNetwork().repeats() > 0) {
      world.violated(
          world.shops().get(0).orders().get(0).id(), "an order was sent again without a look");
    }
  }

  private void checkOrder(BuyersOrder order) {
    RoutingRecord record = world.router().status(order.id()).orElse(null);
    if (record == null) {
      world.violated(order.id(), "is lost");
      return;
    }
    List<Life> lives = world.network().livesOf(order.id());
    List<Parcel> left = lives.stream().flatMap(Life::leftParcels).toList();
    checkSettled(order, record);
    boolean countable = !isHalfKit(order, lives);
    if (countable) {
      checkUnitsLeft(order, left);
    }
    checkNumbers(order, lives);
    checkCancelled(order, record, left);
    if (record.state() == RoutingState.SHIPPED || record.state() == RoutingState.DELIVERED) {
      checkShipped(order, countable ? left : List.of());
    }
    if (lives.size() > 1 + world.sentAgain(order.id())) {
      world.violated(order.id(), "has more fulfillment orders than persons asked for");
    }
    if (order.corrections() > 1) {
      world.violated(order.id(), "had its number corrected " + order.corrections() + " times");
    }
  }

  /** Whoever sends the missing part of a kit again sends the whole kit. */
  private static boolean isHalfKit(BuyersOrder order, List<Life> lives) {
    return lives.stream().anyMatch(Life::lacksUnits) && order.hasKit();
  }

  /** No order is lost: each has come to its end, or a person knows why not. */
  private void checkSettled(BuyersOrder order, RoutingRecord record) {
    ReviewNote review = record.review();
    if (!SETTLED.contains(record.state())) {
      world.violated(order.id(), "is stuck in " + record.state());
    } else if (record.state() == RoutingState.REVIEW
        && (review == null || review.message().isBlank())) {
      world.violated(order.id(), "waits for a person and does not say why");
    }
  }

  /** No unit ships twice, and none that the router had cancelled. */
  private void checkUnitsLeft(BuyersOrder order, List<Parcel> left) {
    for (String msku : MSKUS) {
      int shipped = left.stream().mapToInt(parcel -> parcel.units(msku)).sum();
      int wanted =
          order.shown().lineItems().stream()
              .filter(item -> !order.cancelledByRouter().contains(item.id()))
              .mapToInt(item -> units(item, msku))
              .sum();
      if (shipped > wanted) {
        world.violated(
            order.id(), shipped + " units of " + msku + " left, but " + wanted + " were wanted");
      }
    }
  }

  /** Each unit has a number of a parcel that it is in. */
  private void checkNumbers(BuyersOrder order, List<Life> lives) {
    Map<String, Map<String, Integer>> told = new HashMap<>();
    for (LineItem item : order.shown().lineItems()) {
      LineItem.ShippedIn in = item.shippedIn();
      TrackingNumber number = in == null ? null : in.trackingNumber();
      if (number != null) {
        told.computeIfAbsent(number.value(), key -> new HashMap<>())
            .merge(skuOf(item), 1, Integer::sum);
      }
    }
    told.forEach(
        (number, units) -> {
          List<Parcel> parcels =
              lives.stream()
                  .flatMap(life -> life.parcels().stream())
                  .filter(parcel -> parcel.numbers().containsKey(number))
                  .toList();
          if (parcels.isEmpty()) {
            world.violated(order.id(), number + " is of no parcel of this order");
          } else if (parcels.stream().noneMatch(parcel -> holds(parcel, units))) {
            world.violated(order.id(), number + " was told for " + units + ", not in " + parcels);
          }
        });
  }

  /** A kit may be told with the first of its parcels, so one of its components is enough. */
  private static boolean holds(Parcel parcel, Map<String, Integer> units) {
    Map<String, Integer> least = new HashMap<>();
    units.forEach(
        (sku, many) -> {
          Map<String, Integer> contents = CONTENTS.getOrDefault(sku, Map.of());
          if (contents.size() == 1) {
            contents.forEach((msku, each) -> least.merge(msku, many * each, Integer::sum));
          }
        });
    boolean plain =
        least.entrySet().stream().allMatch(one -> parcel.units(one.getKey()) >= one.getValue());
    boolean kits =
        units.getOrDefault("KIT", 0) == 0
            || parcel.units("M-A") + parcel.units("M-D") >= units.getOrDefault("KIT", 0);
    return plain && kits;
  }

  /** Called cancelled: nothing shipped. Cancelled and shipped all the same: a person knows. */
  private void checkCancelled(BuyersOrder order, RoutingRecord record, List<Parcel> left) {
    if (record.state() == RoutingState.CANCELLED && !left.isEmpty()) {
      world.violated(order.id(), "is called cancelled, but " + left + " left");
    }
    if (record.state() == RoutingState.CANCELLED
        && order.shown().status() != OrderStatus.CANCELLED) {
      world.violated(order.id(), "is called cancelled, but the channel wants it shipped");
    }
    boolean settledByPerson =
        record.state() == RoutingState.REVIEW || record.state() == RoutingState.SKIPPED;
    if (order.shown().status() == OrderStatus.CANCELLED && !left.isEmpty() && !settledByPerson) {
      world.violated(
          order.id(), left + " left though the buyer had cancelled, and no person was told");
    }
  }

  /** Called shipped: every unit that is not cancelled was told, and every parcel that left. */
  private void checkShipped(BuyersOrder order, List<Parcel> left) {
    Set<LineItemId> untold = new HashSet<>();
    Map<String, Integer> toldByMsku = new HashMap<>();
    for (LineItem item : order.shown().lineItems()) {
      boolean late = order.isCancelled(item) && world.wasReviewed(order.id());
      // What left although its unit was cancelled is a person's affair, and one was asked.
      if (item.status() == LineItem.Status.SHIPPED || late) {
        MSKUS.forEach(msku -> toldByMsku.merge(msku, units(item, msku), Integer::sum));
      } else if (!order.isCancelled(item)) {
        untold.add(item.id());
      }
    }
    if (!untold.isEmpty()) {
      world.violated(order.id(), "is called shipped, but " + untold + " were never told");
    }
    for (String msku : MSKUS) {
      int shipped = left.stream().mapToInt(parcel -> parcel.units(msku)).sum();
      if (shipped > toldByMsku.getOrDefault(msku, 0)) {
        world.violated(order.id(), "units of " + msku + " left that were never told");
      }
    }
  }

  private static int units(LineItem item, String msku) {
    return CONTENTS.getOrDefault(skuOf(item), Map.of()).getOrDefault(msku, 0);
  }

  private static String skuOf(LineItem item) {
    return String.valueOf(item.sku().sellerSku());
  }
}
