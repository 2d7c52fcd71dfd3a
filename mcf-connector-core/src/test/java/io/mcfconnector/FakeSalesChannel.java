// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentCorrection;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.model.TrackingWarning;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop in memory: orders in pages, tracking taken once for each unit, absolute stock. */
final class FakeSalesChannel implements SalesChannel {

  static final String WAREHOUSE = "W1";

  private static final Duration CORRECTION_TIME = Duration.ofDays(3);
  private static final List<String> OF_THE_NETWORK = List.of("AFTN", "TBA");

  private final ShopId shop;
  private final Faults faults;
  private final Clock clock;
  private final Map<OrderId, Order> orders = new LinkedHashMap<>();
  private final List<OrderPage.UnreadableOrder> unreadable = new ArrayList<>();
  private final List<ShipmentConfirmation> confirmations = new ArrayList<>();
  private final List<CancelReason> cancellations = new ArrayList<>();
  private final List<ShipmentCorrection> corrections = new ArrayList<>();
  private final List<CancelRequest> requests = new ArrayList<>();
  private final List<CancelRequest> approved = new ArrayList<>();
  private final List<Listing> listings = new ArrayList<>();
  private final List<Listing.StockLevel> published = new ArrayList<>();
  private final List<Listing.Refusal> refusals = new ArrayList<>();
  private List<ShippingProvider> providers =
      List.of(
          new ShippingProvider(ShippingProviderId.of("P-AMZ"), "Amazon Logistics"),
          new ShippingProvider(ShippingProviderId.of("P-UPS"), "UPS"));
  private Set<String> served = Set.of();
  private Duration cancelWindow = Duration.ZERO;
  private boolean repeatsOrders;
  private @Nullable Instant authorizationEnd;
  private @Nullable TrackingWarning warning;
  private Set<String> guarded = Set.of();
  private final Map<String, Instant> shippedAt = new HashMap<>();
  private final Map<String, Integer> foreign = new HashMap<>();
  private Inside inside = new Inside() {};
  private int requested;
  private int overwritten;
  private int repeats;
  private int pageSize = 50;

  /** What goes on inside the channel: a test that plays it hears and decides here. */
  interface Inside {
    /** Returns why a parcel is refused; {@code null} = it is not. */
    default @Nullable ApiException refusal(ShipmentConfirmation confirmation) {
      return null;
    }

    /** A parcel was taken. */
    default void confirmed(ShipmentConfirmation confirmation) {}

    /** A number was replaced. */
    default void corrected(ShipmentCorrection correction) {}

    /** A buyer's request was granted by the seller. */
    default void granted(CancelRequest request) {}

    /** An order was cancelled by the seller. */
    default void cancelled(OrderId id) {}

    /** Stock was written. */
    default void stocked() {}
  }

  void inside(Inside shop) {
    inside = shop;
  }

  FakeSalesChannel(String shop, Faults faults, Clock clock) {
    this.shop = ShopId.of(shop);
    this.faults = faults;
    this.clock = clock;
  }

  synchronized void put(Order order) {
    orders.put(order.id(), order);
  }

  synchronized boolean has(OrderId id) {
    return orders.containsKey(id);
  }

  synchronized boolean lists(String sellerSku) {
    return listings.stream().anyMatch(one -> one.sku().equals(RouterFixture.sku(sellerSku)));
  }

  synchronized void remove(OrderId id) {
    orders.remove(id);
  }

  /** Changes an order as buyer, seller or channel would, so that it shows as changed now. */
  synchronized void change(OrderId id, UnaryOperator<Order.Builder> change) {
    Order order = order(id);
    put(change.apply(order.toBuilder().updatedAt(clock.instant())).build());
  }

  synchronized Order order(OrderId id) {
    Order order = orders.get(id);
    if (order == null) {
      throw new IllegalArgumentException("no order " + id);
    }
    return order;
  }

  /** Hides an order behind an answer that cannot be read. */
  synchronized void unreadable(OrderId id, String problem) {
    unreadable.add(new OrderPage.UnreadableOrder(id, problem));
  }

