// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due records from the store, batch by batch, and keeps one order's trouble away from the
 * others: an order whose step fails is looked at again after a while, and given to a person when
 * that does not help.
 */
final class DueWork {

  private static final Logger log = LoggerFactory.getLogger(DueWork.class);

  /** About four hours of trying; a step that failed so often will not mend itself. */
  private static final int MAX_FAILURES = 20;

  /** No step waits longer than this for its next one, but for those that wait for an event. */
  private static final Duration LONGEST_STEP = Duration.ofMinutes(15);

  private static final int MAX_BROUGHT_FORWARD = 10_000;

  private static final String STAGE = "step";

  private final OrderStore store;
  private final Journal journal;
  private final Events events;
  private final Clock clock;
  private final BooleanSupplier stopping;

  DueWork(OrderStore store, Journal journal, Events events, Clock clock, BooleanSupplier stopping) {
    this.store = store;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** Hands batches of due records to {@code work} until none is due or the router stops. */
  void drain(
      Duty duty, Collection<ShopId> shops, int batchSize, Consumer<List<RoutingRecord>> work) {
    drain(() -> store.findDue(duty, shops, clock.instant(), batchSize), () -> false, work);
  }

  /**
   * Hands drawn batches to {@code work} until none is due, it is enough, or the router stops.
   *
   * @return whether it was enough, so that more may be due
   */
  boolean drain(
      Supplier<List<RoutingRecord>> draw,
      BooleanSupplier enough,
      Consumer<List<RoutingRecord>> work) {
    Set<OrderId> seen = new HashSet<>();
    while (!stopping.getAsBoolean()) {
      List<RoutingRecord> due =
          draw.get().stream().filter(record -> seen.add(record.orderId())).toList();
      if (due.isEmpty()) {
        return false;
      }
      work.accept(due);
      if (enough.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs the step of one order.
   *
   * @throws ApiException when the authorization is lost, since no other order would fare better
   */
  void step(RoutingRecord record, Runnable step) {
    if (stopping.getAsBoolean()) {
      return;
    }
    try {
      step.run();
    } catch (StaleRecordException e) {
      log.debug("{}; its next step decides", e.getMessage());
    } catch (StackOverflowError e) {
      // The stack is whole again here, and the next order need not be as deep.
      postpone(record.orderId(), new IllegalStateException("the step ran out of stack", e), e);
    } catch (RuntimeException e) {
      postpone(record.orderId(), e);
      if (e instanceof ApiException problem && problem.kind() == FailureKind.AUTHORIZATION_LOST) {
        throw problem;
      }
    }
  }

  /**
   * Makes everything due now that would have been due soon by a time that was taken for the present
   * before. What is beyond the limit comes due by itself, later.
   */
  void bringForward(Duty duty, ShopId shop, Instant before) {
    Instant now = clock.instant();
    store.findDue(duty, List.of(shop), before.plus(LONGEST_STEP), MAX_BROUGHT_FORWARD).stream()
        .filter(record -> record.dueAt() != null && record.dueAt().isAfter(now))
        .forEach(record -> save(record, record.toBuilder().dueAt(now)));
  }

  /** Returns whether the router is closing, so that steps are left undone. */
  boolean isStopping() {
    return stopping.getAsBoolean();
  }

  /** Looks at an order again after a while, longer with each failure in a row. */
  void postpone(OrderId orderId, RuntimeException problem) {
    postpone(orderId, problem, problem);
  }

  private void postpone(OrderId orderId, RuntimeException problem, Throwable cause) {
    events.publish(new RouterEvent.StepFailed(clock.instant(), orderId, problem));
    // The step may have saved an intent before it failed, so the record is read anew.
    RoutingRecord record = store.find(orderId).orElseThrow(() -> new StaleRecordException(orderId));
    if (record.duty() == null) {
      return;
    }
    // What the store could not save says nothing about the order.
    int failures = record.attempts() + (problem instanceof StoreException ? 0 : 1);
    if (failures >= MAX_FAILURES && !isTransient(problem)) {
      save(record, givenUp(record, cause));
    } else {
      save(record, later(record, failures));
    }
  }

  /**
   * Platforms and stores recover by themselves; a bug, or a call that is refused for good, do not.
   */
  private static boolean isTransient(RuntimeException problem) {
    return problem instanceof StoreException
        || (problem instanceof ApiException api
            && (api.isRetryable()
                || api.isUncertain()
                || api.kind() == FailureKind.AUTHORIZATION_LOST));
  }

  private RoutingRecord.Builder givenUp(RoutingRecord record, Throwable cause) {
    // Our own messages quote nobody; of any other exception the class only.
    String what =
        cause instanceof ConnectorException ? cause.getMessage() : cause.getClass().getName();
    String message =
        "The router failed on this order "
            + MAX_FAILURES
            + " times in a row. Remove the cause, then try again: "
            + what;
    return review(record, message, record.stateBehindReview()).dueAt(null);
  }

  /**
   * Looks later for an order that the channel does not show, or not in a form that can be read.
   * Nothing was sent for it yet.
   */
  void awaitReadable(RoutingRecord record) {
    int failures = record.attempts() + 1;
    if (failures >= MAX_FAILURES) {
      String message =
          "The channel did not show this order in a readable form "
              + MAX_FAILURES
              + " times in a row. Look it up there, then try again, or ship it by other means.";
      save(record, review(record, message, RoutingState.RECEIVED));
    } else {
      String outcome = "the channel does not show it in a readable form";
      save(
          record,
          later(record, failures)
              .decide(new Decision(clock.instant(), STAGE, "not-readable", outcome, Map.of())));
    }
  }

  private RoutingRecord.Builder later(RoutingRecord record, int failures) {
    return record.toBuilder()
        .attempts(failures)
        .dueAt(clock.instant().plus(Backoff.after(failures)));
  }

  private RoutingRecord.Builder review(
      RoutingRecord record, String message, RoutingState resumeAt) {
    return Reviews.raise(
        record.toBuilder(),
        STAGE,
        new ReviewNote(ReviewCode.UNSUPPORTED_ORDER, message, Map.of(), clock.instant(), resumeAt));
  }

  private void save(RoutingRecord record, RoutingRecord.Builder change) {
    try {
      journal.save(record, change);
    } catch (StaleRecordException e) {
      log.debug("{}; its next step decides", e.getMessage());
    }
  }
}
