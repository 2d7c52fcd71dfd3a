// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The only way records are saved: the store first, then the listeners and the next duty. */
final class Journal {

  private final OrderStore store;
  private final Events events;
  private final Clock clock;
  private final Consumer<Duty> wake;

  Journal(OrderStore store, Events events, Clock clock, Consumer<Duty> wake) {
    this.store = store;
    this.events = events;
    this.clock = clock;
    this.wake = wake;
  }

  /** Stores an order seen for the first time; returns whether it was. */
  boolean open(RoutingRecord record) {
    boolean isNew = store.insert(record);
    if (isNew) {
      publishMove(null, record);
    }
    return isNew;
  }

  /**
   * Saves the next version of a record.
   *
   * @throws StaleRecordException when the record changed since it was read
   */
  RoutingRecord save(RoutingRecord before, RoutingRecord.Builder change) {
    return publish(before, store.update(change.build()));
  }

  /** Saves the next version of a record; returns whether it had not changed since it was read. */
  boolean saveUnlessStale(RoutingRecord before, RoutingRecord.Builder change) {
    try {
      save(before, change);
      return true;
    } catch (StaleRecordException e) {
      return false;
    }
  }

  /**
   * Saves the next version of a record together with the destination its create call carries.
   *
   * @throws StaleRecordException when the record changed since it was read
   */
  RoutingRecord save(
      RoutingRecord before, RoutingRecord.Builder change, Address destination, Instant keptUntil) {
    return publish(before, store.update(change.build(), destination, keptUntil));
  }

  private RoutingRecord publish(RoutingRecord before, Optional<RoutingRecord> updated) {
    RoutingRecord saved = updated.orElseThrow(() -> new StaleRecordException(before.orderId()));
    if (saved.state() != before.state()) {
      publishMove(before.state(), saved);
    }
    ReviewNote review = saved.review();
    if (review != null && isNews(before.review(), review)) {
      events.publish(new RouterEvent.ReviewRaised(clock.instant(), saved.orderId(), review));
    }
    wakeNextDuty(before, saved);
    return saved;
  }

  /** An order that goes on behind its review is no new trouble. */
  private static boolean isNews(@Nullable ReviewNote before, ReviewNote review) {
    return before == null || !review.equals(before.resumingAt(review.resumeAt()));
  }

  /**
   * An order that moved to another duty need not wait for that duty's next time, nor does one that
   * shall stop.
   */
  private void wakeNextDuty(RoutingRecord before, RoutingRecord saved) {
    Duty next = saved.duty();
    Instant dueAt = saved.dueAt();
    boolean isDue = dueAt != null && !dueAt.isAfter(clock.instant());
    boolean stops =
        saved.state() == RoutingState.CANCELLING && before.state() != RoutingState.CANCELLING;
    if (next != null && isDue && (stops || next != before.duty())) {
      wake.accept(next);
    }
  }

  private void publishMove(@Nullable RoutingState from, RoutingRecord record) {
    List<Decision> decisions = record.decisions();
    String reason = decisions.isEmpty() ? "" : decisions.get(decisions.size() - 1).outcome();
    events.publish(
        new RouterEvent.StateChanged(
            clock.instant(), record.orderId(), from, record.state(), reason));
  }
}
