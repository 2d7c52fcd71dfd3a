// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.micrometer;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.event.RouterListener;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Metrics of one router: counters of what it does on this node, and gauges of how it fares on
 * whatever node. Names and tags are those of {@code docs/metrics.md}. No tag holds an order's id or
 * buyer data, and each has few values. Thread-safe.
 *
 * <pre>{@code
 * RouterMetrics metrics = RouterMetrics.on(registry);
 * OrderRouter router = OrderRouter.builder()
 *     .listener(metrics)
 *     // …
 *     .build();
 * metrics.watch(router);
 * }</pre>
 *
 * <p>A registry takes the metrics of one router. With several in one process, each needs a registry
 * of its own.
 */
public final class RouterMetrics implements RouterListener {

  private final MeterRegistry registry;

  private RouterMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Returns the metrics of a router, to be given to its builder as a listener. */
  public static RouterMetrics on(MeterRegistry registry) {
    return new RouterMetrics(registry);
  }

  /**
   * Adds the gauges. They read {@link OrderRouter#health()} on the thread that asks for them, at
   * most once in ten seconds. While the store cannot be read, {@code mcf.health} is 0 and all
   * others are {@code NaN}.
   */
  public void watch(OrderRouter router) {
    HealthGauges.register(registry, router::health);
  }

  /** Counts an event. */
  @Override
  public void onEvent(RouterEvent event) {
    registry.counter("mcf.events", "event", event.getClass().getSimpleName()).increment();
    if (event instanceof RouterEvent.StateChanged moved) {
      registry.counter("mcf.orders.moved", "state", moved.to().name()).increment();
    } else if (event instanceof RouterEvent.ReviewRaised raised) {
      registry.counter("mcf.reviews.raised", "code", raised.review().code().name()).increment();
    } else if (event instanceof RouterEvent.StepFailed failed) {
      registry.counter("mcf.steps.failed", "problem", problem(failed.problem())).increment();
    } else if (event instanceof RouterEvent.DutyFailed failed) {
      registry
          .counter(
              "mcf.duties.failed",
              "duty",
              failed.duty().name(),
              "problem",
              problem(failed.problem()))
          .increment();
    }
  }

  /** The class of a problem, never its text: messages are for people, and there are too many. */
  private static String problem(RuntimeException problem) {
    if (problem instanceof ApiException api) {
      return api.kind().name();
    }
    return problem instanceof StoreException ? "STORE" : "OTHER";
  }
}
