// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.Shipping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes packages and the one correction of a tracking number. */
final class FulfillmentDesk {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]+");
  private static final Duration CORRECTION_TIME = Duration.ofDays(3);
  private static final int ORDERS_FOR_ONE_NUMBER = 20;

  private final ShopWorld world;
  private final NumberCheck check;
  private int blockedByRequest;

  FulfillmentDesk(ShopWorld world, NumberCheck check) {
    this.world = world;
    this.check = check;
  }

  /** Refuses to ship with this code while a buyer's cancel request is open; 0 lets it ship. */
  void blockOnCancelRequest(int code) {
    blockedByRequest = code;
  }

  Map<String, @Nullable Object> markAsShipped(String orderId, Incoming request) {
    RequestBody body = RequestBody.of(request);
    String number = body.required("tracking_number");
    String provider = body.required("shipping_provider_id");
    List<String> lineIds = body.texts("order_line_item_ids");
    Shipment shipment = ship(orderId, number, provider, lineIds);
    Fields data =
        new Fields()
            .with("order_id", orderId)
            .with("order_line_item_ids", shipment.units.stream().map(LiveUnit::id).toList())
            .with("package_id", shipment.parcel.id());
    String warning = shipment.verdict.text();
    if (warning != null) {
      data.with("warning", new Fields().with("message", warning).map());
    }
    return data.map();
  }

  private record Shipment(Parcel parcel, List<LiveUnit> units, NumberCheck.Verdict verdict) {}

  private Shipment ship(
      String orderId, String number, String provider, @Nullable List<String> lineIds) {
    LiveOrder order = order(orderId);
    checkState(order);
    checkNumber(number, provider);
    List<LiveUnit> units = units(order, lineIds);
    checkUse(number, order);
    if (blockedByRequest != 0 && order.cancelRequested()) {
      throw Refusal.business(blockedByRequest, "Settle the after-sale request first");
    }
    NumberCheck.Verdict verdict = check.judge(number, provider);
    Parcel parcel = world.ship(order, units, number, provider, verdict.isTraceable());
    return new Shipment(parcel, units, verdict);
  }

  /** Lets a person ship in Seller Center, under the same rules as an app. */
  void shipByHand(String orderId, String number, String provider, List<String> lineIds) {
    try {
      ship(orderId, number, provider, lineIds);
    } catch (Refusal refusal) {
      throw new IllegalStateException(
          "a person cannot ship order "
              + orderId
              + " with this number: "
              + refusal.code()
              + " "
              + refusal.getMessage(),
          refusal);
    }
  }

  Map<String, @Nullable Object> updatePackage(String packageId, Incoming request) {
    Parcel parcel = world.parcel(packageId);
    if (parcel == null) {
      throw Refusal.business(21011028, "Package of another shop");
    }
    return correct(parcel, request);
  }

  Map<String, @Nullable Object> updateOrder(String orderId, Incoming request) {
    LiveOrder order = order(orderId);
    Parcel only = null;
    for (LiveUnit unit : order.units()) {
      if (unit.isCancelled() && unit.parcel() == null) {
        continue;
      }
      if (only != null && unit.parcel() != only) {
        throw Refusal.business(21011049, "The order has several packages");
      }
      only = unit.parcel();
    }
    if (only == null) {
      throw order.status() == OrderStatus.CANCELLED
          ? Refusal.business(21011041, "Order is cancelled")
          : Refusal.business(21011043, "Not shipped yet");
    }
    return correct(only, request);
  }

  /** A package comes into being by being shipped here, so none is left to ship. */
  Map<String, @Nullable Object> shipPackage(String packageId, Incoming request) {
    RequestBody shipment = RequestBody.of(request).object("self_shipment");
    shipment.required("tracking_number");
    shipment.required("shipping_provider_id");
    throw world.parcel(packageId) == null
        ? Refusal.business(21011028, "Package of another shop")
        : Refusal.business(21011006, "Already shipped");
  }

  /** Orders of this market are never split before they are shipped. */
  Map<String, @Nullable Object> split(String orderId, Incoming request) {
    for (RequestBody group : RequestBody.of(request).objects("splittable_groups")) {
      group.required("id");
      group.texts("order_line_item_ids");
    }
    order(orderId);
    throw Refusal.business(21011005, "Order cannot be split");
  }

  private Map<String, @Nullable Object> correct(Parcel parcel, Incoming request) {
    RequestBody body = RequestBody.of(request);
    String number = body.required("tracking_number");
    String provider = body.required("shipping_provider_id");
    LiveOrder order = parcel.order();
    switch (order.status()) {
      case DELIVERED, COMPLETED -> throw Refusal.business(21011030, "Order is delivered");
      case CANCELLED -> throw Refusal.business(21011041, "Order is cancelled");
      default -> checkNumber(number, provider);
    }
    if (order.trackingCorrected()) {
      throw Refusal.business(21011051, "Tracking number was already changed once");
    }
    if (!world.now().isBefore(parcel.shippedAt().plus(CORRECTION_TIME))) {
      throw Refusal.business(21011050, "Too late to change the tracking number");
    }
    NumberCheck.Verdict verdict = check.judge(number, provider);
    world.correct(parcel, number, provider, verdict.isTraceable());
    return new Fields().map();
  }

  private LiveOrder order(String orderId) {
    LiveOrder order = world.find(orderId);
    if (order == null) {
      throw Refusal.business(21008111, "Order or package of another seller");
    }
    return order;
  }

  private static void checkState(LiveOrder order) {
    if (order.plan().shipping() == Shipping.FULFILLED_BY_TIKTOK) {
      throw Refusal.business(21008025, "Order is fulfilled by the platform");
    }
    if (order.plan().shipping() == Shipping.LABEL_BY_TIKTOK) {
      throw Refusal.business(21011004, "Package is not shipped by the seller");
    }
    switch (order.status()) {
      case ON_HOLD -> throw Refusal.business(21011044, "Order status is on hold");
      case UNPAID, CANCELLED -> throw Refusal.business(21042057, "Order is not awaiting shipment");
      case AWAITING_SHIPMENT, PARTIALLY_SHIPPING -> {
        // May be shipped.
      }
      default -> throw Refusal.business(21011006, "Already shipped");
    }
  }

  private static void checkNumber(String number, String provider) {
    if (!NUMBER.matcher(number).matches()) {
      throw Refusal.business(21004012, "Tracking number has special characters");
    }
    if (!Providers.knows(provider)) {
      throw Refusal.business(21011022, "Invalid tracking number or provider");
    }
  }

  private static List<LiveUnit> units(LiveOrder order, @Nullable List<String> lineIds) {
    if (lineIds == null || lineIds.isEmpty()) {
      if (order.status() == OrderStatus.PARTIALLY_SHIPPING) {
        throw Refusal.business(21011048, "Several packages possible, name the order lines");
      }
      return order.openUnits();
    }
    List<LiveUnit> units = new ArrayList<>();
    for (String lineId : new LinkedHashSet<>(lineIds)) {
      units.add(openUnit(order, lineId));
    }
    return units;
  }

  private static LiveUnit openUnit(LiveOrder order, String lineId) {
    LiveUnit unit =
        order.units().stream()
            .filter(candidate -> candidate.id().equals(lineId))
            .findFirst()
            .orElseThrow(() -> Refusal.business(21011029, "Order line of another unit"));
    if (unit.parcel() != null) {
      throw Refusal.business(21011006, "Already shipped");
    }
    if (unit.isCancelled()) {
      throw Refusal.business(21042057, "Order line is cancelled");
    }
    return unit;
  }

  private void checkUse(String number, LiveOrder order) {
    HashSet<LiveOrder> others = new HashSet<>();
    for (Parcel parcel : world.parcelsWith(number)) {
      if (parcel.order() == order) {
        throw Refusal.business(21011025, "Duplicate tracking number");
      }
      if (!parcel.order().recipient().equals(order.recipient())) {
        throw Refusal.business(21034012, "Tracking number used before");
      }
      others.add(parcel.order());
    }
    if (others.size() >= ORDERS_FOR_ONE_NUMBER) {
      throw Refusal.business(21011026, "Tracking number used too often");
    }
  }
}
