// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentSnapshot.Change.Phase;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns what changed at one seller's network account: one list call for many orders, a read only
 * for those that changed, and for those that were silent too long.
 */
final class SweepDuty implements DutyRun {

  private static final Duration OVERLAP = Duration.ofMinutes(6);

  /**
   * Shorter than the silence after which an order is read by its id: one list call tells of many
   * orders, also of what changed without moving its time of change, or was shown late.
   */
  private static final Duration BETWEEN_WIDE_SWEEPS = Duration.ofMinutes(150);

  /** Two looks this far apart make an order missing that the network had accepted. */
  private static final Duration SECOND_LOOK = Duration.ofMinutes(5);

  private static final int BATCH = 50;

  /** Where an order waits, or has ended, that an uncertain create may still bring to life. */
  private static final Set<RoutingState> GIVEN_UP =
      EnumSet.of(RoutingState.READY, RoutingState.HELD, RoutingState.CANCELLED);

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final RecordsByFulfillment records;
  private final TrackStage track;
  private final Inboxes inboxes;
  private final OrderStore store;
  private final Journal journal;
  private final DueWork dueWork;
  private final Settings settings;
  private final Clock clock;

  SweepDuty(
      FulfillmentNetwork network,
      Shops shops,
      RecordsByFulfillment records,
      TrackStage track,
      Inboxes inboxes,
      OrderStore store,
      Journal journal,
      DueWork dueWork,
      Settings settings,
      Clock clock) {
    this.network = network;
    this.shops = shops;
    this.records = records;
    this.track = track;
    this.inboxes = inboxes;
    this.store = store;
    this.journal = journal;
    this.dueWork = dueWork;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Duty duty() {
    return Duty.SWEEP;
  }

  @Override
  public String account() {
    return network.account().value();
  }

  @Override
  public Duration interval() {
    return settings.trackingSync();
  }

  @Override
  public void run() {
    run(true);
  }

  @Override
  public boolean runTurn() {
    run(false);
    return false;
  }

  /** A run that notices caused lists the changes only when it is time; any other always does. */
  private void run(boolean lists) {
    Instant last = store.watermark(narrow()).orElse(null);
    boolean told = false;
    try {
      told = inboxes.follow(this, Notice.FulfillmentOrderChanged.class, BATCH, last, this::lookUp);
    } finally {
      try {
        if (lists || !told || isTime(last)) {
          sweepChanges();
        }
      } finally {
        // Silent orders are read by their ids also when the network cannot list its changes.
        dueWork.drain(Duty.SWEEP, shops.ids(), BATCH, this::readSilent);
      }
    }
  }

  private boolean isTime(@Nullable Instant last) {
    Instant now = clock.instant();
    return last == null || now.isBefore(last) || !now.isBefore(last.plus(interval()));
  }

  private String narrow() {
    return "sweep/" + account();
  }

  private void lookUp(List<Notice.FulfillmentOrderChanged> notices) {
    for (FulfillmentOrderId id : Inboxes.distinct(notices, Notice.FulfillmentOrderChanged::order)) {
      FulfillmentSnapshot.Change change = new FulfillmentSnapshot.Change(id, null, null);
      records.find(id).ifPresent(record -> takeIn(record, change));
    }
  }

  /** Returns whether a fulfillment order is one of this router's shops. */
  boolean knows(FulfillmentOrderId id) {
    return records.find(id).filter(record -> shops.ids().contains(record.shop())).isPresent();
  }

  private void sweepChanges() {
    String narrow = narrow();
    String wide = "sweep-wide/" + account();
    Instant started = clock.instant();
    Optional<Instant> last = store.watermark(narrow).filter(at -> !at.isAfter(started));
    boolean isWide =
        last.isEmpty()
            || store
                .watermark(wide)
                .filter(at -> started.isBefore(at.plus(BETWEEN_WIDE_SWEEPS)))
                .isEmpty();
    Instant since = isWide ? started.minus(settings.lookback()) : last.get().minus(OVERLAP);
    try (Stream<FulfillmentSnapshot.Change> changes = network.findChanged(since)) {
      changes.forEach(
          change -> records.find(change.id()).ifPresent(record -> takeIn(record, change)));
    }
    if (!dueWork.isStopping()) {
      store.saveWatermark(narrow, started);
      if (isWide) {
        store.saveWatermark(wide, started);
      }
    }
  }

  private void takeIn(RoutingRecord record, FulfillmentSnapshot.Change change) {
    if (record.stateBehindReview().isTracked()) {
      if (ChangeNews.isWorthALook(record, change)) {
        dueWork.step(record, () -> apply(record, change));
      } else {
        dueWork.step(record, () -> heardOf(record, change));
      }
    } else if (GIVEN_UP.contains(record.state())
        && record.intent() != null
        && ChangeNews.isPresent(record, change)) {
      dueWork.step(record, () -> appearedLate(record, change));
    }
  }

  /** The network made an order long after the create that nobody saw take effect. */
  private void appearedLate(RoutingRecord record, FulfillmentSnapshot.Change change) {
    FulfillmentSnapshot snapshot = snapshotOf(change);
    if (snapshot == null || Outlook.isDead(snapshot)) {
      return;
    }
    Instant now = clock.instant();
    boolean cancelled = record.state() == RoutingState.CANCELLED;
    journal.save(
        record,
        record.toBuilder()
            .state(cancelled ? RoutingState.CANCELLING : RoutingState.PLACING)
            .cancel(cancelled ? CancelStage.intentOf(record, now).stopped(null) : record.cancel())
            .dueAt(now)
            .decide(
                new Decision(
                    now,
                    TrackStage.STAGE,
                    "late",
                    "the network has the order after all",
                    Map.of())));
  }

  private void apply(RoutingRecord record, FulfillmentSnapshot.Change change) {
    FulfillmentSnapshot snapshot = snapshotOf(change);
    if (snapshot != null) {
      save(record, snapshot, ChangeNews.isPresent(record, change) ? change.updatedAt() : null);
    }
  }

  private @Nullable FulfillmentSnapshot snapshotOf(FulfillmentSnapshot.Change change) {
    return change.snapshot() != null ? change.snapshot() : network.find(change.id()).orElse(null);
  }

  private void readSilent(List<RoutingRecord> due) {
    for (RoutingRecord record : due) {
      dueWork.step(record, () -> readSilent(record));
    }
  }

  private void readSilent(RoutingRecord record) {
    FulfillmentOrderId id = record.fulfillmentOrderId();
    Optional<FulfillmentSnapshot> found =
        record.stateBehindReview() == RoutingState.SHIPPED
            ? network.findWithDelivery(id)
            : network.find(id);
    if (found.isPresent()) {
      save(record, found.get(), null);
    } else {
      notShown(record);
    }
  }

  private void save(
      RoutingRecord record, FulfillmentSnapshot snapshot, @Nullable Instant updatedAt) {
    RoutingRecord next =
        track.apply(record, snapshot).networkUpdatedAt(later(record, updatedAt)).build();
    // Sweeps overlap: an order that did not move is not written again, unless the time to read it
    // by its id comes near. One that waits for its confirmation is never read by its id, and a
    // write would only spoil the record that the other duty holds.
    boolean moved = !next.toBuilder().dueAt(record.dueAt()).build().equals(record);
    if (moved || isSoon(record)) {
      journal.save(record, next.toBuilder());
    }
  }

  /** An order that the network tells of is not silent, as long as there is nothing to read. */
  private void heardOf(RoutingRecord record, FulfillmentSnapshot.Change change) {
    Instant next = Silence.nextRead(record, clock.instant());
    if (ChangeNews.isBeginOfPacking(record, change)) {
      if (record.duty() == Duty.SWEEP && record.dueAt() != null) {
        journal.save(
            record,
            record.toBuilder().networkUpdatedAt(later(record, change.updatedAt())).dueAt(next));
      }
    } else if (change.phase() == Phase.WAITING && isSoon(record) && !Silence.hasFirstLook(record)) {
      journal.save(record, record.toBuilder().dueAt(next));
    }
  }

  private boolean isSoon(RoutingRecord record) {
    Instant soon = clock.instant().plus(BETWEEN_WIDE_SWEEPS);
    Instant dueAt = record.dueAt();
    return record.duty() == Duty.SWEEP
        && record.stateBehindReview() != RoutingState.SHIPPED
        && dueAt != null
        && dueAt.isBefore(soon);
  }

  private static Instant later(RoutingRecord record, @Nullable Instant updatedAt) {
    return updatedAt != null && updatedAt.isAfter(record.networkUpdatedAt())
        ? updatedAt
        : record.networkUpdatedAt();
  }

  /** An order that the network accepted may be hidden for a moment, so one look proves nothing. */
  private void notShown(RoutingRecord record) {
    Instant now = clock.instant();
    PlacementIntent intent = Objects.requireNonNull(record.intent(), "placed without intent");
    Instant since = intent.absentSince();
    if (since == null) {
      journal.save(
          record, record.toBuilder().intent(intent.absentSince(now)).dueAt(now.plus(SECOND_LOOK)));
    } else if (now.isBefore(since.plus(SECOND_LOOK))) {
      journal.save(record, record.toBuilder().dueAt(since.plus(SECOND_LOOK)));
    } else {
      missing(record, intent);
    }
  }

  /** Only a person can tell why the network does not have an order that it accepted. */
  private void missing(RoutingRecord record, PlacementIntent intent) {
    String message =
        "The network accepted the order and does not show it any more. Look it up in Seller Central"
            + " before anything is sent again.";
    ReviewNote note =
        new ReviewNote(
            ReviewCode.CREATE_UNCERTAIN,
            message,
            Map.of(),
            clock.instant(),
            record.stateBehindReview());
    journal.save(
        record,
        Reviews.raise(
            record.toBuilder().intent(intent.absentSince(null)).dueAt(null),
            TrackStage.STAGE,
            note));
  }
}
