// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What truly happens at the network of a world: what is planned, what leaves the building in which
 * parcel and when, what stops. The fake network shows it; nothing of it comes from the router.
 */
final class WorldNetwork implements FakeFulfillmentNetwork.Inside {

  /** A parcel, planned or real. */
  static final class Parcel {
    private final Life life;
    private final String shipment;
    private final String id;
    private final String carrier;
    private final Map<String, Integer> contents;
    private final Map<String, Instant> shownSince = new LinkedHashMap<>();
    private @Nullable String carrierNumber;
    private @Nullable String ownNumber;
    private @Nullable Instant leftAt;
    private boolean dropped;
    private PackageStatus status = PackageStatus.PENDING;

    private Parcel(
        Life life, String shipment, String id, String carrier, Map<String, Integer> contents) {
      this.life = life;
      this.shipment = shipment;
      this.id = id;
      this.carrier = carrier;
      this.contents = contents;
    }

    Life life() {
      return life;
    }

    boolean left() {
      return leftAt != null;
    }

    /** Returns every number it ever had, with the time since when reads show it. */
    Map<String, Instant> numbers() {
      return shownSince;
    }

    /** Returns how many units of a network SKU are in it. */
    int units(String msku) {
      return contents.entrySet().stream()
          .filter(content -> life.item(content.getKey()).msku().value().equals(msku))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    @Override
    public String toString() {
      return shipment + "/" + id + contents + shownSince.keySet() + (left() ? " left" : "");
    }
  }

  /** A fulfillment order. */
  static final class Life {
    private final FulfillmentOrder order;
    private final OrderId buyersOrder;
    private final List<Parcel> parcels = new ArrayList<>();
    private final Map<String, Integer> cancelled = new HashMap<>();
    private final Map<String, Integer> unfulfillable = new HashMap<>();
    private FulfillmentStatus status = FulfillmentStatus.IN_PROGRESS;
    private @Nullable String ownNumber;
    private @Nullable Instant stoppedAt;
    private boolean picking;
    private int plans;

    private Life(FulfillmentOrder order) {
      this.order = order;
      this.buyersOrder = order.id().possibleOrders("TTS").get(0);
    }

    OrderId buyersOrder() {
      return buyersOrder;
    }

    List<Parcel> parcels() {
      return parcels;
    }

    Stream<Parcel> leftParcels() {
      return parcels.stream().filter(Parcel::left);
    }

    /** Returns when it was certain that nothing of it ships; {@code null} as long as it is not. */
    @Nullable Instant stoppedAt() {
      return stoppedAt;
    }

    /** Returns whether units of it were not found. */
    boolean lacksUnits() {
      return !unfulfillable.isEmpty();
    }

    private Stream<Parcel> plan() {
      return parcels.stream().filter(parcel -> !parcel.dropped);
    }

    private FulfillmentOrderItem item(String id) {
      return order.items().stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
      return order.id() + " " + status + (stoppedAt == null ? "" : " at " + stoppedAt) + parcels;
    }
  }

  /** Hears what leaves. */
  interface Gate {
    void left(Parcel parcel);
  }

  private final FakeFulfillmentNetwork shown;
  private final WorldAgenda agenda;
  private final Runnable changed;
  private final Gate gate;

  /** Whether it is the newer version of the platform's interface. */
  private final boolean newest;

  private final Map<FulfillmentOrderId, Life> lives = new LinkedHashMap<>();
  private int numbers;

  WorldNetwork(
      FakeFulfillmentNetwork shown,
      WorldAgenda agenda,
      boolean newest,
      Runnable changed,
      Gate gate) {
    this.shown = shown;
    this.agenda = agenda;
    this.newest = newest;
    this.changed = changed;
    this.gate = gate;
    shown.inside(this);
    if (newest) {
      shown.changesHaveSnapshots();
    }
  }

  List<Life> livesOf(OrderId id) {
    return lives.values().stream().filter(life -> life.buyersOrder.equals(id)).toList();
  }

  int parcels() {
    return (int) lives.values().stream().flatMap(Life::leftParcels).count();
  }

  Optional<Parcel> parcelWith(String number) {
    return lives.values().stream()
        .flatMap(life -> life.parcels.stream())
        .filter(parcel -> parcel.shownSince.containsKey(number))
        .findFirst();
  }

  @Override
  public void taken(FulfillmentOrder order) {
    Life life = new Life(order);
    lives.put(order.id(), life);
    shown.showAfter(Duration.ofSeconds(agenda.number(5)));
    agenda.after(Duration.ofSeconds(5), changed);
    boolean oneLine = order.items().size() == 1;
    if (newest && oneLine && agenda.chance(80)) {
      agenda.after(agenda.minutes(2, 10), () -> giveOwnNumber(life));
    }
    Duration picking = agenda.minutes(15, 90);
    switch (agenda.number(16)) {
      case 0 -> agenda.after(picking, () -> end(life, FulfillmentStatus.CANCELLED));
      case 1 -> agenda.after(picking, () -> end(life, FulfillmentStatus.UNFULFILLABLE));
      case 2 -> agenda.after(agenda.minutes(1, 10), () -> end(life, FulfillmentStatus.INVALID));
      default -> agenda.after(picking, () -> pick(life));
    }
  }

