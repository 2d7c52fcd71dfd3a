// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.model.ShipmentCorrection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What truly happens at one shop of a world: buyers order, ask to cancel and change their minds,
 * the channel's clocks run out. Nothing of it comes from the router.
 */
final class WorldShop implements FakeSalesChannel.Inside {

  private static final Duration HOLD = Duration.ofHours(1);
  private static final Duration UNTIL_CANCELLED = Duration.ofDays(5);
  private static final List<String> SKUS = List.of("A", "B", "C", "A", "KIT");

  /** Without a phone: to read one takes most of a world's time. */
  private static final Address BUYER =
      Address.builder()
          .name("Ottoline Pepperwood")
          .line1("16 Thimble Street")
          .city("Portland")
          .stateOrRegion("OR")
          .postalCode("97205")
          .countryCode("US")
          .build();

  /** What became of a buyer's order. */
  static final class BuyersOrder {
    private final OrderId id;
    private final WorldShop shop;
    private final Map<LineItemId, Instant> toldAt = new LinkedHashMap<>();

    /** Units that the router cancelled at the channel, by granting a request or for the seller. */
    private final Set<LineItemId> cancelledByRouter = new HashSet<>();

    /** When the buyer asked, or cancelled, for the first time. */
    private @Nullable Instant cancelWantedAt;

    private int corrections;

    private BuyersOrder(OrderId id, WorldShop shop) {
      this.id = id;
      this.shop = shop;
    }

    OrderId id() {
      return id;
    }

    Order shown() {
      return shop.channel.order(id);
    }

    Map<LineItemId, Instant> toldAt() {
      return toldAt;
    }

    Set<LineItemId> cancelledByRouter() {
      return cancelledByRouter;
    }

    int corrections() {
      return corrections;
    }

    boolean hasKit() {
      return shown().lineItems().stream()
          .anyMatch(item -> RouterFixture.sku("KIT").equals(item.sku()));
    }

    boolean isCancelled(LineItem item) {
      return item.status() == LineItem.Status.CANCELLED
          || (item.status() == LineItem.Status.OPEN && shown().status() == OrderStatus.CANCELLED);
    }
  }

  /** Hears what the router does at the shop. */
  interface Witness {
    void confirmed(BuyersOrder order, ShipmentConfirmation confirmation);

    void cancelled(BuyersOrder order);

    void answered(BuyersOrder order, Duration time, String how);
  }

  private final FakeSalesChannel channel;
  private final WorldAgenda agenda;
  private final Runnable changed;
  private final Witness witness;
  private final Map<OrderId, BuyersOrder> orders = new LinkedHashMap<>();
  private boolean calm;

  WorldShop(FakeSalesChannel channel, WorldAgenda agenda, Runnable changed, Witness witness) {
    this.channel = channel;
    this.agenda = agenda;
    this.changed = changed;
    this.witness = witness;
    channel.inside(this);
    channel.pages(1 + agenda.number(3), agenda.chance(50));
    if (agenda.chance(30)) {
      channel.guard(Set.of(FakeSalesChannel.WAREHOUSE));
    }
  }

  FakeSalesChannel channel() {
    return channel;
  }

  List<BuyersOrder> orders() {
    return List.copyOf(orders.values());
  }

  /** No refusals and no new whims of buyers from now on; clocks still run out. */
  void calm() {
    calm = true;
  }

  void order(String number) {
    OrderId id = OrderId.of(number);
    Instant now = agenda.now();
    boolean held = agenda.chance(70);
    List<LineItem> items =
        IntStream.rangeClosed(1, 1 + Math.min(agenda.number(5), agenda.number(5)))
            .mapToObj(
                unit ->
                    RouterFixture.unit(number + "-" + unit, SKUS.get(agenda.number(SKUS.size()))))
            .toList();
    channel.put(
        Order.builder(id, channel.shop())
            .status(held ? OrderStatus.ON_HOLD : OrderStatus.AWAITING_SHIPMENT, "")
            .traits(held ? Set.of(OrderTrait.CHANNEL_HOLD) : Set.of())
            .createdAt(now)
            .paidAt(now)
            .updatedAt(now)
            .warehouseId(FakeSalesChannel.WAREHOUSE)
            .deadlines(
                new Deadlines(now.plus(Duration.ofDays(2)), null, now.plus(UNTIL_CANCELLED), null))
            .deliveryOption("D1", "Standard shipping")
            .destination(BUYER)
            .lineItems(items)
            .build());
    BuyersOrder order = new BuyersOrder(id, this);
    orders.put(id, order);
    changed.run();
    if (held) {
      agenda.after(HOLD, () -> endHold(order));
    }
    agenda.after(UNTIL_CANCELLED, () -> cancelUnserved(order));
    planWhims(order);
  }

  private void planWhims(BuyersOrder order) {
    int whim = agenda.number(100);
    if (whim < 6) {
      agenda.after(agenda.minutes(0, 59), () -> cancelInHold(order));
    } else if (whim < 20) {
      agenda.after(agenda.minutes(60, 180), () -> ask(order));
    } else if (whim < 32) {
      agenda.after(agenda.hours(1, 40), () -> ask(order));
    } else if (whim < 36) {
      agenda.after(agenda.hours(1, 50), () -> cancelOutside(order));
    }
  }

