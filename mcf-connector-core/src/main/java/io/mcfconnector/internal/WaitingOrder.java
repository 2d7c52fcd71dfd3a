// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a forecast needs of an order that is not placed.
 *
 * @param orderId the order
 * @param shop who sold it
 * @param state where it waits
 * @param deadline the channel's earliest clock
 * @param shipBy the channel's ship-by clock
 * @param free when it may be placed; {@code null} when only the channel can say
 */
record WaitingOrder(
    OrderId orderId,
    ShopId shop,
    RoutingState state,
    @Nullable Instant deadline,
    @Nullable Instant shipBy,
    @Nullable Instant free) {

  /** The states in which an order waits to be placed. */
  static final List<RoutingState> STATES =
      List.of(RoutingState.RECEIVED, RoutingState.HELD, RoutingState.READY, RoutingState.PLACING);

  /** The rules whose holds end at a known time; those of all others end when the channel says. */
  static final Set<String> TIMED_HOLDS = Set.of("on-hold", "hold-after-payment", "routing-policy");

  /** When intake looks at held orders. */
  record Polls(Instant next, Duration interval) {

    /** Returns when intake notices that a hold is over. */
    Instant notBefore(Instant end) {
      if (!end.isAfter(next)) {
        return next;
      }
      long millis = interval.toMillis();
      long polls = (Duration.between(next, end).toMillis() + millis - 1) / millis;
      return next.plus(interval.multipliedBy(polls));
    }
  }

  /** Returns what a record says. */
  static WaitingOrder of(RoutingRecord record, Instant now, Polls polls) {
    return new WaitingOrder(
        record.orderId(),
        record.shop(),
        record.state(),
        record.deadlines().earliest(),
        record.deadlines().shipBy(),
        freeAt(record, now, polls));
  }

  private static @Nullable Instant freeAt(RoutingRecord record, Instant now, Polls polls) {
    Instant due = record.dueAt() == null || record.dueAt().isBefore(now) ? now : record.dueAt();
    return switch (record.state()) {
      case READY -> due;
      // The record of a call under way is due only when its sender must be gone.
      case PLACING -> isSending(record) ? now : due;
      case HELD -> isTimed(record) ? polls.notBefore(due) : null;
      default -> null;
    };
  }

  private static boolean isTimed(RoutingRecord record) {
    String verdict = lastVerdictOf(record);
    return verdict != null && TIMED_HOLDS.contains(verdict);
  }

  /** Returns the rule that judged an order last; {@code null} when none did. */
  static @Nullable String lastVerdictOf(RoutingRecord record) {
    return record.decisions().stream()
        .filter(step -> step.stage().equals(AssessStage.STAGE))
        .reduce((earlier, later) -> later)
        .map(Decision::rule)
        .orElse(null);
  }

  /** Returns whether the create call may be under way at this moment. */
  static boolean isSending(RoutingRecord placing) {
    List<Decision> decisions = placing.decisions();
    return !decisions.isEmpty()
        && decisions.get(decisions.size() - 1).rule().equals(PlaceStage.INTENT);
  }
}
