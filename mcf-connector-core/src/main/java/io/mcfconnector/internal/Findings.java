// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Difference;
import io.mcfconnector.model.DifferenceKind;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reconciliation;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a comparison has found so far: every difference is counted, not all are listed. */
final class Findings {

  private static final int MOST_LISTED = 10_000;

  private final Instant at;
  private final Set<OrderId> channelOrders = new HashSet<>();
  private final Set<OrderId> named = new HashSet<>();
  private final List<Difference> unexplained = new ArrayList<>();
  private final List<Difference> explained = new ArrayList<>();
  private int unexplainedCount;
  private int explainedCount;
  private int records;
  private int fulfillmentOrders;

  Findings(Instant at) {
    this.at = at;
  }

  /** Returns when the comparison began. */
  Instant at() {
    return at;
  }

  void fulfillmentOrder() {
    fulfillmentOrders++;
  }

  /** Counts an order of the channel; returns whether no page held it before. */
  boolean channelOrder(OrderId order) {
    return channelOrders.add(order);
  }

  /** Takes what was found of an order. */
  void add(List<Difference> differences, @Nullable RoutingRecord record) {
    if (record != null) {
      records++;
    }
    differences.forEach(this::add);
  }

  private void add(Difference difference) {
    List<Difference> listed = difference.isExplained() ? explained : unexplained;
    if (listed.size() < MOST_LISTED) {
      listed.add(difference);
    }
    if (difference.isExplained()) {
      explainedCount++;
    } else {
      unexplainedCount++;
    }
  }

  /** Takes a fulfillment order with our id and without a record. */
  void networkOnly(OrderId order, FulfillmentOrderId id, Instant since) {
    add(
        difference(
            DifferenceKind.NETWORK_ONLY,
            order,
            since,
            false,
            "Find out which store has its record; without one, follow it by hand.",
            Map.of("fulfillmentOrderId", id.value())));
  }

  /** Takes a living fulfillment order that somebody else made for an order on record. */
  void foreign(RoutingRecord record, String id, Instant since, boolean takesOver) {
    if (!named.add(record.orderId())) {
      return;
    }
    boolean isSecond = record.intent() != null && !record.stateBehindReview().isBeforePlacing();
    ReviewNote review = record.review();
    boolean isKnown = review != null && review.code() == ReviewCode.CREATE_CONFLICT;
    boolean isAdoptedSoon = !isSecond && takesOver && !record.state().isEnd();
    if (!isSecond && record.state().isEnd()) {
      // Nothing of ours ships: whoever made it serves the order.
      return;
    }
    add(
        difference(
            isSecond
                ? DifferenceKind.SECOND_FULFILLMENT_ORDER
                : DifferenceKind.FOREIGN_FULFILLMENT_ORDER,
            record.orderId(),
            since,
            isKnown || isAdoptedSoon,
            isKnown
                ? "A person decides: repair the review " + ReviewCode.CREATE_CONFLICT + "."
                : isAdoptedSoon
                    ? "The duty PLACE adopts it, or hands it to a person, when its turn comes."
                    : "Cancel one of them in Seller Central before both ship; a replacement that was sent"
                        + " on purpose may stay.",
            Map.of("foreign", id)));
  }

  private Difference difference(
      DifferenceKind kind,
      OrderId order,
      Instant since,
      boolean isExplained,
      String repair,
      Map<String, String> facts) {
    Duration age = since.isAfter(at) ? Duration.ZERO : Duration.between(since, at);
    return new Difference(kind, order, since, age, isExplained, repair, facts);
  }

  Reconciliation toReconciliation(Instant from, Instant to) {
    List<Difference> all = new ArrayList<>(unexplained);
    all.addAll(explained);
    return new Reconciliation(
        at,
        from,
        to,
        new Reconciliation.Read(channelOrders.size(), records, fulfillmentOrders),
        unexplainedCount,
        explainedCount,
        all);
  }
}