  synchronized void readable(OrderId id) {
    unreadable.removeIf(order -> id.equals(order.id()));
  }

  private boolean isReadable(Order order) {
    return unreadable.stream().noneMatch(other -> order.id().equals(other.id()));
  }

  void authorizedUntil(@Nullable Instant end) {
    authorizationEnd = end;
  }

  @Override
  public Optional<Instant> authorizationEndsAt() {
    return Optional.ofNullable(authorizationEnd);
  }

  void guard(Set<String> warehouses) {
    guarded = warehouses;
  }

  void serve(Set<String> warehouses) {
    served = warehouses;
  }

  void pages(int size, boolean repeating) {
    pageSize = size;
    repeatsOrders = repeating;
  }

  void providers(List<ShippingProvider> offered) {
    providers = offered;
  }

  void warn(@Nullable String text) {
    warning = text == null ? null : new TrackingWarning(TrackingWarning.Kind.UNKNOWN, text);
  }

  synchronized void list(Listing listing) {
    listings.add(listing);
  }

  /** Another tool adds so many units to each figure that is written. */
  synchronized void overwrite(int more) {
    overwritten = more;
  }

  synchronized void refuseStock(Listing.Refusal refusal) {
    refusals.add(refusal);
  }

  /** Returns the confirmations that took effect. */
  synchronized List<ShipmentConfirmation> confirmations() {
    return List.copyOf(confirmations);
  }

  /** Returns how often units were confirmed that a look would have shown as shipped. */
  synchronized int repeats() {
    return repeats;
  }

  synchronized List<Listing.StockLevel> published() {
    return List.copyOf(published);
  }

  @Override
  public String code() {
    return "TTS";
  }

  @Override
  public ShopId shop() {
    return shop;
  }

  void cancelWindow(Duration window) {
    cancelWindow = window;
  }

  @Override
  public Duration cancelWindow() {
    return cancelWindow;
  }

  @Override
  public Set<String> servedWarehouses() {
    return served;
  }

  @Override
  public Set<String> guardedWarehouses() {
    return guarded;
  }

  @Override
  public OrderPage findChanged(Instant from, Instant to, @Nullable String page) {
    return faults.call("findChangedOrders", () -> changed(from, to, page));
  }

  private synchronized OrderPage changed(Instant from, Instant to, @Nullable String page) {
    List<Order> all =
        orders.values().stream()
            .filter(order -> !order.updatedAt().isBefore(from) && order.updatedAt().isBefore(to))
            .filter(this::isReadable)
            .sorted(Comparator.comparing(Order::updatedAt))
            .toList();
    int start = page == null ? 0 : Integer.parseInt(page);
    int end = Math.min(all.size(), start + pageSize);
    List<Order> shown = new ArrayList<>(all.subList(Math.max(0, start - overlap()), end));
    if (repeatsOrders) {
      shown.addAll(all.subList(start, end));
    }
    return new OrderPage(
        shown,
        page == null ? List.copyOf(unreadable) : List.of(),
        end < all.size() ? String.valueOf(end) : null);
  }

  private int overlap() {
    return repeatsOrders ? 1 : 0;
  }

  @Override
  public OrderPage findOrders(Collection<OrderId> ids) {
    return faults.call("findOrders", () -> found(ids));
  }

  private synchronized OrderPage found(Collection<OrderId> ids) {
    List<Order> found =
        orders.values().stream()
            .filter(order -> ids.contains(order.id()))
            .filter(this::isReadable)
            .toList();
    List<OrderPage.UnreadableOrder> others =
        unreadable.stream().filter(order -> ids.contains(order.id())).toList();
    return new OrderPage(found, others, null);
  }

  @Override
  public List<ShippingProvider> shippingProviders(String deliveryOptionId) {
    return faults.call("shippingProviders", () -> providers);
  }

  @Override
  public ShipmentConfirmation.Receipt confirmShipment(ShipmentConfirmation confirmation) {
    return faults.call("confirmShipment", () -> confirmed(confirmation));
  }

