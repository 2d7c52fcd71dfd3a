// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Notice;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What platforms told of by themselves: one inbox for each duty, in which a notice stays open until
 * the duty has looked it up. A kill in between only means that it looks again.
 */
final class Inboxes {

  /** So many open ones mean that a duty cannot do its work; the platforms send again later. */
  static final int MOST_OPEN = 10_000;

  /** Longer than the platforms go on repeating a notice that was not answered. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final OrderStore store;
  private final Events events;
  private final Clock clock;
  private final BooleanSupplier stopping;

  Inboxes(OrderStore store, Events events, Clock clock, BooleanSupplier stopping) {
    this.store = store;
    this.events = events;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** Keeps a notice for a duty; returns whether it was not known. */
  boolean post(DutyRun duty, Notice notice) {
    return store.postNotice(duty.name(), notice, clock.instant(), MOST_OPEN);
  }

  /**
   * Hands the open notices of a duty to {@code look}, batch by batch, and settles each batch when
   * all of it was looked up.
   *
   * @param batch how many are looked up together
   * @param poll when the duty last looked without being told; {@code null} = never
   * @return whether there were any
   */
  <T extends Notice> boolean follow(
      DutyRun duty, Class<T> kind, int batch, @Nullable Instant poll, Consumer<List<T>> look) {
    int found;
    boolean any = false;
    do {
      List<Notice> open = store.openNotices(duty.name(), batch);
      found = open.size();
      if (found > 0) {
        look.accept(open.stream().filter(kind::isInstance).map(kind::cast).toList());
      }
      // A router that stops leaves steps undone; the next one looks again.
      if (stopping.getAsBoolean()) {
        return any;
      }
      settle(duty, open, poll);
      any |= found > 0;
    } while (found == batch);
    return any;
  }

  private void settle(DutyRun duty, List<Notice> looked, @Nullable Instant poll) {
    if (!looked.isEmpty()) {
      store.settleNotices(duty.name(), looked);
      Instant now = clock.instant();
      for (Notice notice : looked) {
        events.publish(
            new RouterEvent.NoticeFollowed(
                now, duty.duty(), notice, pollGap(notice.at(), poll, duty.interval())));
      }
    }
  }

  /** How long after the change the next poll would have come, had it not been told. */
  private static Duration pollGap(Instant changed, @Nullable Instant poll, Duration interval) {
    if (poll == null || !changed.isAfter(poll)) {
      return Duration.ZERO;
    }
    Duration gap = Duration.between(changed, poll.plus(interval));
    return gap.isNegative() ? Duration.ZERO : gap;
  }

  /** Forgets what was settled long ago. */
  void purge() {
    store.purgeNotices(clock.instant().minus(REMEMBERED));
  }

  /** Returns each thing once that notices tell of. */
  static <T extends Notice, K> List<K> distinct(List<T> notices, Function<T, K> thing) {
    return notices.stream().map(thing).distinct().toList();
  }
}
