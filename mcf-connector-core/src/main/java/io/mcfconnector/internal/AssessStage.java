// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.transform.PlannedItems;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges an order that nothing was sent for yet: RECEIVED, HELD, READY or in review go to HELD,
 * READY, SKIPPED, CANCELLED or REVIEW. Only reads: the caller saves.
 */
final class AssessStage {

  private static final String STAGE = "assess";

  private final Eligibility eligibility;
  private final KeptDestinations destinations;
  private final OrderTransformer transformer;
  private final Clock clock;

  AssessStage(
      Eligibility eligibility,
      KeptDestinations destinations,
      OrderTransformer transformer,
      Clock clock) {
    this.eligibility = eligibility;
    this.destinations = destinations;
    this.transformer = transformer;
    this.clock = clock;
  }

  /** Returns the record as the order, read just now, makes it. */
  RoutingRecord.Builder assess(RoutingRecord record, Order order) {
    return judge(record, ofGeneration(record, destinations.complete(record, order)));
  }

  /**
   * Returns the order with the units that its generation may ship: the first all that are open, a
   * later one only those that were left when a person let it go again. The channel may still show a
   * unit as open that the network has shipped.
   */
  private static Order ofGeneration(RoutingRecord record, Order order) {
    if (record.generation() == 1) {
      return order;
    }
    Set<LineItemId> left =
        record.lineItems().stream().map(LineItem::id).collect(Collectors.toSet());
    return order.toBuilder()
        .lineItems(order.lineItems().stream().filter(item -> left.contains(item.id())).toList())
        .build();
  }

  private RoutingRecord.Builder judge(RoutingRecord record, Order order) {
    Instant now = clock.instant();
    PlannedItems plan = transformer.plan(order);
    RoutingRecord.Builder next = refresh(record, order, plan);
    Verdict verdict = eligibility.judge(order, now);
    if (verdict instanceof Verdict.Go go && !plan.isComplete()) {
      verdict = unmapped(go, plan);
    }
    next.decide(decision(now, verdict));
    return move(record, next, verdict, now);
  }

  /** Takes over what the channel says, so that stock is reserved even while an order is held. */
  private static RoutingRecord.Builder refresh(
      RoutingRecord record, Order order, PlannedItems plan) {
    RoutingRecord.Builder next =
        record.toBuilder()
            .attempts(0)
            .orderedAt(order.createdAt())
            .channelUpdatedAt(order.updatedAt())
            .deadlines(order.deadlines())
            .deliveryOptionId(order.deliveryOptionId())
            .lineItems(order.openLineItems())
            .items(plan.items());
    return order.destination() == null ? next : next.destination(order.destination().fingerprint());
  }

  private static RoutingRecord.Builder move(
      RoutingRecord record, RoutingRecord.Builder next, Verdict verdict, Instant now) {
    boolean mayBePlaced = record.intent() != null;
    if (verdict instanceof Verdict.Hold hold) {
      return next.state(RoutingState.HELD).dueAt(hold.until());
    }
    if (verdict instanceof Verdict.Review review) {
      return next.review(
          new ReviewNote(review.code(), review.why(), review.facts(), now, RoutingState.RECEIVED));
    }
    if (verdict instanceof Verdict.Go) {
      return next.state(RoutingState.READY).dueAt(now);
    }
    if (mayBePlaced) {
      // A create of uncertain outcome went before: the network is asked to stop what it may have.
      return next.state(RoutingState.CANCELLING).dueAt(now);
    }
    return verdict instanceof Verdict.Skip skip
        ? next.skip(skip.reason())
        : next.state(RoutingState.CANCELLED).dueAt(null);
  }

  private static Verdict unmapped(Verdict.Go go, PlannedItems plan) {
    String skus =
        plan.unmapped().stream()
            .map(unmapped -> nameOf(unmapped))
            .distinct()
            .collect(Collectors.joining(", "));
    return new Verdict.Review(
        "sku-mapping",
        ReviewCode.UNMAPPED_SKU,
        "Nobody said what to ship for " + skus + ". Add it to the SKU mapping, then try again.",
        Map.of("skus", skus, "otherwise", go.why()));
  }

  private static String nameOf(PlannedItems.Unmapped unmapped) {
    SellerSku sellerSku = unmapped.sku().sellerSku();
    return sellerSku == null ? "SKU id " + unmapped.sku().id() : sellerSku.value();
  }

  private static Decision decision(Instant now, Verdict verdict) {
    Map<String, String> facts =
        verdict instanceof Verdict.Review review
            ? review.facts()
            : verdict instanceof Verdict.Hold hold
                ? Map.of("until", hold.until().toString())
                : Map.of();
    return new Decision(now, STAGE, verdict.rule(), verdict.why(), facts);
  }
}