  private synchronized ShipmentConfirmation.Receipt confirmed(ShipmentConfirmation confirmation) {
    Order order = order(confirmation.orderId());
    if (order.status() == OrderStatus.CANCELLED) {
      throw Faults.failure("confirmShipment", FailureKind.STATE_CONFLICT);
    }
    for (LineItem item : order.lineItems()) {
      if (confirmation.lineItems().contains(item.id()) && item.status() != LineItem.Status.OPEN) {
        boolean shipped = item.status() == LineItem.Status.SHIPPED;
        repeats += shipped ? 1 : 0;
        throw Faults.failure(
            "confirmShipment", shipped ? FailureKind.ALREADY_DONE : FailureKind.STATE_CONFLICT);
      }
    }
    ApiException refusal = inside.refusal(confirmation);
    if (refusal != null) {
      throw refusal;
    }
    confirmations.add(confirmation);
    String packageId = "PKG-" + confirmations.size();
    shippedAt.put(packageId, clock.instant());
    // Shipping answers an open request of the buyer with no.
    requests.removeIf(request -> request.orderId().equals(order.id()));
    ship(withoutRequest(order), confirmation.lineItems(), packageId, confirmation);
    countForeign(order, confirmation.number());
    inside.confirmed(confirmation);
    return new ShipmentConfirmation.Receipt(packageId, warning);
  }

  private static Order withoutRequest(Order order) {
    Set<OrderTrait> traits = EnumSet.noneOf(OrderTrait.class);
    traits.addAll(order.traits());
    traits.remove(OrderTrait.BUYER_CANCEL_REQUESTED);
    return order.toBuilder().traits(traits).build();
  }

  private void countForeign(Order order, TrackingNumber number) {
    String warehouse = order.warehouseId();
    if (warehouse != null
        && guarded.contains(warehouse)
        && OF_THE_NETWORK.stream().noneMatch(number.value()::startsWith)) {
      foreign.merge(warehouse, 1, Integer::sum);
    }
  }

  /** Returns how many parcels of a guarded warehouse got a number that is not the network's own. */
  synchronized int foreignParcels(String warehouse) {
    return foreign.getOrDefault(warehouse, 0);
  }

  private void ship(
      Order order, List<LineItemId> ids, String packageId, ShipmentConfirmation confirmation) {
    List<LineItem> items =
        order.lineItems().stream()
            .map(item -> ids.contains(item.id()) ? shipped(item, packageId, confirmation) : item)
            .toList();
    OrderStatus status = statusOf(items, OrderStatus.PARTIALLY_SHIPPED);
    put(
        order.toBuilder()
            .lineItems(items)
            .status(status, status.name())
            .updatedAt(clock.instant())
            .build());
  }

  private static OrderStatus statusOf(List<LineItem> items, OrderStatus whileOpen) {
    return items.stream().anyMatch(item -> item.status() == LineItem.Status.OPEN)
        ? whileOpen
        : OrderStatus.IN_TRANSIT;
  }

  private static LineItem shipped(
      LineItem item, String packageId, ShipmentConfirmation confirmation) {
    return new LineItem(
        item.id(),
        item.sku(),
        item.bundle(),
        LineItem.Status.SHIPPED,
        new LineItem.ShippedIn(packageId, confirmation.number()));
  }

  /** Returns the corrections that took effect. */
  synchronized List<ShipmentCorrection> corrections() {
    return List.copyOf(corrections);
  }

  @Override
  public void correctShipment(ShipmentCorrection correction) {
    faults.call("correctShipment", () -> corrected(correction));
  }

