// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Health;
import io.mcfconnector.model.Health.Authorization;
import io.mcfconnector.model.Health.Cause;
import io.mcfconnector.model.Health.Reason;
import io.mcfconnector.model.Health.Run;
import io.mcfconnector.model.Health.Trouble;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from the store how the duties fare; calls no platform. */
final class HealthReader {

  private static final int MAX_REVIEWS = 1000;
  private static final Duration SOON = Duration.ofDays(7);

  /** No duty is late so soon: a platform that hiccups for minutes breaks no promise. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int MISSED_RUNS = 3;

  private static final List<RoutingState> FREE =
      List.of(RoutingState.RECEIVED, RoutingState.READY, RoutingState.PLACING);

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final OrderStore store;
  private final List<DutyRun> duties;
  private final RunLog runLog;
  private final Settings settings;
  private final Clock clock;

  HealthReader(
      FulfillmentNetwork network,
      Shops shops,
      OrderStore store,
      List<DutyRun> duties,
      RunLog runLog,
      Settings settings,
      Clock clock) {
    this.network = network;
    this.shops = shops;
    this.store = store;
    this.duties = List.copyOf(duties);
    this.runLog = runLog;
    this.settings = settings;
    this.clock = clock;
  }

  Health read() {
    Instant now = clock.instant();
    Health.Orders orders = orders(now);
    List<Run> runs = duties.stream().map(runLog::read).toList();
    List<Authorization> authorizations = authorizations();
    List<Reason> reasons = new ArrayList<>();
    runs.forEach(run -> judge(run, now).ifPresent(reasons::add));
    authorizations.forEach(one -> judge(one, now).ifPresent(reasons::add));
    int atRisk = orders.atRisk();
    if (atRisk > 0) {
      String subject = atRisk == 1 ? "1 order" : atRisk + " orders";
      reasons.add(new Reason(Cause.ORDERS_AT_RISK, subject, null));
    }
    return new Health(now, reasons, orders, runs, authorizations);
  }

  private static Optional<Reason> judge(Run run, Instant now) {
    String subject = run.duty().name().toLowerCase(Locale.ROOT) + "/" + run.account();
    Instant done = run.succeededAt();
    Health.Failure failure = run.failure();
    if (failure != null && run.isFailing() && failure.trouble() == Trouble.AUTHORIZATION) {
      return Optional.of(new Reason(Cause.AUTHORIZATION_LOST, subject, failure.at()));
    }
    if (done == null) {
      return Optional.of(
          failure == null
              ? new Reason(Cause.DUTY_NOT_RUN, subject, null)
              : new Reason(Cause.DUTY_LATE, subject, null));
    }
    if (done.plus(patienceWith(run)).isBefore(now)) {
      return Optional.of(new Reason(Cause.DUTY_LATE, subject, done));
    }
    return failure != null && run.isFailing()
        ? Optional.of(new Reason(Cause.DUTY_FAILING, subject, failure.at()))
        : Optional.empty();
  }

  private static Duration patienceWith(Run run) {
    return run.interval().multipliedBy(MISSED_RUNS).plus(PATIENCE);
  }

  private static Optional<Reason> judge(Authorization authorization, Instant now) {
    Instant end = authorization.endsAt();
    if (end.isAfter(now.plus(SOON))) {
      return Optional.empty();
    }
    Cause cause = end.isAfter(now) ? Cause.AUTHORIZATION_ENDS : Cause.AUTHORIZATION_ENDED;
    return Optional.of(new Reason(cause, authorization.account(), end));
  }

  private List<Authorization> authorizations() {
    List<Authorization> known = new ArrayList<>();
    network
        .authorizationEndsAt()
        .ifPresent(end -> known.add(new Authorization(network.account().value(), end)));
    for (SalesChannel channel : shops.all()) {
      channel
          .authorizationEndsAt()
          .ifPresent(end -> known.add(new Authorization(channel.shop().value(), end)));
    }
    return known;
  }

  private Health.Orders orders(Instant now) {
    Map<ShopId, Instant> seenUntil = new LinkedHashMap<>();
    for (SalesChannel channel : shops.all()) {
      store
          .watermark(IntakeDuty.NARROW + channel.code() + "/" + channel.shop())
          .ifPresent(poll -> seenUntil.put(channel.shop(), poll));
    }
    Instant tooNear = now.plus(settings.deadlineMargin());
    List<RoutingRecord> inReview = store.findInState(RoutingState.REVIEW, shops.ids(), MAX_REVIEWS);
    Map<ReviewCode, Integer> reviews = new EnumMap<>(ReviewCode.class);
    int atRisk = store.countUrgent(shops.ids(), tooNear);
    for (RoutingRecord record : inReview) {
      ReviewNote review = record.review();
      if (review != null) {
        reviews.merge(review.code(), 1, Integer::sum);
      }
      Instant deadline = record.deadlines().earliest();
      if (deadline != null && !deadline.isAfter(tooNear) && BacklogReader.isOpen(record)) {
        atRisk++;
      }
    }
    return new Health.Orders(seenUntil, oldestUnplaced(), atRisk, reviews);
  }

  private Health.@Nullable Unplaced oldestUnplaced() {
    return FREE.stream()
        .map(state -> store.findInState(state, shops.ids(), 1))
        .flatMap(List::stream)
        .min(Comparator.comparing(RoutingRecord::receivedAt))
        .map(
            oldest ->
                new Health.Unplaced(
                    oldest.orderId(), oldest.receivedAt(), oldest.deadlines().earliest()))
        .orElse(null);
  }
}
