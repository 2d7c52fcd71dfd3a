// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.internal.eligibility.Eligibility;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of orders that are not placed while the channel's clock runs out. Most of them go by
 * themselves; one that nothing will free by itself goes to a person.
 */
final class DeadlineWatch {

  private static final String STAGE = "deadline";
  private static final String RULE = "deadline-at-risk";

  /** Time enough to pack the order by hand. */
  private static final Duration RISK = Duration.ofHours(4);

  private static final List<RoutingState> NOT_PLACED =
      List.of(RoutingState.HELD, RoutingState.READY, RoutingState.PLACING);

  private static final int MOST = 10_000;

  private final Shops shops;
  private final OrderStore store;
  private final Journal journal;
  private final DueWork dueWork;
  private final Events events;
  private final Clock clock;

  DeadlineWatch(
      Shops shops, OrderStore store, Journal journal, DueWork dueWork, Events events, Clock clock) {
    this.shops = shops;
    this.store = store;
    this.journal = journal;
    this.dueWork = dueWork;
    this.events = events;
    this.clock = clock;
  }

  void look() {
    Instant risky = clock.instant().plus(RISK);
    for (RoutingState state : NOT_PLACED) {
      for (RoutingRecord record : store.findInState(state, shops.ids(), MOST)) {
        Instant deadline = record.deadlines().earliest();
        if (deadline != null && deadline.isBefore(risky)) {
          dueWork.step(record, () -> look(record, deadline));
        }
      }
    }
  }

  private void look(RoutingRecord record, Instant deadline) {
    Optional<Decision> told =
        record.decisions().stream().filter(step -> tellsOf(step, deadline)).findAny();
    Instant now = clock.instant();
    if (record.state() == RoutingState.HELD && waitsForAPerson(record)) {
      journal.save(record, Reviews.raise(record.toBuilder(), STAGE, note(record, deadline, now)));
    } else if (told.isPresent()) {
      return;
    } else if (record.state() != RoutingState.PLACING) {
      // A create under way would lose its result to this save; it is told of again instead.
      journal.save(record, record.toBuilder().decide(decision(deadline, now)));
    }
    events.publish(new RouterEvent.DeadlineAtRisk(now, record.orderId(), record.state(), deadline));
  }

  /** Only a newer version, or a person, can tell what a status means that this one lacks. */
  private static boolean waitsForAPerson(RoutingRecord record) {
    return record.decisions().stream()
        .filter(step -> step.stage().equals(AssessStage.STAGE))
        .reduce((earlier, later) -> later)
        .filter(step -> step.rule().equals(Eligibility.UNKNOWN_STATUS))
        .isPresent();
  }

  private static boolean tellsOf(Decision step, Instant deadline) {
    return step.rule().equals(RULE) && deadline.toString().equals(step.facts().get("deadline"));
  }

  private static Decision decision(Instant deadline, Instant now) {
    return new Decision(
        now,
        STAGE,
        RULE,
        "not placed yet, and the channel's clock runs out",
        Map.of("deadline", deadline.toString()));
  }

  private static ReviewNote note(RoutingRecord record, Instant deadline, Instant now) {
    List<Decision> decisions = record.decisions();
    String why = decisions.get(decisions.size() - 1).outcome();
    return new ReviewNote(
        ReviewCode.DEADLINE_AT_RISK,
        "The channel's clock for this order ends at "
            + deadline
            + ", and the order still waits: "
            + why
            + ". Look it up at the channel; ship or cancel it by other means before then, or try again"
            + " when the channel shows it ready to ship.",
        Map.of("deadline", deadline.toString()),
        now,
        RoutingState.RECEIVED);
  }
}