  @Override
  public FakeFulfillmentNetwork.Stopping stopping(FulfillmentOrderId id) {
    Life life = lives.get(id);
    if (life == null || life.stoppedAt != null) {
      return FakeFulfillmentNetwork.Stopping.TAKEN;
    }
    if (life.picking) {
      return newest
          ? FakeFulfillmentNetwork.Stopping.TAKEN
          : FakeFulfillmentNetwork.Stopping.REFUSED;
    }
    if (agenda.chance(70)) {
      end(life, FulfillmentStatus.CANCELLED);
    } else if (agenda.chance(50)) {
      agenda.after(agenda.minutes(0, 5), () -> end(life, FulfillmentStatus.CANCELLED));
    }
    return FakeFulfillmentNetwork.Stopping.TAKEN;
  }

  private void giveOwnNumber(Life life) {
    if (life.stoppedAt == null) {
      life.ownNumber = number("AFTN");
      if (life.plan().findAny().isEmpty()) {
        planOne(life);
      }
      life.plan().findFirst().ifPresent(parcel -> number(parcel, null, life.ownNumber));
      show(life);
    }
  }

  private void planOne(Life life) {
    life.plans++;
    Map<String, Integer> all = new LinkedHashMap<>();
    life.order.items().forEach(item -> all.put(item.id(), item.quantity()));
    addParcel(life, "S" + life.plans, "P1", all);
  }

  private Parcel addParcel(Life life, String shipment, String id, Map<String, Integer> contents) {
    String carrier = List.of("UPS", "Amazon Logistics", "UPS_MI").get(agenda.number(3));
    Parcel parcel = new Parcel(life, shipment, id, carrier, contents);
    life.parcels.add(parcel);
    return parcel;
  }

  /** From now on the seller cannot stop it. */
  private void pick(Life life) {
    if (life.stoppedAt != null) {
      return;
    }
    life.picking = true;
    if (life.plan().findAny().isEmpty()) {
      if (life.ownNumber != null || agenda.chance(50)) {
        planOne(life);
      } else {
        planSeveral(life);
      }
    }
    List<Parcel> plan = life.plan().toList();
    plan.forEach(this::planParcel);
    if (agenda.chance(12)) {
      agenda.after(agenda.hours(1, 8), () -> replan(life));
    }
    show(life);
  }

