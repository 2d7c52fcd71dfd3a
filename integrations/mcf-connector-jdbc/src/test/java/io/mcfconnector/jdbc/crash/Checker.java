// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SkuMapper.Component;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot.ShipmentPackage;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what the platforms saw with what the store says. Finds what must not happen. */
final class Checker {

  private static final String CHANNEL = "TTS";

  private final CrashWorld world;
  private final Map<String, Integer> creates;
  private final List<Violation> violations = new ArrayList<>();

  private Checker(CrashWorld world) {
    this.world = world;
    this.creates = world.createsByOrder();
  }

  /** Checks what holds at every moment, also just after a kill. */
  static List<Violation> afterKill(CrashWorld world, OrderStore store) {
    Checker checker = new Checker(world);
    checker.intentsFirst(world.amazon().orders(), store);
    checker.nothingLost(store);
    checker.violations.addAll(world.acknowledged().violations());
    return List.copyOf(checker.violations);
  }

  /** Checks what holds when nothing moves any more. */
  static List<Violation> atEnd(CrashWorld world, OrderStore store) {
    Checker checker = new Checker(world);
    Map<String, List<FulfillmentOrderSnapshot>> placed = checker.byOrder();
    checker.intentsFirst(world.amazon().orders(), store);
    checker.nothingLost(store);
    checker.violations.addAll(world.acknowledged().violations());
    for (Map.Entry<String, Kind> order : world.buyers().kinds().entrySet()) {
      Optional<RoutingRecord> record = store.find(OrderId.of(order.getKey()));
      if (record.isEmpty()) {
        checker.found(Violation.Rule.ALL_TAKEN_IN, order.getKey(), "not in the store");
      } else {
        List<FulfillmentOrderSnapshot> orders = placed.getOrDefault(order.getKey(), List.of());
        checker.order(order.getValue(), record.get(), orders);
        checker.destination(store, record.get());
      }
    }
    checker.reads();
    checker.reservations(store);
    return List.copyOf(checker.violations);
  }

  private void order(Kind kind, RoutingRecord record, List<FulfillmentOrderSnapshot> placed) {
    String id = record.orderId().value();
    if (!isSettled(record)) {
      found(Violation.Rule.NOTHING_STUCK, id, record.state() + " due " + record.dueAt());
    } else if (!kind.mayEndAs(record.state())) {
      found(Violation.Rule.RIGHT_END, id, kind + " ended as " + story(record));
    }
    if (placed.size() > 1) {
      found(Violation.Rule.ONE_ORDER, id, placed.size() + " orders at the network");
    }
    if (kind.isRouted() == placed.isEmpty()) {
      found(Violation.Rule.RIGHT_ORDERS, id, kind + " has " + placed.size() + " at the network");
    }
    PlacementIntent intent = record.intent();
    int recorded = intent == null ? 0 : intent.attempts();
    int seen = creates.getOrDefault(id, 0);
    if (seen > recorded && !world.wasRestored()) {
      found(Violation.Rule.CREATES_COUNTED, id, seen + " creates, " + recorded + " recorded");
    }
    if (kind.isShipped() && placed.size() == 1) {
      confirmations(kind, world.tiktok().order(id), placed.get(0));
    }
  }

  /** Returns whether nothing more is expected of an order. */
  static boolean isSettled(RoutingRecord record) {
    return record.state().isEnd()
        || record.state() == RoutingState.SHIPPED
        || (record.state() == RoutingState.REVIEW && record.review() != null);
  }

  private void confirmations(Kind kind, OrderSnapshot sold, FulfillmentOrderSnapshot shipped) {
    Map<String, Map<String, Integer>> told = new TreeMap<>();
    Map<String, String> packageOf = new HashMap<>();
    for (OrderSnapshot.Unit unit : sold.units()) {
      String number = unit.trackingNumber();
      String parcel = unit.packageId();
      if (number == null || parcel == null) {
        found(Violation.Rule.CONFIRMED_ONCE, sold.id(), "unit " + unit.lineItemId() + " without");
        continue;
      }
      String other = packageOf.putIfAbsent(number, parcel);
      if (other != null && !other.equals(parcel)) {
        found(Violation.Rule.CONFIRMED_ONCE, sold.id(), "number " + number + " told twice");
      }
      told.computeIfAbsent(number, key -> new TreeMap<>())
          .merge(mskuOf(unit.skuId()), 1, Integer::sum);
    }
    Map<String, Map<String, Integer>> sent = new TreeMap<>();
    for (ShipmentPackage parcel : shipped.packages()) {
      Map<String, Integer> units =
          sent.computeIfAbsent(numberToldOf(parcel, told), key -> new TreeMap<>());
      parcel
          .contents()
          .forEach(content -> units.merge(content.msku(), content.units(), Integer::sum));
    }
    boolean same = kind == Kind.KIT ? told.keySet().equals(sent.keySet()) : told.equals(sent);
    if (!same) {
      found(Violation.Rule.CONFIRMED_ONCE, sold.id(), "sent " + sent + ", told " + told);
    }
  }

