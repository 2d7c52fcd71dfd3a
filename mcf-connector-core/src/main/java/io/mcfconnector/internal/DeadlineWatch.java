// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.internal.eligibility.Eligibility;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of orders that will miss the channel's clock, or come too near to it, while there is time
 * to act: those that wait, by the time they are expected to be placed, those in review, and placed
 * ones without a tracking number. Most of them go by themselves; one that nothing will free by
 * itself goes to a person.
 */
final class DeadlineWatch {

  private static final String STAGE = "deadline";
  private static final String RULE = "deadline-at-risk";

  private static final Set<TrackedPackage.Verdict> CALLING =
      Set.of(TrackedPackage.Verdict.CONFIRMING, TrackedPackage.Verdict.CORRECTING);

  private final BacklogReader backlog;
  private final OrderStore store;
  private final Journal journal;
  private final DueWork dueWork;
  private final Events events;
  private final Duration margin;
  private final Clock clock;

  DeadlineWatch(
      BacklogReader backlog,
      OrderStore store,
      Journal journal,
      DueWork dueWork,
      Events events,
      Settings settings,
      Clock clock) {
    this.backlog = backlog;
    this.store = store;
    this.journal = journal;
    this.dueWork = dueWork;
    this.events = events;
    this.margin = settings.deadlineMargin();
    this.clock = clock;
  }

  void look() {
    List<WaitingOrder> waiting = backlog.waiting();
    PlacingForecast forecast = backlog.forecast(waiting);
    for (WaitingOrder order : waiting) {
      Instant expected = forecast.of(order);
      if (isAtRisk(order.deadline(), expected)) {
        store
            .find(order.orderId())
            .filter(record -> record.state() == order.state())
            .ifPresent(record -> dueWork.step(record, () -> tell(record, expected)));
      }
    }
    backlog.forEachOpen(
        record -> {
          if (isAtRisk(record.deadlines().earliest(), null)) {
            dueWork.step(record, () -> tell(record, null));
          }
        });
  }

  /**
   * Returns whether too little time is left.
   *
   * @param expected when the order goes on by itself; {@code null} = nobody knows
   */
  private boolean isAtRisk(@Nullable Instant deadline, @Nullable Instant expected) {
    Instant goes = expected == null ? clock.instant() : expected;
    return deadline != null && goes.plus(margin).isAfter(deadline);
  }

  private void tell(RoutingRecord record, @Nullable Instant expected) {
    Instant deadline = record.deadlines().earliest();
    if (deadline == null || isInHand(record)) {
      return;
    }
    Instant now = clock.instant();
    if (record.state() == RoutingState.HELD && waitsForAPerson(record)) {
      journal.save(record, Reviews.raise(record.toBuilder(), STAGE, note(record, deadline, now)));
    } else if (record.decisions().stream().anyMatch(step -> tellsOf(step, deadline))) {
      return;
    } else {
      journal.save(record, record.toBuilder().decide(decision(record, deadline, expected, now)));
    }
    events.publish(new RouterEvent.DeadlineAtRisk(now, record.orderId(), record.state(), deadline));
  }

  /**
   * Returns whether the order is left to the duty that has it at this moment: a call under way
   * would lose its result to a save, and a number that was just found is about to be confirmed.
   */
  private boolean isInHand(RoutingRecord record) {
    return switch (record.state()) {
      case PLACING -> WaitingOrder.isSending(record) && !isDue(record);
      case PLACED, SHIPPING ->
          (record.duty() == Duty.CONFIRM && record.attempts() == 0)
              || record.packages().stream()
                  .anyMatch(tracked -> CALLING.contains(tracked.confirmation().verdict()));
      default -> false;
    };
  }

  private boolean isDue(RoutingRecord record) {
    return record.dueAt() != null && !record.dueAt().isAfter(clock.instant());
  }

  /** Only a newer version, or a person, can tell what a status means that this one lacks. */
  private static boolean waitsForAPerson(RoutingRecord record) {
    return Eligibility.UNKNOWN_STATUS.equals(WaitingOrder.lastVerdictOf(record));
  }

  private static boolean tellsOf(Decision step, Instant deadline) {
    return step.rule().equals(RULE) && deadline.toString().equals(step.facts().get("deadline"));
  }

  private static Decision decision(
      RoutingRecord record, Instant deadline, @Nullable Instant expected, Instant now) {
    Map<String, String> facts =
        expected == null
            ? Map.of("deadline", deadline.toString())
            : Map.of("deadline", deadline.toString(), "expected", expected.toString());
    String what =
        switch (record.state()) {
          case REVIEW -> "waits for a person";
          case PLACED, SHIPPING -> "not all of it has a tracking number at the channel";
          default -> "not placed yet";
        };
    return new Decision(
        now, STAGE, RULE, what + ", and the channel's clock ends " + deadline, facts);
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
