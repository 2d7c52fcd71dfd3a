// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Adoption;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.transform.PlannedItems;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps an order from being shipped twice that another tool, or a person by hand, has sent to the
 * network already: READY goes to PLACED when the network has the same units, to REVIEW when it has
 * others. What will never ship is left alone.
 */
final class TakeOver {

  /** Begins the names of the facts that are ids of such orders. */
  static final String FOREIGN = "foreign";

  private final FulfillmentNetwork network;
  private final ForeignOrders foreign;
  private final RecordsByFulfillment records;
  private final OrderTransformer transformer;
  private final Journal journal;
  private final Settings settings;
  private final Clock clock;

  TakeOver(
      FulfillmentNetwork network,
      ForeignOrders foreign,
      RecordsByFulfillment records,
      OrderTransformer transformer,
      Journal journal,
      Settings settings,
      Clock clock) {
    this.network = network;
    this.foreign = foreign;
    this.records = records;
    this.transformer = transformer;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Saves what becomes of a READY order that the network has from somebody else.
   *
   * @param before as it is in the store
   * @param judged as the order, read just now, makes it
   * @return whether it must not be placed now
   */
  boolean keepsBack(RoutingRecord before, RoutingRecord judged, Order order) {
    if (!foreign.areWanted()) {
      return false;
    }
    if (!foreign.list(wasWithAPerson(before), this::second)) {
      return true;
    }
    Found found = find(judged, foreign.of(judged.orderId()));
    if (found.isNothing()) {
      return false;
    }
    Optional<RoutingRecord.Builder> adopted = adopt(judged, order, found);
    if (adopted.isPresent()) {
      records.remember(found.living().get(0).id(), judged.orderId());
    }
    journal.save(before, adopted.orElseGet(() -> conflict(judged, found)));
    return true;
  }

  /** Who looked at an order in review may have sent it by hand. */
  private static boolean wasWithAPerson(RoutingRecord record) {
    return record.decisions().stream().anyMatch(step -> step.stage().equals(RepairDesk.STAGE));
  }

  /** What the network has of an order from somebody else that ships, or may. */
  private record Found(List<FulfillmentSnapshot> living, Set<String> unread) {

    boolean isNothing() {
      return living.isEmpty() && unread.isEmpty();
    }

    Set<String> ids() {
      Set<String> ids = new TreeSet<>(unread);
      living.forEach(one -> ids.add(one.id().value()));
      return ids;
    }

    Map<String, String> facts() {
      Map<String, String> facts = new TreeMap<>();
      ids().forEach(id -> facts.put(FOREIGN + "." + (facts.size() + 1), id));
      return facts;
    }
  }

  private Found find(RoutingRecord record, Set<String> ids) {
    List<FulfillmentSnapshot> living = new ArrayList<>();
    Set<String> unread = new TreeSet<>();
    Set<String> overruled = ForeignOrders.overruled(record);
    for (String id : new TreeSet<>(ids)) {
      if (!overruled.contains(id) && !ForeignOrders.isOurs(record, id)) {
        Optional<FulfillmentSnapshot> shown = ForeignOrders.idOf(id).flatMap(network::find);
        if (shown.isEmpty()) {
          // The list had it, so only a person can tell that it does not ship.
          unread.add(id);
        } else if (mayShip(shown.get())) {
          living.add(shown.get());
        }
      }
    }
    return new Found(living, unread);
  }

  /** Returns whether the network ships an order, has shipped some of it, or may still. */
  static boolean mayShip(FulfillmentSnapshot snapshot) {
    return !Outlook.isDead(snapshot)
        || snapshot.shipments().stream()
            .anyMatch(shipment -> shipment.status() == Shipment.Status.SHIPPED);
  }

  private Optional<RoutingRecord.Builder> adopt(RoutingRecord judged, Order order, Found found) {
    boolean isOne = found.living().size() == 1 && found.unread().isEmpty();
    // A create of ours with unknown outcome went before: then there may be two.
    if (!isOne || judged.intent() != null) {
      return Optional.empty();
    }
    FulfillmentSnapshot only = found.living().get(0);
    if (judged.units().equals(unitsOf(only))) {
      return Optional.of(adopted(judged, only, judged.lineItems(), judged.items()));
    }
    // The other tool may have confirmed some parcels: their units are open no more, but were sent.
    List<LineItem> all =
        order.lineItems().stream()
            .filter(item -> item.status() != LineItem.Status.CANCELLED)
            .toList();
    PlannedItems plan = transformer.plan(order.toBuilder().lineItems(opened(all)).build());
    RoutingRecord whole = judged.toBuilder().items(plan.items()).build();
    return plan.isComplete() && whole.units().equals(unitsOf(only))
        ? Optional.of(adopted(judged, only, all, plan.items()))
        : Optional.empty();
  }

  private static List<LineItem> opened(List<LineItem> items) {
    return items.stream()
        .map(item -> new LineItem(item.id(), item.sku(), item.bundle(), LineItem.Status.OPEN, null))
        .toList();
  }

  static Map<Msku, Integer> unitsOf(FulfillmentSnapshot snapshot) {
    Map<Msku, Integer> units = new HashMap<>();
    snapshot.items().forEach(item -> units.merge(item.msku(), item.ordered(), Integer::sum));
    return units;
  }

  private RoutingRecord.Builder adopted(
      RoutingRecord judged,
      FulfillmentSnapshot found,
      List<LineItem> lineItems,
      List<FulfillmentOrderItem> planned) {
    Instant now = clock.instant();
    AddressFingerprint destination = found.destination();
    Map<String, String> facts = new TreeMap<>();
    facts.put(FOREIGN, found.id().value());
    facts.put("networkStatus", found.rawStatus());
    return judged.toBuilder()
        .state(RoutingState.PLACED)
        .lineItems(lineItems)
        .items(dealt(found, planned))
        .adopted(new Adoption(found.id(), judged.generation()))
        .intent(
            new PlacementIntent(
                found.id(),
                unitsOf(found),
                destination == null ? AddressFingerprint.HIDDEN : destination,
                now,
                0,
                null))
        .reservedUntil(now.plus(settings.settle()))
        // It may be days old, and no list need show it again: it is read at once.
        .dueAt(now)
        .decide(
            new Decision(
                now,
                PlaceStage.STAGE,
                "take-over",
                "the network has it already as "
                    + found.id()
                    + ", which this router did not make; it is adopted and followed",
                facts));
  }

  /** The lines have the ids that the other tool gave them; each takes units of its SKU in turn. */
  private static List<FulfillmentOrderItem> dealt(
      FulfillmentSnapshot found, List<FulfillmentOrderItem> planned) {
    Map<Msku, List<LineItemId>> rows = new HashMap<>();
    planned.forEach(
        item -> rows.computeIfAbsent(item.msku(), key -> new ArrayList<>()).addAll(item.units()));
    List<FulfillmentOrderItem> items = new ArrayList<>();
    for (FulfillmentSnapshot.Item item : found.items()) {
      List<LineItemId> row = rows.getOrDefault(item.msku(), List.of());
      List<LineItemId> taken = List.copyOf(row.subList(0, Math.min(item.ordered(), row.size())));
      row.subList(0, taken.size()).clear();
      if (!taken.isEmpty()) {
        items.add(new FulfillmentOrderItem(item.id(), item.msku(), taken));
      }
    }
    return items;
  }

  private RoutingRecord.Builder conflict(RoutingRecord judged, Found found) {
    String message =
        "The network has "
            + String.join(" and ", found.ids())
            + " for this order, which this router did not make and which is not the same. Compare"
            + " it with the order in Seller Central. Try again once it is cancelled or corrected;"
            + " skip the order to leave it to whoever made it; send it again only if it ships none"
            + " of it.";
    return Reviews.raise(
        judged.toBuilder(),
        PlaceStage.STAGE,
        new ReviewNote(
            ReviewCode.CREATE_CONFLICT,
            message,
            found.facts(),
            clock.instant(),
            RoutingState.READY));
  }

  /** Somebody sent an order that the network had from us: a person may still stop one of them. */
  private void second(RoutingRecord placed, String id) {
    Found found = find(placed, Set.of(id));
    if (found.isNothing()) {
      return;
    }
    String message =
        "Somebody else sent this order to the network as "
            + id
            + ", which has it as "
            + placed.fulfillmentOrderId()
            + " already. Cancel one of them in Seller Central before both ship; stop asks the"
            + " network to stop ours, try again goes on with it.";
    journal.save(
        placed,
        Reviews.raise(
            placed.toBuilder(),
            PlaceStage.STAGE,
            new ReviewNote(
                ReviewCode.CREATE_CONFLICT,
                message,
                found.facts(),
                clock.instant(),
                placed.stateBehindReview())));
  }
}
