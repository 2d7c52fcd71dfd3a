// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One token bucket for each operation of an account. Makes callers wait for their turn and never
 * refuses; learns when the platform tells another rate. Thread-safe.
 */
final class RateLimiter {

  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final TimeMeter meter;
  private final BlockingStrategy wait;

  /**
   * Creates a limiter.
   *
   * @param clock measures the refill; {@code null} = the machine's own elapsed time, which no
   *     change of the wall clock disturbs
   * @param pause lets callers wait
   */
  RateLimiter(@Nullable Clock clock, Pause pause) {
    this.meter = clock == null ? TimeMeter.SYSTEM_NANOTIME : new ElapsedTime(clock);
    this.wait = nanos -> pause.pause(Duration.ofNanos(nanos));
  }

  /** Returns when the operation may be called once. */
  void acquire(String operation, Quota quota) throws InterruptedException {
    lane(operation, quota).bucket.asBlocking().consume(1, wait);
  }

  /** Takes over the rate that the platform granted this account. */
  void learn(String operation, Quota quota, double permitsPerSecond) {
    lane(operation, quota).changeRate(permitsPerSecond);
  }

  /** Slows the operation down after the platform refused a call for being too early. */
  void drain(String operation, Quota quota, Duration atLeast) {
    Lane lane = lane(operation, quota);
    long debt = (long) Math.ceil(atLeast.toMillis() / 1000.0 * lane.permitsPerSecond);
    // Down to the debt and not further: many callers are refused at the same time.
    long tooMany = lane.bucket.getAvailableTokens() + debt;
    if (tooMany > 0) {
      lane.bucket.consumeIgnoringRateLimits(tooMany);
    }
  }

  /** Returns what the bucket lets through now, without taking anything from it. */
  CallAllowance allowance(String operation, Quota quota) {
    Lane lane = lane(operation, quota);
    return new CallAllowance(
        lane.bucket.getAvailableTokens(), lane.capacity, lane.permitsPerSecond);
  }

  private Lane lane(String operation, Quota quota) {
    return lanes.computeIfAbsent(operation, key -> new Lane(quota, meter));
  }

  /** The bucket of one operation. */
  private static final class Lane {
    /** One permit each nanosecond. */
    private static final double MAX_RATE = 1_000_000_000;

    private final int capacity;
    private final Bucket bucket;
    private volatile double permitsPerSecond;

    private Lane(Quota quota, TimeMeter meter) {
      // One below the published burst: our bucket and the platform's never tick in phase, and at
      // the full burst about one call in 150 came too early.
      this.capacity = Math.max(1, quota.burst() - 1);
      this.permitsPerSecond = quota.permitsPerSecond();
      this.bucket =
          Bucket.builder()
              .withCustomTimePrecision(meter)
              .addLimit(bandwidth(permitsPerSecond))
              .build();
    }

    private void changeRate(double granted) {
      boolean usable = granted > 0 && granted <= MAX_RATE;
      if (!usable || granted == permitsPerSecond) {
        return;
      }
      permitsPerSecond = granted;
      BucketConfiguration changed =
          BucketConfiguration.builder().addLimit(bandwidth(granted)).build();
      bucket.replaceConfiguration(changed, TokensInheritanceStrategy.AS_IS);
    }

    private Bandwidth bandwidth(double rate) {
      Duration perPermit = Duration.ofNanos((long) (1_000_000_000L / rate));
      return Bandwidth.builder().capacity(capacity).refillGreedy(1, perPermit).build();
    }
  }

  /** Elapsed time of a wall clock: a clock set back stops it for a moment, never turns it back. */
  private static final class ElapsedTime implements TimeMeter {
    private final Clock clock;
    private long lastMillis;
    private long elapsedMillis;

    private ElapsedTime(Clock clock) {
      this.clock = clock;
      this.lastMillis = clock.millis();
    }

    @Override
    public synchronized long currentTimeNanos() {
      long now = clock.millis();
      elapsedMillis += Math.max(0, now - lastMillis);
      lastMillis = now;
      return Duration.ofMillis(elapsedMillis).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
