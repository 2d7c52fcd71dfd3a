// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults planned for a simulator, by operation. Thread-safe. */
public final class Faults {

  private final Map<String, Deque<Fault>> next = new ConcurrentHashMap<>();
  private final Deque<Rule> rules = new ConcurrentLinkedDeque<>();

  Faults() {}

  /** Plans faults for the next calls of an operation, one for each call. */
  public void next(String operation, Fault... faults) {
    next.compute(
        operation,
        (key, planned) -> {
          Deque<Fault> longer = planned == null ? new ArrayDeque<>() : new ArrayDeque<>(planned);
          longer.addAll(java.util.List.of(faults));
          return longer;
        });
  }

  /** Plans a fault for the first request of an operation that fits. */
  public void once(String operation, Predicate<Incoming> condition, Fault fault) {
    rules.add(new Rule(operation, condition, fault, true));
  }

  /** Plans a fault for every request of an operation that fits. */
  public void always(String operation, Predicate<Incoming> condition, Fault fault) {
    rules.add(new Rule(operation, condition, fault, false));
  }

  /** Forgets every plan. */
  public void clear() {
    next.clear();
    rules.clear();
  }

  @Nullable Fault take(String operation, Incoming request) {
    Fault[] taken = new Fault[1];
    next.computeIfPresent(
        operation,
        (key, planned) -> {
          Deque<Fault> shorter = new ArrayDeque<>(planned);
          taken[0] = shorter.poll();
          return shorter.isEmpty() ? null : shorter;
        });
    return taken[0] != null ? taken[0] : fitting(operation, request);
  }

  private @Nullable Fault fitting(String operation, Incoming request) {
    return rules.stream()
        .filter(rule -> rule.operation.equals(operation) && rule.condition.test(request))
        .filter(Rule::claim)
        .findFirst()
        .map(Rule::fault)
        .orElse(null);
  }

  private static final class Rule {
    private final String operation;
    private final Predicate<Incoming> condition;
    private final Fault fault;
    private final boolean once;
    private final AtomicBoolean used = new AtomicBoolean();

    private Rule(String operation, Predicate<Incoming> condition, Fault fault, boolean once) {
      this.operation = operation;
      this.condition = condition;
      this.fault = fault;
      this.once = once;
    }

    private boolean claim() {
      return !once || used.compareAndSet(false, true);
    }

    private Fault fault() {
      return fault;
    }
  }
}
