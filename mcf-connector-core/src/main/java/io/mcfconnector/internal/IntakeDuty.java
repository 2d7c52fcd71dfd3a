// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees the new and changed orders of one shop, and judges those whose hold is over. */
final class IntakeDuty implements DutyRun {

  /** Windows overlap, since the channel shows changes late and moves orders between pages. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /** No overlap is long enough for an order that the channel shows hours late; a wide poll is. */
  private static final Duration BETWEEN_WIDE_POLLS = Duration.ofHours(4);

  /** Most late orders are late by minutes: a poll of so much finds them sooner and costs little. */
  private static final Duration LATE = Duration.ofHours(1);

  private static final Duration BETWEEN_LATE_POLLS = Duration.ofMinutes(30);

  /** What was ordered since is in no list yet, most likely. */
  private static final Duration JUST_NOW = Duration.ofSeconds(10);

  /** Begins the name of the time of a shop's last poll. */
  static final String NARROW = "intake/";

  private static final String LATER = "intake-late/";
  private static final String SEEN = "intake-seen/";
  private static final String WIDE = "intake-wide/";

  private static final int BATCH = 50;

  private final SalesChannel channel;
  private final Shops shops;
  private final AssessStage assess;
  private final CancelWatch cancels;
  private final ChannelCancel channelCancel;
  private final AddressWatch addresses;
  private final WarehouseGuard guard;
  private final NoticedOrders noticed;
  private final OrderStore store;
  private final Journal journal;
  private final DueWork dueWork;
  private final Settings settings;
  private final Clock clock;

