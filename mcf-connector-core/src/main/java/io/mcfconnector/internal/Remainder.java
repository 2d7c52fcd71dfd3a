// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The units of an order that go without the network. They are no line items of its record any more,
 * so its story keeps them: the judgment that left them out, and what became of them.
 */
final class Remainder {

  /** Names the judgment that lets an order go without its remainder. */
  static final String LEFT_OUT = "part-of-cart";

  /** Names the step that gave the remainder to the host. */
  static final String HANDED_OVER = "handed-over";

  private static final String LINE_ITEMS = "lineItems";
  private static final String SEPARATOR = ",";

  private Remainder() {}

  /** Returns the facts that a decision about these units needs. */
  static Map<String, String> facts(Collection<LineItemId> units) {
    return Map.of(LINE_ITEMS, names(units));
  }

  static String names(Collection<LineItemId> units) {
    return units.stream().map(LineItemId::value).collect(Collectors.joining(SEPARATOR));
  }

  /** Returns the units that the latest judgment left out, if it let the order go. */
  static Set<LineItemId> leftOut(RoutingRecord record) {
    Set<LineItemId> latest = Set.of();
    for (Decision decision : record.decisions()) {
      if (decision.stage().equals(AssessStage.STAGE)) {
        latest = unitsOf(decision, LEFT_OUT);
      }
    }
    return latest;
  }

  /** Returns the units that were left out of what the network was asked for last. */
  static Set<LineItemId> leftOutOfIntent(RoutingRecord record) {
    Set<LineItemId> latest = Set.of();
    Set<LineItemId> ofIntent = Set.of();
    for (Decision decision : record.decisions()) {
      if (decision.stage().equals(AssessStage.STAGE)) {
        latest = unitsOf(decision, LEFT_OUT);
      } else if (decision.rule().equals(PlaceStage.INTENT)) {
        ofIntent = latest;
      }
    }
    return ofIntent;
  }

  /** Returns those of these units that the host did not take. */
  static Set<LineItemId> notTaken(Set<LineItemId> units, RoutingRecord record) {
    Set<LineItemId> open = new HashSet<>(units);
    for (Decision decision : record.decisions()) {
      open.removeAll(unitsOf(decision, HANDED_OVER));
    }
    return open;
  }

  private static Set<LineItemId> unitsOf(Decision decision, String rule) {
    String names = decision.facts().get(LINE_ITEMS);
    return names == null || !decision.rule().equals(rule)
        ? Set.of()
        : Arrays.stream(names.split(SEPARATOR)).map(LineItemId::of).collect(Collectors.toSet());
  }

  /**
   * Lets an order whose every unit at the network is confirmed wait for a person, when units were
   * left out that nobody took.
   */
  static void reviewIfOpen(
      RoutingRecord record, RoutingRecord.Builder next, String stage, Instant now) {
    List<String> open =
        notTaken(leftOutOfIntent(record), record).stream().map(LineItemId::value).sorted().toList();
    if (open.isEmpty()) {
      return;
    }
    String message =
        "The network ships its part of this order, but not the line items "
            + String.join(", ", open)
            + ". Ship these by other means or cancel them at the channel, then go on.";
    Reviews.raise(
        next,
        stage,
        new ReviewNote(
            ReviewCode.MIXED_CART,
            message,
            Map.of(LINE_ITEMS, String.join(SEPARATOR, open)),
            now,
            RoutingState.SHIPPED));
  }

  /** Returns the line items among these that are not left out. */
  static List<LineItem> without(List<LineItem> lineItems, Set<LineItemId> leftOut) {
    return lineItems.stream().filter(item -> !leftOut.contains(item.id())).toList();
  }
}
