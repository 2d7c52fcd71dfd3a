// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentSnapshot.Change.Phase;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.ListedOrder;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderLimits;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A network in memory: one order for each id, shown a while after it was taken. */
final class FakeFulfillmentNetwork implements FulfillmentNetwork {

  private final Faults faults;
  private final MutableClock clock;
  private final Map<FulfillmentOrderId, Held> orders = new LinkedHashMap<>();
  private final List<FulfillmentOrder> requests = new ArrayList<>();
  private final Map<Msku, Integer> stock = new HashMap<>();
  private Duration shownAfter = Duration.ZERO;
  private Duration creating = Duration.ZERO;
  private final Map<ShippingSpeed, FulfillmentPreview> previews = new HashMap<>();
  private int repeats;
  private OrderLimits limits = OrderLimits.NONE;
  private @Nullable CallAllowance allowance;
  private boolean cancels = true;
  private boolean changesHaveSnapshots;
  private Phase phase = Phase.UNTOLD;
  private Inside inside = new Inside() {};

  /** What goes on inside the network: a test that plays the warehouse hears and decides here. */
  interface Inside {
    /** An order was taken. */
    default void taken(FulfillmentOrder order) {}

    /** Returns how a request to cancel ends; {@code null} = as it ends in simple tests. */
    default @Nullable Stopping stopping(FulfillmentOrderId id) {
      return null;
    }
  }

  /** How a request to cancel ends. */
  enum Stopping {
    /** Taken, and the order stops at once. */
    STOPS,
    /** Taken, and nothing follows, now at least. */
    TAKEN,
    /** Refused: picking has begun. */
    REFUSED
  }

  void inside(Inside warehouse) {
    inside = warehouse;
  }

  private static final class Held {
    private FulfillmentSnapshot snapshot;
    private Instant updatedAt;
    private final Instant shownAt;

    private Held(FulfillmentSnapshot snapshot, Instant updatedAt, Instant shownAt) {
      this.snapshot = snapshot;
      this.updatedAt = updatedAt;
      this.shownAt = shownAt;
    }
  }

  private @Nullable Supplier<Instant> authorizationEnd;

  private final Map<FulfillmentOrderId, PackageStatus> deliveries = new HashMap<>();

  private final Map<FulfillmentOrderId, String> displayableIds = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();

