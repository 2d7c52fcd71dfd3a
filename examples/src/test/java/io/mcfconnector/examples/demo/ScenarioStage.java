// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.Repair;
import io.mcfconnector.Review;
import io.mcfconnector.model.CancelOutcome;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where one order of the scenario table plays; all times count from when the buyer orders. */
final class ScenarioStage {

  /** Something that happens at a time. */
  record Act(Duration after, Runnable action) {}

  private final SimulatedWorld world;
  private final SampleOrders samples;
  private final List<Act> acts = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private Duration checkedAfter = Duration.ofDays(3);
  private @Nullable SimulatedOrder order;

  ScenarioStage(SimulatedWorld world, SampleOrders samples) {
    this.world = world;
    this.samples = samples;
  }

  SimulatedWorld world() {
    return world;
  }

  SampleOrders samples() {
    return samples;
  }

  List<Act> acts() {
    return acts;
  }

  Duration checkedAfter() {
    return checkedAfter;
  }

  String id() {
    return Objects.requireNonNull(order, "no order yet").id();
  }

  /** What the router answered to the seller. */
  List<String> answers() {
    return answers;
  }

  private String fulfillmentId() {
    return "TTS-" + id();
  }

  /** The order that the row is about. */
  ScenarioStage order(SimulatedOrder ordered) {
    order = ordered;
    return at(Duration.ZERO, () -> world.tiktok().add(ordered));
  }

  /** How the order fares at Amazon. */
  ScenarioStage ships(OrderScript script) {
    world.amazon().scriptFor(fulfillmentId(), script);
    return this;
  }

  ScenarioStage ships(PackageScript first, PackageScript... more) {
    return ships(OrderScript.normal().packages(first, more));
  }

  ScenarioStage at(Duration after, Runnable action) {
    acts.add(new Act(after, action));
    return this;
  }

  /** The first call of the operation for this order goes wrong. */
  ScenarioStage amazonFails(String operation, Fault fault) {
    world.amazon().faults().once(operation, this::isOurs, fault);
    return this;
  }

  ScenarioStage tiktokFails(String operation, Fault fault) {
    world.tiktok().faults().once(operation, this::isOurs, fault);
    return this;
  }

  /** Every call of the operation for this order goes wrong until then. */
  ScenarioStage tiktokFailsUntil(Duration end, String operation, Fault fault) {
    AtomicBoolean over = new AtomicBoolean();
    world.tiktok().faults().always(operation, request -> !over.get() && isOurs(request), fault);
    return at(end, () -> over.set(true));
  }

  /** Something happens just when the first call of the operation for this order arrives. */
  ScenarioStage whenAmazonHears(String operation, Runnable action) {
    AtomicBoolean happened = new AtomicBoolean();
    Predicate<Incoming> now =
        request -> {
          if (isOurs(request) && happened.compareAndSet(false, true)) {
            action.run();
          }
          return false;
        };
    world.amazon().faults().once(operation, now, Fault.throttled());
    return this;
  }

  private boolean isOurs(Incoming request) {
    return request.path().contains(id())
        || request.rawQuery().contains(id())
        || request.body().contains(id());
  }

  void buyerCancels() {
    world.tiktok().cancel(id());
  }

  void buyerAsks() {
    world.tiktok().requestCancel(id());
  }

  void buyerAsksForOneUnit() {
    world.tiktok().requestCancel(id(), world.tiktok().order(id()).units().get(0).lineItemId());
  }

  void buyerGivesUp() {
    world.tiktok().withdrawCancel(id());
  }

  void sellerCancels() {
    CancelOutcome outcome =
        world.router().cancel(OrderId.of(id()), CancelReason.BUYER_REQUESTED, "pat");
    answers.add(outcome.name());
  }

  /** A person applies a repair that needs no input. */
  ScenarioStage repair(Duration after, Repair.Kind kind) {
    return at(
        after,
        () ->
            review().repairs().stream()
                .filter(repair -> repair.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind + " is not offered"))
                .apply("pat"));
  }

  Review review() {
    return world
        .router()
        .review(OrderId.of(id()))
        .orElseThrow(() -> new IllegalStateException("order " + id() + " is not in review"));
  }

  /** When both platforms are looked at, unless 3 days after the order. */
  ScenarioStage checked(Duration after) {
    checkedAfter = after;
    return this;
  }
}