  /** Once for an order and for three days, as TikTok does. */
  private synchronized ShipmentCorrection corrected(ShipmentCorrection correction) {
    Instant shipped = shippedAt.get(correction.channelPackageId());
    if (shipped == null) {
      throw Faults.failure("correctShipment", FailureKind.NOT_FOUND);
    }
    if (order(correction.orderId()).status() == OrderStatus.CANCELLED) {
      throw Faults.failure("correctShipment", FailureKind.STATE_CONFLICT);
    }
    if (corrections.stream().anyMatch(one -> one.orderId().equals(correction.orderId()))
        || !clock.instant().isBefore(shipped.plus(CORRECTION_TIME))) {
      throw ApiException.builder("correctShipment", FailureKind.REFUSED)
          .reviewCode(ReviewCode.CORRECTION_SPENT)
          .build();
    }
    corrections.add(correction);
    change(
        correction.orderId(),
        order ->
            order.lineItems(
                order(correction.orderId()).lineItems().stream()
                    .map(item -> renumbered(item, correction))
                    .toList()));
    countForeign(order(correction.orderId()), correction.number());
    inside.corrected(correction);
    return correction;
  }

  private static LineItem renumbered(LineItem item, ShipmentCorrection correction) {
    LineItem.ShippedIn in = item.shippedIn();
    return in == null || !in.packageId().equals(correction.channelPackageId())
        ? item
        : new LineItem(
            item.id(),
            item.sku(),
            item.bundle(),
            item.status(),
            new LineItem.ShippedIn(in.packageId(), correction.number()));
  }

  /** Opens a buyer's request to cancel these units, or the whole order when none is named. */
  synchronized CancelRequest requestCancel(
      OrderId id, @Nullable Instant answerBy, String... units) {
    CancelRequest request =
        new CancelRequest(
            "R-" + ++requested, id, Stream.of(units).map(LineItemId::of).toList(), answerBy);
    requests.add(request);
    Set<OrderTrait> traits = EnumSet.of(OrderTrait.BUYER_CANCEL_REQUESTED);
    traits.addAll(order(id).traits());
    change(id, order -> order.traits(traits));
    return request;
  }

  /** The buyer takes every request of an order back. */
  synchronized void dropRequests(OrderId id) {
    requests.removeIf(request -> request.orderId().equals(id));
    Set<OrderTrait> traits = EnumSet.noneOf(OrderTrait.class);
    traits.addAll(order(id).traits());
    traits.remove(OrderTrait.BUYER_CANCEL_REQUESTED);
    change(id, order -> order.traits(traits));
  }

  /** The buyer cancels units without asking. */
  synchronized void cancelUnits(OrderId id, String... units) {
    List<String> named = List.of(units);
    List<LineItem> items =
        order(id).lineItems().stream()
            .map(item -> named.contains(item.id().value()) ? cancelled(item) : item)
            .toList();
    change(id, order -> order.lineItems(items));
  }

  /** Returns the requests that were granted. */
  synchronized List<CancelRequest> approved() {
    return List.copyOf(approved);
  }

  @Override
  public List<CancelRequest> cancelRequests(Collection<OrderId> ids) {
    return faults.call("cancelRequests", () -> openRequests(ids));
  }

  private synchronized List<CancelRequest> openRequests(Collection<OrderId> ids) {
    return requests.stream().filter(request -> ids.contains(request.orderId())).toList();
  }

  @Override
  public void approve(CancelRequest request) {
    faults.call("approve", () -> granted(request));
  }

  private synchronized CancelRequest granted(CancelRequest request) {
    if (!requests.remove(request)) {
      throw Faults.failure("approve", FailureKind.ALREADY_DONE);
    }
    approved.add(request);
    grant(request);
    inside.granted(request);
    return request;
  }

  /** The channel grants a request by itself, since nobody answered it in time. */
  synchronized boolean grantUnanswered(CancelRequest request) {
    boolean open = requests.remove(request);
    if (open) {
      grant(request);
    }
    return open;
  }

  /** The buyer takes a request back. */
  synchronized boolean withdraw(CancelRequest request) {
    boolean open = requests.remove(request);
    if (open) {
      change(
          request.orderId(),
          change -> change.traits(withoutRequest(order(request.orderId())).traits()));
    }
    return open;
  }

