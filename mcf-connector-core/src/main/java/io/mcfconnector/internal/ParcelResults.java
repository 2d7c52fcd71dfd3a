// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackedPackage.Confirmation;
import io.mcfconnector.model.TrackingWarning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saves what became of one parcel at the channel, and where its order stands since then. */
final class ParcelResults {

  private static final String STAGE = "confirm";

  /** Longer than a call can take. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Journal journal;
  private final Events events;
  private final Clock clock;

  ParcelResults(Journal journal, Events events, Clock clock) {
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** Saves what is about to be sent; nobody else touches the order for the time of the call. */
  RoutingRecord intend(RoutingRecord record, int index, Confirmation intent) {
    return journal.save(
        record, with(record, index, intent).toBuilder().dueAt(clock.instant().plus(LEASE)));
  }

  /** The call certainly did nothing: it may be made again at once. */
  void undone(RoutingRecord record, int index, Confirmation before) {
    journal.save(record, with(record, index, before).toBuilder().dueAt(clock.instant()));
  }

  /** The parcel goes once more, in another way than before. */
  RoutingRecord onceMore(RoutingRecord record, int index, String rule, String why) {
    return journal.save(
        record,
        with(record, index, Confirmation.OPEN).toBuilder()
            .attempts(record.attempts() + 1)
            .dueAt(clock.instant())
            .decide(decision(rule, why, record.packages().get(index))));
  }

  /** Nothing arrived, so the number may go again, after a while. */
  void later(RoutingRecord record, int index, Confirmation again, int failures, String why) {
    journal.save(
        record,
        with(record, index, again).toBuilder()
            .attempts(failures)
            .dueAt(clock.instant().plus(Backoff.after(failures)))
            .decide(decision("not-arrived", why, record.packages().get(index))));
  }

  /** Leaves the parcel to a person; the others of the order go on. */
  RoutingRecord setAside(RoutingRecord record, int index, ReviewCode code, String message) {
    TrackedPackage parcel = record.packages().get(index);
    Map<String, String> facts =
        Map.of(
            String.valueOf(parcel.parcel().trackingNumber()),
            "carrier " + parcel.parcel().carrier());
    return setAside(
        record,
        index,
        new ReviewNote(code, message, facts, clock.instant(), record.stateBehindReview()));
  }

  RoutingRecord setAside(RoutingRecord record, int index, ReviewNote note) {
    return raised(record, with(record, index, Confirmation.SET_ASIDE), note);
  }

  /** Saves the record after a call that came to nothing, with what its person has to know. */
  RoutingRecord raised(RoutingRecord record, RoutingRecord after, ReviewNote note) {
    Instant now = clock.instant();
    return journal.save(
        record,
        Reviews.raise(
            after.toBuilder().attempts(0).dueAt(TrackStage.nextLook(after, now)), STAGE, note));
  }

  private static LineItem cancelled(LineItem item) {
    return new LineItem(item.id(), item.sku(), item.bundle(), LineItem.Status.CANCELLED, null);
  }

  /** Units that the channel cancelled are not told of; the network may ship them all the same. */
  RoutingRecord without(RoutingRecord record, int index, Set<LineItemId> cancelled) {
    TrackedPackage parcel = record.packages().get(index);
    List<LineItemId> left =
        parcel.lineItems().stream().filter(unit -> !cancelled.contains(unit)).toList();
    TrackedPackage less =
        new TrackedPackage(
            parcel.generation(), parcel.shipmentId(), parcel.parcel(), left, Confirmation.OPEN);
    RoutingRecord after =
        with(record, index, less).toBuilder()
            .lineItems(
                record.lineItems().stream()
                    .map(item -> cancelled.contains(item.id()) ? cancelled(item) : item)
                    .toList())
            .build();
    RoutingRecord.Builder next = after.toBuilder();
    if (Progress.isComplete(after)) {
      Progress.advance(after, next, STAGE, clock.instant());
    }
    return journal.save(
        record,
        next.dueAt(TrackStage.nextLook(after, clock.instant()))
            .decide(
                decision(
                    "units-cancelled",
                    left.isEmpty()
                        ? "every unit of the parcel is cancelled at the channel, so it is not told"
                        : "units of the parcel are cancelled at the channel; it is told of the others",
                    less)));
  }

  /** The channel has the parcel. */
  RoutingRecord confirmed(
      RoutingRecord record,
      int index,
      @Nullable String channelPackageId,
      @Nullable TrackingWarning warning) {
    Instant now = clock.instant();
    TrackedPackage parcel = record.packages().get(index);
    RoutingRecord told =
        with(record, index, parcel.confirmation().confirmed(channelPackageId, warning, now));
    RoutingRecord.Builder next =
        told.toBuilder()
            .attempts(0)
            .decide(decision("confirmed", "the channel has the tracking", parcel));
    Progress.advance(told, next, STAGE, now);
    next.dueAt(TrackStage.nextLook(next.build(), now));
    RoutingRecord saved = journal.save(record, next);
    TrackedPackage after = saved.packages().get(index);
    events.publish(new RouterEvent.ShipmentConfirmed(now, saved.orderId(), after));
    if (warning != null) {
      events.publish(new RouterEvent.TrackingWarned(now, saved.orderId(), after));
    }
    return saved;
  }

  /** The channel has another number of a parcel that it knew. */
  RoutingRecord corrected(RoutingRecord record, int index, Confirmation corrected) {
    Instant now = clock.instant();
    RoutingRecord told = with(record, index, corrected);
    RoutingRecord saved =
        journal.save(
            record,
            told.toBuilder()
                .attempts(0)
                .dueAt(TrackStage.nextLook(told, now))
                .decide(
                    decision(
                        "corrected",
                        "the channel has number "
                            + corrected.number()
                            + " instead of "
                            + corrected.replaced(),
                        told.packages().get(index))));
    events.publish(
        new RouterEvent.ShipmentConfirmed(now, saved.orderId(), saved.packages().get(index)));
    return saved;
  }

  static RoutingRecord with(RoutingRecord record, int index, Confirmation confirmation) {
    return with(record, index, record.packages().get(index).with(confirmation));
  }

  private static RoutingRecord with(RoutingRecord record, int index, TrackedPackage parcel) {
    List<TrackedPackage> packages = new ArrayList<>(record.packages());
    packages.set(index, parcel);
    return record.toBuilder().packages(packages).build();
  }

  private Decision decision(String rule, String outcome, TrackedPackage parcel) {
    return new Decision(
        clock.instant(),
        STAGE,
        rule,
        outcome,
        Map.of(
            "package", parcel.parcel().id(),
            "number", String.valueOf(parcel.parcel().trackingNumber()),
            "units", String.valueOf(parcel.lineItems().size())));
  }
}
