// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.internal.eligibility.Eligibility;
import io.mcfconnector.internal.eligibility.Finding;
import io.mcfconnector.internal.eligibility.Verdict;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.transform.PlannedItems;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges an order that nothing was sent for yet: RECEIVED, HELD, READY or in review go to HELD,
 * READY, SKIPPED, CANCELLED, CANCELLING or REVIEW. Only reads: the caller saves.
 */
final class AssessStage {

  /** Names this stage in the stories of orders. */
  static final String STAGE = "assess";

  /** The rules that a person may let an order pass: nothing that could not ship is sent by it. */
  private static final Set<String> RELEASABLE =
      Set.of("value-limit", "unit-limit", "dangerous-goods", "routing-policy");

  private final Eligibility eligibility;
  private final KeptDestinations destinations;
  private final OrderTransformer transformer;
  private final CartRules cartRules;
  private final Clock clock;

  AssessStage(
      Eligibility eligibility,
      KeptDestinations destinations,
      OrderTransformer transformer,
      CartRules cartRules,
      Clock clock) {
    this.eligibility = eligibility;
    this.destinations = destinations;
    this.transformer = transformer;
    this.cartRules = cartRules;
    this.clock = clock;
  }

  /** Returns the record as the order, read just now, makes it. */
  RoutingRecord.Builder assess(RoutingRecord record, Order order) {
    return judge(record, order, ofGeneration(record, destinations.complete(record, order)));
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

  /**
   * Judges an order.
   *
   * @param shown as the channel shows it
   * @param order the same with the destination and the units it goes with
   */
  private RoutingRecord.Builder judge(RoutingRecord record, Order shown, Order order) {
    Instant now = clock.instant();
    PlannedItems plan = transformer.plan(order);
    RoutingRecord.Builder next = refresh(record, order, plan);
    takeOverDestination(record, shown, next, now);
    Finding finding = eligibility.judge(order, record.released(), now);
    if (isSellersWish(record)) {
      finding = new Finding("seller-cancels", new Verdict.Grant(now, "the seller cancels it"));
    }
    if (finding.verdict() instanceof Verdict.Review review
        && review.code() == ReviewCode.ADDRESS_MASKED
        && shown.destination() != null
        && order.destination() == null) {
      finding = new Finding("correction-erased", correctionErased());
    }
    Map<String, String> facts = Map.of();
    if (finding.verdict() instanceof Verdict.Go) {
      Set<LineItemId> leftOut = leftOut(record, plan);
      finding = cartRules.judge(finding, order.openLineItems(), plan, leftOut);
      if (finding.verdict() instanceof Verdict.Go && !leftOut.isEmpty()) {
        next.lineItems(Remainder.without(order.openLineItems(), leftOut));
        facts = Remainder.facts(leftOut);
      }
    }
    next.decide(decision(now, finding, facts));
    return move(record, next, finding, now);
  }

  /** The units that go without the network: now, and for a later generation those of before. */
  private static Set<LineItemId> leftOut(RoutingRecord record, PlannedItems plan) {
    Set<LineItemId> leftOut = new TreeSet<>(Comparator.comparing(LineItemId::value));
    leftOut.addAll(plan.unserved());
    if (record.generation() > 1) {
      leftOut.addAll(Remainder.leftOutOfIntent(record));
    }
    return leftOut;
  }

  /** Takes over what the channel says, so that stock is reserved even while an order is held. */
  private static RoutingRecord.Builder refresh(
      RoutingRecord record, Order order, PlannedItems plan) {
    return record.toBuilder()
        .attempts(0)
        .orderedAt(order.createdAt())
        .channelUpdatedAt(order.updatedAt())
        .deadlines(order.deadlines())
        .deliveryOptionId(order.deliveryOptionId())
        .lineItems(order.openLineItems())
        .items(plan.items())
        .cancel(isTakenBack(record, order) ? null : record.cancel());
  }

  private static boolean isTakenBack(RoutingRecord record, Order order) {
    CancelIntent intent = record.cancel();
    return intent != null
        && intent.origin() == CancelIntent.Origin.BUYER_REQUEST
        && !CancelWatch.isRequested(order);
  }

  /** Remembers the channel's own destination; when it is another one, a correction is void. */
  private void takeOverDestination(
      RoutingRecord record, Order shown, RoutingRecord.Builder next, Instant now) {
    Address destination = shown.destination();
    if (destination != null && !destinations.isHidden(shown)) {
      next.destination(AddressWatch.fingerprintOf(destination));
    }
    if (record.correctedFrom() != null && !destinations.isCorrected(record, shown)) {
      String outcome = "the channel shows another address now, which counts from here";
      next.correctedFrom(null)
          .decide(new Decision(now, STAGE, "correction-void", outcome, Map.of()));
    }
  }

  private static Verdict correctionErased() {
    return new Verdict.Review(
        ReviewCode.ADDRESS_INCOMPLETE,
        "The address that a person corrected is no longer kept. Enter it again.",
        Map.of());
  }

  private static RoutingRecord.Builder move(
      RoutingRecord record, RoutingRecord.Builder next, Finding finding, Instant now) {
    Verdict verdict = finding.verdict();
    boolean mayBePlaced = record.intent() != null;
    if (verdict instanceof Verdict.Hold hold) {
      return next.state(RoutingState.HELD).dueAt(hold.until());
    }
    if (verdict instanceof Verdict.Review review) {
      return next.review(
          new ReviewNote(
              review.code(),
              review.why(),
              facts(finding.rule(), review),
              now,
              RoutingState.RECEIVED));
    }
    if (verdict instanceof Verdict.Go) {
      return next.state(RoutingState.READY).dueAt(now);
    }
    CancelIntent known = record.cancel();
    if (verdict instanceof Verdict.Grant grant) {
      if (known != null && known.origin() == CancelIntent.Origin.BUYER_REQUEST) {
        // It was tried and the channel did not take it.
        return next.state(RoutingState.HELD).dueAt(grant.until());
      }
      CancelIntent intent = known == null ? CancelIntent.ofBuyer(now) : known;
      return CancelStage.begin(next, mayBePlaced ? intent : intent.stopped(now), grant.why(), now);
    }
    if (mayBePlaced) {
      // A create of uncertain outcome went before: the network is asked to stop what it may have.
      return CancelStage.begin(next, CancelIntent.ofChannel(now), verdict.why(), now);
    }
    return verdict instanceof Verdict.Skip skip
        ? next.skip(skip.reason())
        : next.state(RoutingState.CANCELLED).dueAt(null);
  }

  /** A wish that came while a create was under way which then did not take effect. */
  private static boolean isSellersWish(RoutingRecord record) {
    CancelIntent intent = record.cancel();
    return intent != null && intent.origin() == CancelIntent.Origin.SELLER;
  }

  private static Map<String, String> facts(String rule, Verdict.Review review) {
    Map<String, String> facts = new HashMap<>(review.facts());
    if (RELEASABLE.contains(rule)) {
      facts.put(ReviewNote.RELEASABLE_RULE, rule);
    }
    return facts;
  }

  private static Decision decision(Instant now, Finding finding, Map<String, String> facts) {
    Verdict verdict = finding.verdict();
    Map<String, String> told =
        verdict instanceof Verdict.Review review
            ? review.facts()
            : verdict instanceof Verdict.Hold hold
                ? Map.of("until", hold.until().toString())
                : facts;
    return new Decision(now, STAGE, finding.rule(), verdict.why(), told);
  }
}
