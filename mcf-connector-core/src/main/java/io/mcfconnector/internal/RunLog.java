// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.Health.Trouble;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When each duty did its work last, and when and why it did not: in the store, since any node may
 * have run it.
 */
final class RunLog {

  private static final Logger log = LoggerFactory.getLogger(RunLog.class);

  /** A busy duty is woken many times a second; nobody needs to know it so exactly. */
  private static final Duration BETWEEN_SAVES = Duration.ofSeconds(10);

  private static final String DONE = "run-done/";
  private static final String FAILED = "run-failed/";

  private final OrderStore store;
  private final Clock clock;

  /** Spares writes; what is on record is the store's. */
  private final Map<String, Instant> saved = new ConcurrentHashMap<>();

  RunLog(OrderStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void succeeded(DutyRun duty) {
    Instant now = clock.instant();
    Instant before = saved.get(duty.name());
    if (before == null || now.isBefore(before) || !now.isBefore(before.plus(BETWEEN_SAVES))) {
      store.saveWatermark(DONE + duty.name(), now);
      saved.put(duty.name(), now);
    }
  }

  /** The failure itself is told by an event; a store that fails too must not hide it. */
  void failed(DutyRun duty, RuntimeException problem) {
    saved.remove(duty.name());
    Instant now = clock.instant();
    String name = FAILED + duty.name();
    try {
      store.saveWatermark(name + "/" + troubleOf(problem), now);
      store.saveWatermark(name, now);
    } catch (RuntimeException e) {
      log.debug("The failed run of {} is not on record: {}", duty.name(), e.getMessage());
    }
  }

  Health.Run read(DutyRun duty) {
    Instant done = store.watermark(DONE + duty.name()).orElse(null);
    return new Health.Run(duty.duty(), duty.account(), duty.interval(), done, failureOf(duty));
  }

  private Health.@Nullable Failure failureOf(DutyRun duty) {
    String name = FAILED + duty.name();
    return store
        .watermark(name)
        .map(at -> new Health.Failure(at, troubleAt(name, at)))
        .orElse(null);
  }

  private Trouble troubleAt(String name, Instant at) {
    return Stream.of(Trouble.values())
        .filter(trouble -> store.watermark(name + "/" + trouble).equals(Optional.of(at)))
        .findFirst()
        .orElse(Trouble.OTHER);
  }

  private static Trouble troubleOf(RuntimeException problem) {
    if (problem instanceof StoreException) {
      return Trouble.STORE;
    }
    if (!(problem instanceof ApiException api)) {
      return Trouble.OTHER;
    }
    return switch (api.kind()) {
      case AUTHORIZATION_LOST, TOKEN_EXPIRED -> Trouble.AUTHORIZATION;
      case THROTTLED -> Trouble.THROTTLED;
      case NOT_SENT, NO_ANSWER, UNAVAILABLE -> Trouble.UNREACHABLE;
      case UNREADABLE, NOT_FOUND, ALREADY_DONE, STATE_CONFLICT, REFUSED, CALLER_FAULT ->
          Trouble.REFUSED;
    };
  }
}