  /** A parcel may have two numbers, the carrier's and the network's own; either is right. */
  private static String numberToldOf(
      ShipmentPackage parcel, Map<String, Map<String, Integer>> told) {
    String own = parcel.amazonTrackingNumber();
    return own != null && told.containsKey(own)
        ? own
        : Objects.requireNonNullElse(parcel.trackingNumber(), "none");
  }

  private static String mskuOf(String skuId) {
    List<Component> components = Catalogue.componentsOf(skuId);
    return components.size() == 1 ? components.get(0).msku().value() : "kit";
  }

  private void intentsFirst(List<FulfillmentOrderSnapshot> orders, OrderStore store) {
    for (FulfillmentOrderSnapshot order : orders) {
      String id = orderOf(order);
      Optional<PlacementIntent> intent = store.find(OrderId.of(id)).map(RoutingRecord::intent);
      if (intent.filter(known -> known.id().value().equals(order.id())).isEmpty()) {
        found(Violation.Rule.INTENT_FIRST, id, "the store has no intent for " + order.id());
      }
    }
  }

  private void nothingLost(OrderStore store) {
    world
        .acknowledged()
        .versions()
        .forEach(
            (order, version) -> {
              long stored = store.find(OrderId.of(order)).map(RoutingRecord::version).orElse(-1L);
              if (stored < version) {
                found(
                    Violation.Rule.NOTHING_LOST,
                    order,
                    "version " + version + " was acknowledged, stored is " + stored);
              }
            });
  }

  /** Without delays at the network, a create of an id that exists shows that nobody looked. */
  private void reads() {
    if (!world.wasRestored()) {
      for (String id : world.amazon().duplicateCreates()) {
        found(Violation.Rule.READ_BEFORE_REPEAT, id, "created again, though it was there");
      }
    }
  }

  private void reservations(OrderStore store) {
    List<ShopId> shops = List.of(ShopId.of(world.tiktok().shopId()));
    var later = world.clock().instant().plus(Duration.ofDays(1));
    Map<Msku, Integer> expected = new HashMap<>();
    store
        .findInState(RoutingState.REVIEW, shops, Integer.MAX_VALUE)
        .forEach(
            record ->
                record
                    .reservation(later)
                    .forEach((msku, n) -> expected.merge(msku, n, Integer::sum)));
    Map<Msku, Integer> reserved = new HashMap<>();
    store
        .reservations(shops, later)
        .forEach(one -> one.units().forEach((msku, n) -> reserved.merge(msku, n, Integer::sum)));
    if (!reserved.equals(expected)) {
      found(
          Violation.Rule.NOTHING_RESERVED, "", reserved + " reserved, " + expected + " in review");
    }
  }

  private void destination(OrderStore store, RoutingRecord record) {
    if (!record.needsDestination() && store.destination(record.orderId()).isPresent()) {
      found(Violation.Rule.DESTINATION_ERASED, record.orderId().value(), "still kept");
    }
  }

  private Map<String, List<FulfillmentOrderSnapshot>> byOrder() {
    Map<String, List<FulfillmentOrderSnapshot>> orders = new HashMap<>();
    for (FulfillmentOrderSnapshot order : world.amazon().orders()) {
      orders.computeIfAbsent(orderOf(order), key -> new ArrayList<>()).add(order);
    }
    return orders;
  }

  private static String orderOf(FulfillmentOrderSnapshot order) {
    return FulfillmentOrderId.of(order.id()).possibleOrders(CHANNEL).get(0).value();
  }

  private static String story(RoutingRecord record) {
    return record.state() + " " + record.review() + " " + record.decisions();
  }

  private void found(Violation.Rule rule, String orderId, String detail) {
    violations.add(new Violation(rule, orderId, detail));
  }

  /** Returns whether the network took a create call for good, or may have. */
  static boolean mayHaveCreated(Exchange exchange) {
    return exchange.reply() == null
        || (exchange.reply().status() != 401 && exchange.reply().status() != 403);
  }
}