  /** Deals the units out to parcels, of one shipment or of several. */
  private void planSeveral(Life life) {
    life.plans++;
    int count = 2 + agenda.number(2);
    boolean oneShipment = agenda.chance(50);
    List<Map<String, Integer>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new LinkedHashMap<>());
    }
    for (FulfillmentOrderItem item : life.order.items()) {
      for (int unit = 0; unit < item.quantity(); unit++) {
        parts.get(agenda.number(count)).merge(item.id(), 1, Integer::sum);
      }
    }
    parts.removeIf(Map::isEmpty);
    for (int i = 0; i < parts.size(); i++) {
      String shipment = "S" + life.plans + (oneShipment ? "" : "-" + i);
      addParcel(life, shipment, "P" + (i + 1), parts.get(i));
    }
  }

  private void planParcel(Parcel parcel) {
    Duration leaves = agenda.hours(2, 40);
    agenda.after(leaves, () -> leave(parcel));
    Duration label =
        switch (agenda.number(4)) {
          case 0 -> leaves.dividedBy(2);
          case 1 -> leaves.plus(agenda.hours(0, 8));
          default -> leaves;
        };
    agenda.after(label, () -> label(parcel));
    if (agenda.chance(8)) {
      agenda.after(label.plus(agenda.hours(0, 30)), () -> relabel(parcel));
    }
    if (agenda.chance(4)) {
      agenda.after(leaves.dividedBy(3), () -> vanish(parcel));
    }
  }

  private void label(Parcel parcel) {
    if (!parcel.dropped && parcel.carrierNumber == null) {
      number(parcel, carrierNumber(parcel), parcel.ownNumber);
      show(parcel.life);
    }
  }

  private String carrierNumber(Parcel parcel) {
    return number(parcel.carrier.startsWith("UPS") ? "1Z" : "TBA");
  }

  private String number(String prefix) {
    return prefix + String.format("%010d", ++numbers);
  }

  private void number(Parcel parcel, @Nullable String carriers, @Nullable String own) {
    parcel.carrierNumber = carriers == null ? parcel.carrierNumber : carriers;
    parcel.ownNumber = own;
    Stream.of(carriers, own)
        .filter(number -> number != null)
        .forEach(number -> parcel.shownSince.putIfAbsent(number, agenda.now()));
  }

  /** A label that came off: another number for the same parcel. */
  private void relabel(Parcel parcel) {
    if (!parcel.dropped && parcel.carrierNumber != null && parcel.ownNumber == null) {
      number(parcel, carrierNumber(parcel), null);
      show(parcel.life);
      if (agenda.chance(30)) {
        agenda.after(agenda.hours(0, 20), () -> relabel(parcel));
      }
    }
  }

  /** The parcel was a mistake of the plan; its units go into another one. */
  private void vanish(Parcel parcel) {
    if (!parcel.left() && !parcel.dropped) {
      parcel.dropped = true;
      Life life = parcel.life;
      Parcel other = addParcel(life, parcel.shipment, parcel.id + "'", parcel.contents);
      if (life.ownNumber != null) {
        number(other, null, life.ownNumber);
      }
      planParcel(other);
      show(life);
    }
  }

  /** The plan failed before anything left: its shipments are cancelled, new ones take over. */
  private void replan(Life life) {
    if (life.stoppedAt == null && life.leftParcels().findAny().isEmpty()) {
      life.parcels.forEach(parcel -> parcel.dropped = true);
      if (life.ownNumber != null) {
        planOne(life);
        life.plan().forEach(parcel -> number(parcel, null, life.ownNumber));
      } else {
        planSeveral(life);
      }
      life.plan().toList().forEach(this::planParcel);
      show(life);
    }
  }

  private void leave(Parcel parcel) {
    Life life = parcel.life;
    if (parcel.dropped || life.stoppedAt != null) {
      return;
    }
    boolean others = life.plan().anyMatch(other -> other != parcel);
    if (others && agenda.chance(8)) {
      parcel.dropped = true;
      parcel.contents.forEach((item, units) -> life.unfulfillable.merge(item, units, Integer::sum));
    } else {
      parcel.leftAt = agenda.now();
      parcel.status = PackageStatus.SHIPPED;
      gate.left(parcel);
      agenda.after(agenda.hours(20, 50), () -> arrive(parcel));
    }
    boolean allLeft = life.plan().allMatch(Parcel::left);
    if (allLeft && life.leftParcels().findAny().isEmpty()) {
      life.stoppedAt = agenda.now();
      life.status = FulfillmentStatus.UNFULFILLABLE;
    } else if (allLeft) {
      life.status =
          life.unfulfillable.isEmpty() ? FulfillmentStatus.COMPLETE : FulfillmentStatus.PARTIAL;
    } else if (agenda.chance(20)) {
      // "Partial" is also said while the rest is on its way.
      life.status = FulfillmentStatus.PARTIAL;
    }
    show(life);
  }

  private void arrive(Parcel parcel) {
    if (newest) {
      parcel.status = agenda.chance(92) ? PackageStatus.DELIVERED : PackageStatus.UNDELIVERABLE;
      show(parcel.life);
    }
  }

  /** Nothing of it ships. */
  private void end(Life life, FulfillmentStatus status) {
    if (life.stoppedAt != null || life.picking) {
      return;
    }
    Map<String, Integer> lost =
        status == FulfillmentStatus.UNFULFILLABLE ? life.unfulfillable : life.cancelled;
    life.order.items().forEach(item -> lost.put(item.id(), item.quantity()));
    life.parcels.forEach(parcel -> parcel.dropped = true);
    life.status = status;
    life.stoppedAt = agenda.now();
    show(life);
  }

  private void show(Life life) {
    Map<String, List<Parcel>> shipments = new LinkedHashMap<>();
    for (Parcel parcel : life.parcels) {
      shipments.computeIfAbsent(parcel.shipment, key -> new ArrayList<>()).add(parcel);
    }
    List<Shipment> seen = new ArrayList<>();
    shipments.forEach((id, parcels) -> seen.add(shipment(id, parcels)));
    shown.show(
        new FulfillmentSnapshot(
            life.order.id(), life.status, life.status.name(), null, items(life), seen));
    changed.run();
  }

  private static Shipment shipment(String id, List<Parcel> parcels) {
    List<Parcel> living = parcels.stream().filter(parcel -> !parcel.dropped).toList();
    Shipment.Status status =
        living.isEmpty()
            ? Shipment.Status.CANCELLED
            : living.stream().allMatch(Parcel::left)
                ? Shipment.Status.SHIPPED
                : Shipment.Status.PENDING;
    // The parcels of a cancelled shipment stay in the answer; one that vanished is in none.
    return new Shipment(
        id,
        status,
        (living.isEmpty() ? parcels : living).stream().map(WorldNetwork::view).toList());
  }

  private static ShipmentPackage view(Parcel parcel) {
    return new ShipmentPackage(
        parcel.id,
        CarrierCode.of(parcel.carrier),
        parcel.carrierNumber == null ? null : TrackingNumber.of(parcel.carrierNumber),
        parcel.ownNumber == null ? null : TrackingNumber.of(parcel.ownNumber),
        parcel.status,
        parcel.contents.entrySet().stream()
            .map(content -> new ShipmentPackage.Content(content.getKey(), content.getValue()))
            .toList());
  }

  private static List<FulfillmentSnapshot.Item> items(Life life) {
    return life.order.items().stream()
        .map(
            item ->
                new FulfillmentSnapshot.Item(
                    item.id(),
                    item.msku(),
                    item.quantity(),
                    life.cancelled.getOrDefault(item.id(), 0),
                    life.unfulfillable.getOrDefault(item.id(), 0)))
        .toList();
  }
}
