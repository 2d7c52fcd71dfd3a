// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.micrometer;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.ReviewCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gauges over one reading of the health, which they share for ten seconds. Thread-safe. */
final class HealthGauges {

  private static final Logger log = LoggerFactory.getLogger(HealthGauges.class);

  private static final long SHARED_NANOS = Duration.ofSeconds(10).toNanos();

  private final MeterRegistry registry;
  private final Supplier<Health> source;
  private final Set<String> known = new HashSet<>();
  private boolean isRead;
  private long readAt;
  private @Nullable Health last;

  private HealthGauges(MeterRegistry registry, Supplier<Health> source) {
    this.registry = registry;
    this.source = source;
  }

  static void register(MeterRegistry registry, Supplier<Health> source) {
    HealthGauges gauges = new HealthGauges(registry, source);
    Gauge.builder("mcf.health", gauges, HealthGauges::verdict)
        .strongReference(true)
        .register(registry);
    gauges.count("mcf.orders.at.risk", Tags.empty(), health -> health.orders().atRisk());
    for (ReviewCode code : ReviewCode.values()) {
      gauges.count(
          "mcf.reviews",
          Tags.of("code", code.name()),
          health -> health.orders().reviews().getOrDefault(code, 0));
    }
    gauges.time("mcf.orders.unplaced.age", Tags.empty(), HealthGauges::unplacedSince);
    // Accounts are known from the first reading on.
    gauges.health();
  }

  private double verdict() {
    Health health = health();
    if (health == null) {
      return 0;
    }
    return switch (health.verdict()) {
      case UP -> 2;
      case DEGRADED -> 1;
      case DOWN -> 0;
    };
  }

  private static @Nullable Duration unplacedSince(Health health) {
    Health.Unplaced oldest = health.orders().oldestUnplaced();
    return oldest == null ? Duration.ZERO : Duration.between(oldest.receivedAt(), health.at());
  }

  /** Returns the health of the last ten seconds; {@code null} when it cannot be read. */
  private synchronized @Nullable Health health() {
    long now = registry.config().clock().monotonicTime();
    if (!isRead || now - readAt >= SHARED_NANOS) {
      last = read();
      isRead = true;
      readAt = now;
      if (last != null) {
        addAccounts(last);
      }
    }
    return last;
  }

  private @Nullable Health read() {
    try {
      return source.get();
    } catch (StoreException e) {
      // The gauges tell it; the reason is the store's to tell, on each of its calls.
      log.debug("The health cannot be read: {}", e.getMessage());
      return null;
    }
  }

  private void addAccounts(Health health) {
    health
        .orders()
        .seenUntil()
        .keySet()
        .forEach(
            shop ->
                timeOnce(
                    "mcf.intake.lag",
                    Tags.of("shop", shop.value()),
                    one -> one.intakeLag(shop).orElse(null)));
    for (Health.Run run : health.runs()) {
      timeOnce(
          "mcf.duties.age",
          Tags.of("duty", run.duty().name(), "account", run.account()),
          one -> ageOf(run, one));
    }
    for (Health.Authorization authorization : health.authorizations()) {
      timeOnce(
          "mcf.authorizations.left",
          Tags.of("account", authorization.account()),
          one -> leftOf(authorization.account(), one));
    }
  }

  private static @Nullable Duration ageOf(Health.Run of, Health health) {
    return health.runs().stream()
        .filter(run -> run.duty() == of.duty() && run.account().equals(of.account()))
        .findFirst()
        .map(Health.Run::succeededAt)
        .map(succeededAt -> Duration.between(succeededAt, health.at()))
        .orElse(null);
  }

  private static @Nullable Duration leftOf(String account, Health health) {
    return health.authorizations().stream()
        .filter(authorization -> authorization.account().equals(account))
        .findFirst()
        .map(Health.Authorization::endsAt)
        .map((Instant end) -> Duration.between(health.at(), end))
        .orElse(null);
  }

  private void count(String name, Tags tags, ToDoubleFunction<Health> value) {
    Gauge.builder(name, this, gauges -> gauges.value(value))
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private double value(ToDoubleFunction<Health> value) {
    Health health = health();
    return health == null ? Double.NaN : value.applyAsDouble(health);
  }

  private interface Span {
    /** Returns a time; {@code null} when there is none to tell. */
    @Nullable Duration of(Health health);
  }

  private void timeOnce(String name, Tags tags, Span span) {
    if (known.add(name + tags)) {
      time(name, tags, span);
    }
  }

  private void time(String name, Tags tags, Span span) {
    TimeGauge.builder(
            name,
            this,
            TimeUnit.MILLISECONDS,
            gauges -> gauges.value(health -> millis(span, health)))
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private static double millis(Span span, Health health) {
    Duration time = span.of(health);
    return time == null ? Double.NaN : time.toMillis();
  }
}
