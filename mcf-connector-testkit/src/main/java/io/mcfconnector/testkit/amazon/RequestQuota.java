// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Token buckets by operation, exact on the simulator's clock. */
final class RequestQuota {

  private static final long NANOS = 1_000_000_000L;
  private static final Rate DEFAULT = new Rate(2, 30);
  private static final Rate NOTIFICATIONS = new Rate(1, 5);
  private static final Map<String, Rate> PUBLISHED =
      Map.ofEntries(
          Map.entry("getInventorySummaries", new Rate(2, 2)),
          Map.entry("deliveryOffers", new Rate(5, 30)),
          Map.entry("getOffers", new Rate(5, 30)),
          Map.entry("createDestination", NOTIFICATIONS),
          Map.entry("getDestinations", NOTIFICATIONS),
          Map.entry("getDestination", NOTIFICATIONS),
          Map.entry("deleteDestination", NOTIFICATIONS),
          Map.entry("createSubscription", NOTIFICATIONS),
          Map.entry("getSubscription", NOTIFICATIONS),
          Map.entry("getSubscriptions", NOTIFICATIONS),
          Map.entry("getSubscriptionById", NOTIFICATIONS),
          Map.entry("deleteSubscriptionById", NOTIFICATIONS),
          Map.entry("sendTestNotification", NOTIFICATIONS));

  private final Map<String, Rate> rates = new HashMap<>(PUBLISHED);
  private final Map<String, Bucket> buckets = new HashMap<>();
  private boolean limited = true;

  /** Tokens a second, and how many a bucket holds. */
  record Rate(double perSecond, int burst) {
    Rate {
      if (!(perSecond > 0) || burst < 1) {
        throw new IllegalArgumentException("quota: rate and burst must be positive");
      }
    }

    private long nanosPerToken() {
      return Math.round(NANOS / perSecond);
    }
  }

  void set(String operation, Rate rate) {
    rates.put(operation, rate);
  }

  void switchOff() {
    limited = false;
  }

  Rate rate(String operation) {
    return rates.getOrDefault(operation, DEFAULT);
  }

  boolean tryTake(String operation, Instant now) {
    return !limited
        || buckets.computeIfAbsent(operation, key -> new Bucket(rate(operation), now)).tryTake(now);
  }

  /** Counts in nanoseconds of waiting, so that no rounding adds up. */
  private static final class Bucket {
    private final long nanosPerToken;
    private final long capacity;
    private long filled;
    private Instant at;

    private Bucket(Rate rate, Instant now) {
      nanosPerToken = rate.nanosPerToken();
      capacity = Math.multiplyExact(nanosPerToken, (long) rate.burst());
      filled = capacity;
      at = now;
    }

    private boolean tryTake(Instant now) {
      if (now.isAfter(at)) {
        long seconds = Math.min(now.getEpochSecond() - at.getEpochSecond(), capacity / NANOS + 2);
        filled = Math.min(capacity, filled + seconds * NANOS + now.getNano() - at.getNano());
        at = now;
      }
      if (filled < nanosPerToken) {
        return false;
      }
      filled -= nanosPerToken;
      return true;
    }
  }
}