  IntakeDuty(
      SalesChannel channel,
      Shops shops,
      AssessStage assess,
      CancelWatch cancels,
      ChannelCancel channelCancel,
      AddressWatch addresses,
      WarehouseGuard guard,
      NoticedOrders noticed,
      OrderStore store,
      Journal journal,
      DueWork dueWork,
      Settings settings,
      Clock clock) {
    this.channel = channel;
    this.shops = shops;
    this.assess = assess;
    this.cancels = cancels;
    this.channelCancel = channelCancel;
    this.addresses = addresses;
    this.guard = guard;
    this.noticed = noticed;
    this.store = store;
    this.journal = journal;
    this.dueWork = dueWork;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Duty duty() {
    return Duty.INTAKE;
  }

  @Override
  public String account() {
    return channel.code() + "/" + channel.shop();
  }

  @Override
  public Duration interval() {
    return settings.orderPoll();
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

  /** A run that notices caused polls only when it is time; any other always does. */
  private void run(boolean polls) {
    boolean told = false;
    try {
      told = noticed.follow(this, store.watermark(NARROW + account()).orElse(null), this::take);
    } finally {
      try {
        if (polls || !told || isTime(NARROW, interval(), clock.instant())) {
          poll();
        }
      } finally {
        // Holds end all the same when the channel cannot list its changes.
        dueWork.drain(Duty.INTAKE, List.of(channel.shop()), BATCH, this::judge);
      }
    }
  }

  /**
   * Takes in what was ordered up to now, as a poll does, unless one was just now; returns whether
   * it was not stopped.
   */
  boolean look() {
    if (isTime(NARROW, JUST_NOW, clock.instant())) {
      poll();
    }
    return !dueWork.isStopping();
  }

  /** Reads what changed since the last poll, and now and then everything that changed lately. */
  private void poll() {
    Instant now = clock.instant();
    Optional<Instant> last = store.watermark(NARROW + account());
    if (last.filter(now::isBefore).isPresent()) {
      clockSetBack(last.get());
      last = Optional.empty();
    }
    List<String> done = new ArrayList<>(List.of(NARROW));
    Instant lookback = now.minus(settings.lookback());
    Instant from = last.flatMap(this::sinceSeen).orElse(lookback);
    if (from.isBefore(lookback)) {
      from = lookback;
    }
    if (isTime(LATER, BETWEEN_LATE_POLLS, now)) {
      from = earlier(from, now.minus(LATE));
      done.add(LATER);
    }
    if (last.isEmpty() || isTime(WIDE, BETWEEN_WIDE_POLLS, now)) {
      from = lookback;
      done.add(WIDE);
    }
    Instant newest = read(from, now);
    // Saved last, and only when nothing was left out: a crash before only means that the same
    // window is read again.
    if (!dueWork.isStopping()) {
      if (newest.isAfter(from)) {
        store.saveWatermark(SEEN + account(), newest);
      }
      done.forEach(poll -> store.saveWatermark(poll + account(), now));
    }
  }

  /**
   * A clock that is ahead of the channel's leaves a gap behind the last change it has shown; empty
   * for a channel that has shown none.
   */
  private Optional<Instant> sinceSeen(Instant lastPoll) {
    return store
        .watermark(SEEN + account())
        .map(newest -> earlier(newest, lastPoll).minus(OVERLAP));
  }

  private boolean isTime(String poll, Duration between, Instant now) {
    return store
        .watermark(poll + account())
        .filter(before -> !now.isBefore(before) && now.isBefore(before.plus(between)))
        .isEmpty();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** A poll of the future proves it; what waits by the clock of that time would wait too long. */
  private void clockSetBack(Instant before) {
    for (Duty duty : List.of(Duty.PLACE, Duty.CONFIRM, Duty.SWEEP)) {
      dueWork.bringForward(duty, channel.shop(), before);
    }
  }

  /** Returns the channel's time of the newest change in a window; its start when there is none. */
  private Instant read(Instant from, Instant to) {
    Instant newest = from;
    String page = null;
    do {
      OrderPage orders = channel.findChanged(from, to, page);
      take(orders);
      for (Order order : orders.orders()) {
        newest = order.updatedAt().isAfter(newest) ? order.updatedAt() : newest;
      }
      page = orders.nextPage();
    } while (page != null);
    return newest;
  }

  private void take(OrderPage orders) {
    shops.reportUnreadable(channel.shop(), orders);
    orders.unreadable().forEach(this::acceptUnreadable);
    orders.orders().forEach(this::accept);
  }

  private void judge(List<RoutingRecord> due) {
    Map<OrderId, Order> orders = shops.read(due);
    for (RoutingRecord record : due) {
      dueWork.step(record, () -> judge(record, orders.get(record.orderId())));
    }
  }

  private void judge(RoutingRecord record, @Nullable Order order) {
    if (order == null) {
      dueWork.awaitReadable(record);
    } else {
      journal.save(record, assess.assess(record, order));
    }
  }

  /** Puts an order on record of which no more than the id is known, to be read again by it. */
  private void acceptUnreadable(OrderPage.UnreadableOrder unreadable) {
    OrderId id = unreadable.id();
    if (id != null && store.find(id).isEmpty()) {
      Instant now = clock.instant();
      journal.open(
          RoutingRecord.builder(channel.code(), channel.shop(), id)
              .receivedAt(now)
              .dueAt(now.plus(Backoff.after(1)))
              .attempts(1)
              .decide(
                  new Decision(
                      now,
                      "intake",
                      "unreadable",
                      "the channel's answer could not be read",
                      Map.of("problem", unreadable.problem())))
              .build());
    }
  }

  /** Takes in an order read just now, known or not; its trouble stays its own. */
  void accept(Order order) {
    Optional<RoutingRecord> known = store.find(order.id());
    guard.look(channel, order, known.orElse(null));
    if (known.isEmpty()) {
      RoutingRecord received = received(order);
      // Open first: an order whose judgement fails is on record and judged again.
      journal.open(received);
      dueWork.step(received, () -> journal.save(received, assess.assess(received, order)));
    } else if (isNews(known.get(), order)) {
      dueWork.step(known.get(), () -> changed(known.get(), order));
    }
  }

  private RoutingRecord received(Order order) {
    Instant now = clock.instant();
    return RoutingRecord.builder(channel.code(), channel.shop(), order.id())
        .receivedAt(now)
        .orderedAt(order.createdAt())
        .deadlines(order.deadlines())
        .lineItems(order.openLineItems())
        .dueAt(now)
        .build();
  }

  private void changed(RoutingRecord record, Order order) {
    RoutingRecord.Builder seen = record.toBuilder().channelUpdatedAt(order.updatedAt());
    if (isBeforePlacing(record)) {
      journal.save(record, assess.assess(record, order));
      return;
    }
    if (ChannelCancel.endsReview(record, order)) {
      journal.save(
          record,
          ChannelCancel.cancelled(record, clock.instant()).channelUpdatedAt(order.updatedAt()));
      return;
    }
    Optional<RoutingRecord.Builder> unwanted = cancels.notice(record, seen, order);
    if (unwanted.isPresent()) {
      journal.save(record, unwanted.get());
    } else if (addresses.isChanged(record, order)) {
      journal.save(record, addresses.raise(record, seen.deadlines(order.deadlines()), order));
    } else if (record.state() == RoutingState.CANCELLED
        && record.intent() != null
        && ChannelCancel.isReopened(order)) {
      channelCancel.reopen(record, seen);
    } else if (record.stateBehindReview() == RoutingState.SHIPPED && isDelivered(order)) {
      journal.save(
          record, TrackStage.delivered(seen, clock.instant(), "the channel shows it as delivered"));
    } else if (!record.state().isEnd()) {
      saveIfMoved(record, seen.deadlines(order.deadlines()).build());
    }
  }

  /** A write of nothing new would only spoil the record that another duty holds. */
  private void saveIfMoved(RoutingRecord record, RoutingRecord next) {
    if (!next.equals(record)) {
      journal.save(record, next.toBuilder());
    }
  }

  private boolean isNews(RoutingRecord record, Order order) {
    // Neither a request to cancel nor a new address need move the order's time of change.
    return order.updatedAt().isAfter(record.channelUpdatedAt())
        || cancels.isNews(record, order)
        || addresses.isChanged(record, order)
        || isDue(record);
  }

  private boolean isDue(RoutingRecord record) {
    Instant dueAt = record.dueAt();
    return record.duty() == Duty.INTAKE && dueAt != null && !dueAt.isAfter(clock.instant());
  }

  private static boolean isBeforePlacing(RoutingRecord record) {
    ReviewNote review = record.review();
    return record.state().isBeforePlacing()
        || (review != null && review.resumeAt().isBeforePlacing());
  }

  private static boolean isDelivered(Order order) {
    return order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.COMPLETED;
  }
}
