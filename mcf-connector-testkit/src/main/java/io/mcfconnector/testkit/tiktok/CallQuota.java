// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts calls for each operation of the shop: a token bucket that holds one second's worth. */
final class CallQuota {

  private final Clock clock;
  private final double defaultPerSecond;
  private final Map<String, Double> perSecond;
  private final Map<String, Bucket> buckets = new HashMap<>();

  CallQuota(Clock clock, double defaultPerSecond, Map<String, Double> perSecond) {
    this.clock = clock;
    this.defaultPerSecond = defaultPerSecond;
    this.perSecond = Map.copyOf(perSecond);
  }

  /** Refuses a call too many. */
  void take(String operation) {
    double rate = perSecond.getOrDefault(operation, defaultPerSecond);
    Bucket bucket =
        buckets.computeIfAbsent(operation, key -> new Bucket(clock.instant(), Math.max(1, rate)));
    if (!bucket.take(clock.instant(), rate)) {
      throw exceeded();
    }
  }

  static Refusal exceeded() {
    return Refusal.of(429, Envelope.TOO_MANY_REQUESTS, "Too many requests. Slow down.");
  }

  private static final class Bucket {
    private Instant filledAt;
    private double left;

    private Bucket(Instant now, double left) {
      this.filledAt = now;
      this.left = left;
    }

    private boolean take(Instant now, double rate) {
      double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
      left = Math.min(Math.max(1, rate), left + Math.max(0, seconds) * rate);
      filledAt = now;
      if (left < 1) {
        return false;
      }
      left -= 1;
      return true;
    }
  }
}