  private void grant(CancelRequest request) {
    Order order = order(request.orderId());
    List<LineItem> items =
        order.lineItems().stream()
            .map(item -> covers(request, item) ? cancelled(item) : item)
            .toList();
    Set<OrderTrait> traits = withoutRequest(order).traits();
    OrderStatus status =
        items.stream().allMatch(item -> item.status() == LineItem.Status.CANCELLED)
            ? OrderStatus.CANCELLED
            : statusOf(items, order.status());
    change(
        order.id(), change -> change.lineItems(items).traits(traits).status(status, status.name()));
  }

  private static boolean covers(CancelRequest request, LineItem item) {
    return item.status() == LineItem.Status.OPEN
        && (request.lineItems().isEmpty() || request.lineItems().contains(item.id()));
  }

  private static LineItem cancelled(LineItem item) {
    return new LineItem(item.id(), item.sku(), item.bundle(), LineItem.Status.CANCELLED, null);
  }

  /** Returns the reasons of the cancellations that took effect. */
  synchronized List<CancelReason> cancellations() {
    return List.copyOf(cancellations);
  }

  @Override
  public void cancel(Order order, CancelReason reason) {
    faults.call("cancelAtChannel", () -> cancelled(order.id(), reason));
  }

  private synchronized CancelReason cancelled(OrderId id, CancelReason reason) {
    OrderStatus before = order(id).status();
    if (before != OrderStatus.AWAITING_SHIPMENT && before != OrderStatus.ON_HOLD) {
      throw Faults.failure("cancelAtChannel", FailureKind.STATE_CONFLICT);
    }
    cancellations.add(reason);
    requests.removeIf(request -> request.orderId().equals(id));
    change(id, builder -> builder.status(OrderStatus.CANCELLED, "CANCELLED"));
    inside.cancelled(id);
    return reason;
  }

  @Override
  public Stream<Listing> listings() {
    return faults.call("listings", () -> List.copyOf(listings).stream());
  }

  /** Buyers take units of a listing that have no order yet, or give them back. */
  synchronized void sell(String sellerSku, int units) {
    listings.replaceAll(
        listing ->
            listing.sku().equals(RouterFixture.sku(sellerSku))
                ? new Listing(
                    listing.productId(),
                    listing.sku(),
                    Map.of(WAREHOUSE, listing.quantities().getOrDefault(WAREHOUSE, 0) - units))
                : listing);
  }

  /** Returns what a listing shows. */
  synchronized int shown(String sellerSku) {
    return listings.stream()
        .filter(listing -> listing.sku().equals(RouterFixture.sku(sellerSku)))
        .mapToInt(listing -> listing.quantities().getOrDefault(WAREHOUSE, 0))
        .sum();
  }

  @Override
  public List<Listing> stockOf(Collection<Listing> wanted) {
    return faults.call("stockOf", () -> stocksOf(wanted));
  }

  private synchronized List<Listing> stocksOf(Collection<Listing> wanted) {
    Set<ChannelSku> skus = wanted.stream().map(Listing::sku).collect(Collectors.toSet());
    return listings.stream().filter(listing -> skus.contains(listing.sku())).toList();
  }

  @Override
  public @Nullable String warehouseOf(Listing listing) {
    return listing.quantities().containsKey(WAREHOUSE) ? WAREHOUSE : null;
  }

  @Override
  public List<Listing.Refusal> publishStock(Collection<Listing.StockLevel> levels) {
    return faults.call("publishStock", () -> stocked(levels));
  }

  private synchronized List<Listing.Refusal> stocked(Collection<Listing.StockLevel> levels) {
    for (Listing.StockLevel level : levels) {
      if (refusals.stream().noneMatch(no -> no.sku().equals(level.listing().sku().id()))) {
        published.add(level);
        listings.replaceAll(
            listing ->
                listing.sku().equals(level.listing().sku())
                    ? new Listing(
                        listing.productId(),
                        listing.sku(),
                        Map.of(level.warehouseId(), level.quantity() + overwritten))
                    : listing);
      }
    }
    inside.stocked();
    return List.copyOf(refusals);
  }
}
