// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells that an authorization ends soon: once for each threshold, also over restarts. What was told
 * is remembered by the end it was told of, so that a renewed authorization is told of anew.
 */
final class ExpiryNotice {

  /** Smallest first, so that an authorization first seen late is told of once. */
  private static final List<Integer> DAYS = List.of(1, 7, 14, 30);

  /** A refresh may move the end by some seconds; that is no other end. */
  private static final Duration SAME_END = Duration.ofDays(1);

  private final OrderStore store;
  private final Events events;
  private final Clock clock;

  ExpiryNotice(OrderStore store, Events events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /** Publishes the event that is due for an account, if any. */
  void tell(String account, Instant endsAt) {
    Instant now = clock.instant();
    Duration left = Duration.between(now, endsAt);
    for (int days : DAYS) {
      if (left.compareTo(Duration.ofDays(days)) <= 0) {
        tellOnce(
            account, endsAt, days, new RouterEvent.TokenExpiring(now, account, endsAt, up(left)));
        return;
      }
    }
  }

  private void tellOnce(String account, Instant endsAt, int days, RouterEvent event) {
    String watermark = "authorization-ends/" + account + "/" + days;
    boolean told =
        store
            .watermark(watermark)
            .map(end -> Duration.between(end, endsAt).abs().compareTo(SAME_END) < 0)
            .orElse(false);
    if (!told) {
      // Saved last: better told twice than never.
      events.publish(event);
      store.saveWatermark(watermark, endsAt);
    }
  }

  private static int up(Duration left) {
    long days = left.isNegative() ? 0 : left.plusDays(1).minusNanos(1).toDays();
    return Math.toIntExact(days);
  }
}