  FakeFulfillmentNetwork(Faults faults, MutableClock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  /** Orders taken from now on can be read only after this time. */
  void showAfter(Duration time) {
    shownAfter = time;
  }

  /** Whether a request to cancel stops an order at once; otherwise it is taken and does nothing. */
  void cancels(boolean stops) {
    cancels = stops;
  }

  void changesHaveSnapshots() {
    changesHaveSnapshots = true;
  }

  /** Lists changes from now on of which a read would tell no more. */
  void changesTell(Phase phase) {
    this.phase = phase;
  }

  /** Moves the time of an order's last change, which networks do not always keep. */
  synchronized void changedAt(FulfillmentOrderId id, Instant time) {
    held(id).updatedAt = time;
  }

  synchronized void stock(String msku, int units) {
    stock.put(Msku.of(msku), units);
  }

  synchronized void unknownStock(String msku) {
    stock.remove(Msku.of(msku));
  }

  /** Returns the orders that the network took, in their order. */
  synchronized List<FulfillmentOrderId> taken() {
    return List.copyOf(orders.keySet());
  }

  /** Returns every create call that was sent, with effect or without. */
  synchronized List<FulfillmentOrder> requests() {
    return List.copyOf(requests);
  }

  /** Returns how often an order was sent again that a look would have shown. */
  synchronized int repeats() {
    return repeats;
  }

  synchronized void lose(FulfillmentOrderId id) {
    orders.remove(id);
  }

  synchronized void status(FulfillmentOrderId id, FulfillmentStatus status) {
    update(id, status, held(id).snapshot.shipments(), held(id).snapshot.items());
  }

  synchronized FulfillmentSnapshot snapshot(FulfillmentOrderId id) {
    return held(id).snapshot;
  }

  synchronized void shipments(FulfillmentOrderId id, Shipment... shipments) {
    update(id, FulfillmentStatus.IN_PROGRESS, Arrays.asList(shipments), held(id).snapshot.items());
  }

  synchronized void items(FulfillmentOrderId id, List<FulfillmentSnapshot.Item> items) {
    update(id, held(id).snapshot.status(), held(id).snapshot.shipments(), items);
  }

  /** Shows an order in this way from now on. */
  synchronized void show(FulfillmentSnapshot snapshot) {
    update(snapshot.id(), snapshot.status(), snapshot.shipments(), snapshot.items());
  }

  private void update(
      FulfillmentOrderId id,
      FulfillmentStatus status,
      List<Shipment> shipments,
      List<FulfillmentSnapshot.Item> items) {
    Held held = held(id);
    held.snapshot =
        new FulfillmentSnapshot(
            id, status, status.name(), held.snapshot.destination(), items, shipments);
    held.updatedAt = clock.instant();
  }

  private Held held(FulfillmentOrderId id) {
    Held held = orders.get(id);
    if (held == null) {
      throw new IllegalArgumentException("no fulfillment order " + id);
    }
    return held;
  }

  static Shipment shipment(String id, ShipmentPackage... packages) {
    return new Shipment(id, Shipment.Status.SHIPPED, Arrays.asList(packages));
  }

  static ShipmentPackage parcel(
      String id, @Nullable String number, ShipmentPackage.Content... contents) {
    return parcel(id, number, PackageStatus.SHIPPED, contents);
  }

  static ShipmentPackage parcel(
      String id,
      @Nullable String number,
      PackageStatus status,
      ShipmentPackage.Content... contents) {
    return new ShipmentPackage(
        id,
        CarrierCode.of("UPS"),
        number == null ? null : TrackingNumber.of(number),
        null,
        status,
        Arrays.asList(contents));
  }

  static ShipmentPackage.Content units(String itemId, int quantity) {
    return new ShipmentPackage.Content(itemId, quantity);
  }

  void authorizedUntil(Supplier<Instant> end) {
    authorizationEnd = end;
  }

  @Override
  public Optional<Instant> authorizationEndsAt() {
    return Optional.ofNullable(authorizationEnd).map(Supplier::get);
  }

  void allows(@Nullable CallAllowance quota) {
    allowance = quota;
  }

  @Override
  public Optional<CallAllowance> createAllowance() {
    return Optional.ofNullable(allowance);
  }

  void limits(OrderLimits most) {
    limits = most;
  }

  @Override
  public OrderLimits orderLimits() {
    return limits;
  }

  @Override
  public AccountId account() {
    return AccountId.of("SELLER-1");
  }

  synchronized void previews(ShippingSpeed speed, FulfillmentPreview preview) {
    previews.put(speed, preview);
  }

  @Override
  public Optional<FulfillmentPreview> preview(FulfillmentOrder order) {
    return faults.call(
        "preview",
        () -> {
          synchronized (this) {
            return Optional.ofNullable(previews.get(order.speed()));
          }
        });
  }

  /** Lets each create call take this time. */
  void takesEach(Duration time) {
    creating = time;
  }

  @Override
  public void create(FulfillmentOrder order) {
    clock.advance(creating);
    synchronized (this) {
      requests.add(order);
    }
    faults.call("create", () -> take(order));
  }

  private synchronized Object take(FulfillmentOrder order) {
    if (orders.containsKey(order.id())) {
      repeats += shown(order.id()).isPresent() ? 1 : 0;
      throw Faults.failure("create", FailureKind.ALREADY_DONE);
    }
    List<FulfillmentSnapshot.Item> items =
        order.items().stream()
            .map(
                item -> new FulfillmentSnapshot.Item(item.id(), item.msku(), item.quantity(), 0, 0))
            .toList();
    put(order.id(), AddressFingerprint.ofRequired(order.destination()), items);
    inside.taken(order);
    return order;
  }

  /** Takes an order that somebody else sent. */
  synchronized void put(
      FulfillmentOrderId id, AddressFingerprint destination, List<FulfillmentSnapshot.Item> items) {
    Instant now = clock.instant();
    orders.put(
        id,
        new Held(
            new FulfillmentSnapshot(
                id, FulfillmentStatus.IN_PROGRESS, "Processing", destination, items, List.of()),
            now,
            now.plus(shownAfter)));
  }

  /** Takes an order that somebody else sent, with the order number that the recipient sees. */
  synchronized FulfillmentOrderId putForeign(
      String id, @Nullable String displayableId, Map<String, Integer> units) {
    FulfillmentOrderId foreign = FulfillmentOrderId.of(id);
    List<FulfillmentSnapshot.Item> items = new ArrayList<>();
    units.forEach(
        (msku, quantity) ->
            items.add(new FulfillmentSnapshot.Item("line-" + msku, Msku.of(msku), quantity, 0, 0)));
    put(foreign, AddressFingerprint.ofRequired(RouterFixture.CANARY), items);
    if (displayableId != null) {
      displayableIds.put(foreign, displayableId);
    }
    return foreign;
  }

  /** Lists an order that cannot be read by its id. */
  synchronized void listUnreadable(String id) {
    unreadable.add(id);
  }

  @Override
  public Stream<ListedOrder> findNames(Instant since) {
    return faults.call("findNames", () -> names(since));
  }

  private synchronized Stream<ListedOrder> names(Instant since) {
    List<ListedOrder> names = new ArrayList<>();
    orders.forEach(
        (id, held) -> {
          if (!held.updatedAt.isBefore(since) && !clock.instant().isBefore(held.shownAt)) {
            names.add(new ListedOrder(id.value(), displayableIds.get(id)));
          }
        });
    unreadable.forEach(id -> names.add(new ListedOrder(id, null)));
    return names.stream();
  }

  @Override
  public Optional<FulfillmentSnapshot> find(FulfillmentOrderId id) {
    return faults.call("find", () -> shown(id));
  }

  private synchronized Optional<FulfillmentSnapshot> shown(FulfillmentOrderId id) {
    return Optional.ofNullable(orders.get(id))
        .filter(held -> !clock.instant().isBefore(held.shownAt))
        .map(held -> held.snapshot);
  }

  /** Tells this of an order's parcels only when it is asked for their delivery. */
  synchronized void delivers(FulfillmentOrderId id, PackageStatus status) {
    deliveries.put(id, status);
  }

  @Override
  public Optional<FulfillmentSnapshot> findWithDelivery(FulfillmentOrderId id) {
    return find(id).map(this::withDelivery);
  }

  private synchronized FulfillmentSnapshot withDelivery(FulfillmentSnapshot order) {
    PackageStatus status = deliveries.get(order.id());
    return status == null
        ? order
        : new FulfillmentSnapshot(
            order.id(),
            order.status(),
            order.rawStatus(),
            order.destination(),
            order.items(),
            order.shipments().stream().map(shipment -> withStatus(shipment, status)).toList());
  }

  private static Shipment withStatus(Shipment shipment, PackageStatus status) {
    return new Shipment(
        shipment.id(),
        shipment.status(),
        shipment.packages().stream()
            .map(
                parcel ->
                    new ShipmentPackage(
                        parcel.id(),
                        parcel.carrier(),
                        parcel.carrierNumber(),
                        parcel.networkNumber(),
                        status,
                        parcel.contents()))
            .toList());
  }

  @Override
  public Stream<FulfillmentSnapshot.Change> findChanged(Instant since) {
    return faults.call("findChangedFulfillments", changes(since));
  }

  private Supplier<Stream<FulfillmentSnapshot.Change>> changes(Instant since) {
    return () -> {
      synchronized (this) {
        return orders.values().stream()
            .filter(held -> !held.updatedAt.isBefore(since))
            .filter(held -> !clock.instant().isBefore(held.shownAt))
            .map(
                held ->
                    new FulfillmentSnapshot.Change(
                        held.snapshot.id(),
                        held.updatedAt,
                        changesHaveSnapshots ? held.snapshot : null,
                        phase))
            .toList()
            .stream();
      }
    };
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    faults.call("cancel", () -> stop(id));
  }

  private synchronized Object stop(FulfillmentOrderId id) {
    if (!orders.containsKey(id)) {
      throw Faults.failure("cancel", FailureKind.NOT_FOUND);
    }
    Stopping told = inside.stopping(id);
    Stopping stopping = told == null ? usualStopping(id) : told;
    if (stopping == Stopping.REFUSED) {
      throw Faults.failure("cancel", FailureKind.STATE_CONFLICT);
    }
    if (stopping == Stopping.STOPS) {
      status(id, FulfillmentStatus.CANCELLED);
    }
    return id;
  }

  private Stopping usualStopping(FulfillmentOrderId id) {
    if (!held(id).snapshot.shipments().isEmpty()) {
      return Stopping.REFUSED;
    }
    return cancels ? Stopping.STOPS : Stopping.TAKEN;
  }

  @Override
  public Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus) {
    return faults.call("fulfillableUnits", () -> counted(mskus));
  }

  private synchronized Map<Msku, Integer> counted(Collection<Msku> mskus) {
    Map<Msku, Integer> counted = new HashMap<>(stock);
    counted.keySet().retainAll(mskus);
    return counted;
  }
}
