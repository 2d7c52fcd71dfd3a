// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop in memory: orders in pages, tracking taken once for each unit, absolute stock. */
final class FakeSalesChannel implements SalesChannel {

  static final String WAREHOUSE = "W1";

  private final ShopId shop;
  private final Faults faults;
  private final Clock clock;
  private final Map<OrderId, Order> orders = new LinkedHashMap<>();
  private final List<OrderPage.UnreadableOrder> unreadable = new ArrayList<>();
  private final List<ShipmentConfirmation> confirmations = new ArrayList<>();
  private final List<CancelReason> cancellations = new ArrayList<>();
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
  private @Nullable String warning;
  private Set<String> guarded = Set.of();
  private int repeats;
  private int pageSize = 50;

  FakeSalesChannel(String shop, Faults faults, Clock clock) {
    this.shop = ShopId.of(shop);
    this.faults = faults;
    this.clock = clock;
  }

  synchronized void put(Order order) {
    orders.put(order.id(), order);
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
    warning = text;
  }

  synchronized void list(Listing listing) {
    listings.add(listing);
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
        repeats++;
        throw Faults.failure("confirmShipment", FailureKind.ALREADY_DONE);
      }
    }
    confirmations.add(confirmation);
    String packageId = "PKG-" + confirmations.size();
    ship(order, confirmation.lineItems(), packageId, confirmation);
    return new ShipmentConfirmation.Receipt(packageId, warning);
  }

  private void ship(
      Order order, List<LineItemId> ids, String packageId, ShipmentConfirmation confirmation) {
    List<LineItem> items =
        order.lineItems().stream()
            .map(item -> ids.contains(item.id()) ? shipped(item, packageId, confirmation) : item)
            .toList();
    boolean all = items.stream().noneMatch(item -> item.status() == LineItem.Status.OPEN);
    OrderStatus status = all ? OrderStatus.IN_TRANSIT : OrderStatus.PARTIALLY_SHIPPED;
    put(
        order.toBuilder()
            .lineItems(items)
            .status(status, status.name())
            .updatedAt(clock.instant())
            .build());
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

  /** Returns the reasons of the cancellations that took effect. */
  synchronized List<CancelReason> cancellations() {
    return List.copyOf(cancellations);
  }

  @Override
  public void cancel(Order order, CancelReason reason) {
    faults.call("cancelAtChannel", () -> cancelled(order.id(), reason));
  }

  private synchronized CancelReason cancelled(OrderId id, CancelReason reason) {
    if (!order(id).status().allowsShipping() && order(id).status() != OrderStatus.ON_HOLD) {
      throw Faults.failure("cancelAtChannel", FailureKind.STATE_CONFLICT);
    }
    cancellations.add(reason);
    change(id, builder -> builder.status(OrderStatus.CANCELLED, "CANCELLED"));
    return reason;
  }

  @Override
  public Stream<Listing> listings() {
    return faults.call("listings", () -> List.copyOf(listings).stream());
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
                        Map.of(level.warehouseId(), level.quantity()))
                    : listing);
      }
    }
    return List.copyOf(refusals);
  }
}
