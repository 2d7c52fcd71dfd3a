// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.internal.RoutingEngine;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.CancelOutcome;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reconciliation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The router over its engine: life cycle and questions. Thread-safe. */
final class DefaultOrderRouter implements OrderRouter {

  private static final int MAX_REVIEWS = 1000;

  private enum Life {
    BUILT,
    STARTED,
    CLOSED
  }

  private final RoutingEngine engine;
  private final TaskScheduler scheduler;
  private final Doctor doctor;
  private final AtomicReference<Life> life = new AtomicReference<>(Life.BUILT);

  DefaultOrderRouter(RoutingEngine engine, TaskScheduler scheduler, Doctor doctor) {
    this.engine = engine;
    this.scheduler = scheduler;
    this.doctor = doctor;
  }

  @Override
  public void start() {
    if (life.compareAndSet(Life.BUILT, Life.STARTED)) {
      engine.start(scheduler);
    } else {
      requireOpen();
    }
  }

  private void requireOpen() {
    if (life.get() == Life.CLOSED) {
      throw new IllegalStateException("the router is closed; build a new one");
    }
  }

  @Override
  public RunReport runDue() {
    return run(EnumSet.allOf(Duty.class));
  }

  @Override
  public RunReport runDue(Duty duty) {
    return run(EnumSet.of(duty));
  }

  private RunReport run(Collection<Duty> duties) {
    requireOpen();
    return new RunReport(engine.run(duties));
  }

  @Override
  public RoutingRecord route(OrderId orderId) {
    requireOpen();
    return engine.route(orderId);
  }

  @Override
  public boolean accept(Notice notice) {
    requireOpen();
    return engine.accept(notice);
  }

  @Override
  public CancelOutcome cancel(OrderId orderId, CancelReason reason, String by) {
    requireOpen();
    ReviewRepair.requireName(by);
    return engine.cancel(orderId, reason, by);
  }

  @Override
  public Optional<RoutingRecord> status(OrderId orderId) {
    return engine.find(orderId);
  }

  @Override
  public Optional<Explanation> explain(OrderId orderId) {
    return engine.find(orderId).map(Explanation::of);
  }

  @Override
  public Backlog backlog() {
    return engine.backlog();
  }

  @Override
  public Health health() {
    return engine.health();
  }

  @Override
  public Reconciliation reconcile(Instant from, Instant to) {
    requireOpen();
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("the range must begin before it ends");
    }
    return engine.reconcile(from, to);
  }

  @Override
  public List<Review> reviews() {
    return engine.inState(RoutingState.REVIEW, MAX_REVIEWS).stream()
        .map(record -> new Review(record, engine.repairs()))
        .toList();
  }

  @Override
  public Optional<Review> review(OrderId orderId) {
    return engine
        .find(orderId)
        .filter(record -> record.state() == RoutingState.REVIEW)
        .map(record -> new Review(record, engine.repairs()));
  }

  @Override
  public CheckUp doctor() {
    return doctor.examine();
  }

  @Override
  public boolean reserve(String id, Msku msku, int units) {
    requireOpen();
    return engine.reserve(id, msku, units);
  }

  @Override
  public boolean release(String id) {
    requireOpen();
    return engine.release(id);
  }

  @Override
  public Optional<Address> destination(OrderId orderId, String by) {
    ReviewRepair.requireName(by);
    return engine.destination(orderId, by);
  }

  @Override
  public boolean erase(OrderId orderId) {
    return engine.erase(orderId);
  }

  @Override
  public void close() {
    if (life.getAndSet(Life.CLOSED) != Life.CLOSED) {
      engine.stop();
    }
  }
}
