// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.spi.MixedCartPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the host what the network does not ship of an order: intent saved, call, result saved. The
 * call is repeated until the result is saved, so the host gets each rest at least once.
 */
final class HandOver {

  private final MixedCartPolicy policy;
  private final Journal journal;
  private final Clock clock;

  HandOver(MixedCartPolicy policy, Journal journal, Clock clock) {
    this.policy = policy;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Returns the units of an order that the host has still to be given; empty unless it wants any.
   */
  List<LineItem> restOf(RoutingRecord judged, Order order) {
    if (!(policy instanceof MixedCartPolicy.HandOver)) {
      return List.of();
    }
    Set<LineItemId> open = Remainder.notTaken(Remainder.leftOut(judged), judged);
    return order.openLineItems().stream().filter(item -> open.contains(item.id())).toList();
  }

  /**
   * Gives these units to the host and returns the record as saved after it. What the host throws
   * passes through; nothing else was sent then.
   */
  RoutingRecord give(RoutingRecord before, RoutingRecord judged, List<LineItem> rest) {
    // The judgment that left the units out is in the store before anybody acts on it.
    RoutingRecord decided = journal.save(before, judged.toBuilder().attempts(before.attempts()));
    if (policy instanceof MixedCartPolicy.HandOver handOver) {
      handOver
          .receiver()
          .take(new MixedCartPolicy.Remainder(decided.shop(), decided.orderId(), rest));
    }
    List<LineItemId> units = rest.stream().map(LineItem::id).toList();
    return journal.save(
        decided,
        decided.toBuilder()
            .decide(
                new Decision(
                    clock.instant(),
                    PlaceStage.STAGE,
                    Remainder.HANDED_OVER,
                    "the host took the line items " + Remainder.names(units),
                    Remainder.facts(units))));
  }

  /** Ends an order of which nothing is left for the network. */
  void end(RoutingRecord before, RoutingRecord judged) {
    RoutingRecord.Builder next =
        judged.toBuilder()
            .decide(
                new Decision(
                    clock.instant(),
                    PlaceStage.STAGE,
                    "not-at-network",
                    "nothing is left for the network to ship",
                    Map.of()));
    journal.save(
        before,
        judged.intent() == null
            ? next.skip(SkipReason.NOT_AT_NETWORK)
            // A create of uncertain outcome went before.
            : next.state(RoutingState.CANCELLING).dueAt(clock.instant()));
  }
}