  private void change(BuyersOrder order, OrderStatus status) {
    channel.change(order.id, change -> change.status(status, status.name()));
    changed.run();
  }

  private void endHold(BuyersOrder order) {
    if (order.shown().status() == OrderStatus.ON_HOLD) {
      change(order, OrderStatus.AWAITING_SHIPMENT);
    }
  }

  private void cancelInHold(BuyersOrder order) {
    if (order.shown().status() == OrderStatus.ON_HOLD) {
      wantCancel(order);
      change(order, OrderStatus.CANCELLED);
    }
  }

  /** The channel cancels, or the seller by hand. */
  private void cancelOutside(BuyersOrder order) {
    if (!calm && order.shown().status() == OrderStatus.AWAITING_SHIPMENT) {
      wantCancel(order);
      change(order, OrderStatus.CANCELLED);
    }
  }

  private void cancelUnserved(BuyersOrder order) {
    if (order.shown().status() == OrderStatus.AWAITING_SHIPMENT) {
      change(order, OrderStatus.CANCELLED);
    }
  }

  private void wantCancel(BuyersOrder order) {
    order.cancelWantedAt = agenda.now();
  }

  private void ask(BuyersOrder order) {
    Order shown = order.shown();
    if (calm || !shown.status().allowsShipping()) {
      return;
    }
    wantCancel(order);
    Instant answerBy = agenda.now().plus(Duration.ofHours(24));
    List<LineItem> open = shown.openLineItems();
    boolean oneUnit = open.size() > 1 && agenda.chance(35);
    CancelRequest request =
        oneUnit
            ? channel.requestCancel(order.id, answerBy, open.get(0).id().value())
            : channel.requestCancel(order.id, answerBy);
    changed.run();
    agenda.after(Duration.ofHours(24), () -> grantUnanswered(order, request));
    if (agenda.chance(25)) {
      agenda.after(agenda.minutes(5, 600), () -> withdraw(order, request));
    }
  }

  private void grantUnanswered(BuyersOrder order, CancelRequest request) {
    if (channel.grantUnanswered(request)) {
      answered(order, "clock");
      changed.run();
    }
  }

  private void withdraw(BuyersOrder order, CancelRequest request) {
    if (channel.withdraw(request)) {
      order.cancelWantedAt = null;
      changed.run();
    }
  }

  private void answered(BuyersOrder order, String how) {
    Instant wanted = order.cancelWantedAt;
    if (wanted != null) {
      witness.answered(order, Duration.between(wanted, agenda.now()), how);
      order.cancelWantedAt = null;
    }
  }

  private BuyersOrder known(OrderId id) {
    BuyersOrder order = orders.get(id);
    if (order == null) {
      throw new IllegalStateException("no order " + id);
    }
    return order;
  }

  @Override
  public @Nullable ApiException refusal(ShipmentConfirmation confirmation) {
    channel.warn(agenda.chance(5) ? "number looks like another provider" : null);
    return !calm && agenda.chance(3)
        ? ApiException.builder("confirmShipment", FailureKind.REFUSED)
            .reviewCode(ReviewCode.TRACKING_REFUSED)
            .detail("scripted refusal")
            .build()
        : null;
  }

  @Override
  public void confirmed(ShipmentConfirmation confirmation) {
    BuyersOrder order = known(confirmation.orderId());
    confirmation.lineItems().forEach(item -> order.toldAt.put(item, agenda.now()));
    answered(order, "shipped");
    witness.confirmed(order, confirmation);
    changed.run();
  }

  @Override
  public void corrected(ShipmentCorrection correction) {
    known(correction.orderId()).corrections++;
    changed.run();
  }

  @Override
  public void granted(CancelRequest request) {
    BuyersOrder order = known(request.orderId());
    List<LineItemId> units =
        order.shown().lineItems().stream()
            .filter(item -> item.status() == LineItem.Status.CANCELLED)
            .map(LineItem::id)
            .filter(id -> request.lineItems().isEmpty() || request.lineItems().contains(id))
            .toList();
    order.cancelledByRouter.addAll(units);
    answered(order, "granted");
    witness.cancelled(order);
    changed.run();
  }

  @Override
  public void cancelled(OrderId id) {
    BuyersOrder order = known(id);
    order.shown().openLineItems().forEach(item -> order.cancelledByRouter.add(item.id()));
    answered(order, "cancelled");
    witness.cancelled(order);
    changed.run();
  }

  /** Returns the orders' units as they are in the end, for a story. */
  static List<String> tell(BuyersOrder order) {
    List<String> lines = new ArrayList<>();
    lines.add(order.shown().status().name());
    order
        .shown()
        .lineItems()
        .forEach(
            item ->
                lines.add(
                    item.id()
                        + " "
                        + item.sku().sellerSku()
                        + " "
                        + item.status()
                        + " "
                        + item.shippedIn()));
    return lines;
  }
}
