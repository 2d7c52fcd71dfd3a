// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.internal.NetworkComparison.NetworkView;
import io.mcfconnector.model.Difference;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.ListedOrder;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.Reconciliation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares sales channel, store and network for a time range; changes nothing. Reads all three page
 * by page and keeps no more of an order than its id: first what the network shows, then what the
 * channel shows, then what is only on record.
 */
final class Reconciler {

  private static final int BATCH = 50;
  private static final int RECORDS = 500;

  /** Where something is still to come; what is shipped or has ended the other two tell of. */
  private static final Set<RoutingState> OPEN =
      EnumSet.complementOf(
          EnumSet.of(
              RoutingState.SHIPPED,
              RoutingState.DELIVERED,
              RoutingState.CANCELLED,
              RoutingState.SKIPPED));

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final RecordsByFulfillment records;
  private final OrderStore store;
  private final Settings settings;
  private final Clock clock;
  private final BooleanSupplier stopping;

  Reconciler(
      FulfillmentNetwork network,
      Shops shops,
      RecordsByFulfillment records,
      OrderStore store,
      Settings settings,
      Clock clock,
      BooleanSupplier stopping) {
    this.network = network;
    this.shops = shops;
    this.records = records;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** Compares what changed, or was first seen, from one time to another. */
  Reconciliation reconcile(Instant from, Instant to) {
    Run run = new Run(from, to);
    run.readNetwork();
    run.readChannels();
    run.readRecords();
    run.readNames();
    return run.findings.toReconciliation(from, to);
  }

  private void requireRunning() {
    if (stopping.getAsBoolean()) {
      throw new IllegalStateException("the router was closed while it compared");
    }
  }

  /** Orders of one shop as they are now. */
  private record Shown(Map<OrderId, Order> orders, Set<OrderId> unreadable) {

    void add(OrderPage page) {
      page.orders().forEach(order -> orders.put(order.id(), order));
      for (OrderPage.UnreadableOrder one : page.unreadable()) {
        if (one.id() != null) {
          unreadable.add(one.id());
        }
      }
    }
  }

  private Shown read(List<RoutingRecord> of) {
    Shown shown = new Shown(new HashMap<>(), new HashSet<>());
    for (SalesChannel channel : shops.all()) {
      List<OrderId> ids =
          of.stream()
              .filter(record -> record.shop().equals(channel.shop()))
              .map(RoutingRecord::orderId)
              .toList();
      if (!ids.isEmpty()) {
        shown.add(channel.findOrders(ids));
      }
    }
    return shown;
  }

  /** One comparison. */
  private final class Run {

    private final Instant from;
    private final Instant to;
    private final Findings findings = new Findings(clock.instant());
    private final Set<OrderId> seen = new HashSet<>();
    private final List<RoutingRecord> batch = new ArrayList<>();
    private final Map<OrderId, NetworkView> views = new HashMap<>();

    Run(Instant from, Instant to) {
      this.from = from;
      this.to = to;
    }

    void readNetwork() {
      try (Stream<FulfillmentSnapshot.Change> changes = network.findChanged(from)) {
        for (Iterator<FulfillmentSnapshot.Change> each = changes.iterator(); each.hasNext(); ) {
          requireRunning();
          FulfillmentSnapshot.Change change = each.next();
          findings.fulfillmentOrder();
          Optional<RoutingRecord> record = records.find(change.id());
          Instant updatedAt = change.updatedAt() == null ? from : change.updatedAt();
          if (record.isEmpty()) {
            unknown(change.id(), updatedAt);
          } else if (change.id().equals(record.get().fulfillmentOrderId())) {
            FulfillmentSnapshot snapshot =
                change.snapshot() == null
                    ? network.find(change.id()).orElse(null)
                    : change.snapshot();
            add(record.get(), new NetworkView(snapshot, updatedAt));
          }
        }
      }
      flush();
    }

    /** With our id and without a record; one of another router's shops is not ours to know. */
    private void unknown(FulfillmentOrderId id, Instant updatedAt) {
      records
          .possibleOrders(id)
          .filter(order -> shops.find(order, shops.ids()).isPresent())
          .findFirst()
          .ifPresent(order -> findings.networkOnly(order, id, updatedAt));
    }

    private void add(RoutingRecord record, @Nullable NetworkView view) {
      if (!seen.add(record.orderId())) {
        return;
      }
      batch.add(record);
      if (view != null) {
        views.put(record.orderId(), view);
      }
      if (batch.size() == BATCH) {
        flush();
      }
    }

    private void flush() {
      if (!batch.isEmpty()) {
        Shown shown = read(batch);
        for (RoutingRecord record : batch) {
          Order order = shown.orders().get(record.orderId());
          if (!shown.unreadable().contains(record.orderId())) {
            check(order, record, views.get(record.orderId()));
          }
        }
      }
      batch.clear();
      views.clear();
    }

    void readChannels() {
      for (SalesChannel channel : shops.all()) {
        String page = null;
        do {
          requireRunning();
          OrderPage orders = channel.findChanged(from, to, page);
          for (Order order : orders.orders()) {
            if (findings.channelOrder(order.id()) && seen.add(order.id())) {
              compare(order);
            }
          }
          page = orders.nextPage();
        } while (page != null);
      }
    }

    private void compare(Order order) {
      RoutingRecord record = store.find(order.id()).orElse(null);
      if (record == null) {
        findings.add(Comparison.of(settings, findings.at(), order.id(), order, null, null), null);
      } else {
        check(order, record, viewOf(record, from));
      }
    }

    void readRecords() {
      for (SalesChannel channel : shops.all()) {
        for (RoutingState state : OPEN) {
          readRecords(channel, state);
        }
      }
      flush();
    }

    private void readRecords(SalesChannel channel, RoutingState state) {
      // The store goes on after a record, so one that stands right before the range begins it.
      RoutingRecord last =
          RoutingRecord.builder(channel.code(), channel.shop(), OrderId.of("-"))
              .receivedAt(from.minus(Duration.ofMillis(1)))
              .build();
      List<RoutingRecord> page;
      do {
        requireRunning();
        page = store.findInState(state, channel.shop(), last, RECORDS);
        for (RoutingRecord record : page) {
          if (!record.receivedAt().isBefore(to)) {
            return;
          }
          if (!seen.contains(record.orderId())) {
            add(record, viewOf(record, from));
          }
          last = record;
        }
      } while (page.size() == RECORDS);
    }

    /** Somebody else's orders for ours, by every name that the network lists. */
    void readNames() {
      try (Stream<ListedOrder> names = network.findNames(from)) {
        for (Iterator<ListedOrder> each = names.iterator(); each.hasNext(); ) {
          requireRunning();
          ListedOrder listed = each.next();
          for (OrderId order : listed.namedOrders()) {
            store.find(order).ifPresent(record -> name(record, listed.id()));
          }
        }
      }
    }

    private void name(RoutingRecord record, String id) {
      if (ForeignOrders.isOurs(record, id)) {
        return;
      }
      Optional<FulfillmentSnapshot> shown = ForeignOrders.idOf(id).flatMap(network::find);
      if (shown.isEmpty() || TakeOver.mayShip(shown.get())) {
        findings.foreign(record, id, from, !settings.takeOver().isZero());
      }
    }

    /** A difference that nothing explains is looked for again: the three were not read at once. */
    private void check(@Nullable Order order, RoutingRecord record, @Nullable NetworkView view) {
      List<Difference> found = compared(order, record, view);
      if (found.stream().allMatch(Difference::isExplained)) {
        findings.add(found, record);
        return;
      }
      RoutingRecord again = store.find(record.orderId()).orElse(record);
      Shown shown = read(List.of(again));
      if (shown.unreadable().contains(again.orderId())) {
        return;
      }
      Instant updatedAt = view == null ? from : view.updatedAt();
      findings.add(
          compared(
              shown.orders().get(again.orderId()),
              again,
              view == null ? viewOf(again, from) : freshViewOf(again, updatedAt)),
          again);
    }

    private List<Difference> compared(
        @Nullable Order order, RoutingRecord record, @Nullable NetworkView view) {
      Instant at = findings.at();
      List<Difference> found =
          new ArrayList<>(Comparison.of(settings, at, record.orderId(), order, record, view));
      Instant keptUntil = keptUntil(record);
      if (keptUntil != null
          && keptUntil.isBefore(at)
          && store.destination(record.orderId()).isPresent()) {
        found.add(Comparison.destinationKept(record.orderId(), keptUntil, at));
      }
      return found;
    }
  }

  private @Nullable Instant keptUntil(RoutingRecord record) {
    PlacementIntent intent = record.intent();
    return intent == null || !record.needsDestination()
        ? null
        : intent.intendedAt().plus(settings.addressRetention());
  }

  /** Reads the network for an order that it should have; what is shipped has been read before. */
  private @Nullable NetworkView viewOf(RoutingRecord record, Instant updatedAt) {
    RoutingState at = record.stateBehindReview();
    boolean isExpected =
        record.intent() != null
            && (at == RoutingState.PLACED
                || at == RoutingState.SHIPPING
                || at == RoutingState.CANCELLING);
    return isExpected ? freshViewOf(record, updatedAt) : null;
  }

  private NetworkView freshViewOf(RoutingRecord record, Instant updatedAt) {
    return new NetworkView(network.find(record.fulfillmentOrderId()).orElse(null), updatedAt);
  }
}
