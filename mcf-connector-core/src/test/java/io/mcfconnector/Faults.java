// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the calls of the fakes: scripted call by call, at one place, or at random. */
final class Faults {

  /** The process dies here. No library code may catch it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("crash");
    }
  }

  private static final List<FailureKind> PASSING =
      List.of(
          FailureKind.NOT_SENT,
          FailureKind.NO_ANSWER,
          FailureKind.UNAVAILABLE,
          FailureKind.THROTTLED);

  private record Fault(boolean effect, Supplier<Throwable> problem) {}

  private final Map<String, Deque<Fault>> scripts = new HashMap<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private int count;
  private int crashAt = -1;
  private boolean crashAfter;
  private @Nullable Random random;
  private double chance;
  private int faulty;
  private int crashes;

  static ApiException failure(String operation, FailureKind kind) {
    return ApiException.builder(operation, kind).detail("scripted").build();
  }

  /** The next call of an operation does nothing and fails so. */
  Faults fail(String operation, FailureKind kind) {
    return fail(operation, failure(operation, kind));
  }

  Faults fail(String operation, Throwable problem) {
    return add(operation, new Fault(false, () -> problem));
  }

  /** The next call of an operation runs this and fails. */
  Faults failWhile(String operation, FailureKind kind, Runnable meanwhile) {
    return add(
        operation,
        new Fault(
            false,
            () -> {
              meanwhile.run();
              return failure(operation, kind);
            }));
  }

  /** The next call of an operation does its work and fails all the same. */
  Faults failAfterEffect(String operation, FailureKind kind) {
    return failAfterEffect(operation, failure(operation, kind));
  }

  Faults failAfterEffect(String operation, Throwable problem) {
    return add(operation, new Fault(true, () -> problem));
  }

  private synchronized Faults add(String operation, Fault fault) {
    scripts.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(fault);
    return this;
  }

  /** The process dies in the call with this number, before or after its effect. */
  synchronized void crashAt(int call, boolean afterEffect) {
    count = 0;
    crashAt = call;
    crashAfter = afterEffect;
  }

  synchronized void atRandom(Random random, double chance) {
    this.random = random;
    this.chance = chance;
  }

  synchronized void none() {
    random = null;
    crashAt = -1;
    scripts.clear();
  }

  synchronized int count() {
    return count;
  }

  /** Returns how often an operation was called, with any argument. */
  long calls(String operation) {
    synchronized (calls) {
      return calls.stream().filter(operation::equals).count();
    }
  }

  <T> T call(String operation, Supplier<T> effect) {
    calls.add(operation);
    boolean crashNow;
    Fault fault;
    synchronized (this) {
      crashNow = count++ == crashAt;
      fault = next(operation);
    }
    if (crashNow && !crashAfter) {
      throw new Crash();
    }
    if (fault != null && !fault.effect) {
      throw thrown(fault);
    }
    T result = effect.get();
    if (fault != null) {
      throw thrown(fault);
    }
    if (crashNow) {
      throw new Crash();
    }
    return result;
  }

  private @Nullable Fault next(String operation) {
    Deque<Fault> script = scripts.get(operation);
    if (script != null && !script.isEmpty()) {
      return script.poll();
    }
    if (random == null || random.nextDouble() >= chance) {
      return null;
    }
    if (operation.startsWith("store.")) {
      return new Fault(random.nextBoolean(), Crash::new);
    }
    FailureKind kind = PASSING.get(random.nextInt(PASSING.size()));
    boolean effect = kind.isUncertain() && random.nextBoolean();
    return new Fault(effect, random.nextInt(8) == 0 ? Crash::new : () -> failure(operation, kind));
  }

  /** Returns how many calls failed, crashes included. */
  synchronized int faulty() {
    return faulty;
  }

  /** Returns how often the process died. */
  synchronized int crashes() {
    return crashes;
  }

  private RuntimeException thrown(Fault fault) {
    Throwable problem = fault.problem.get();
    synchronized (this) {
      faulty++;
      crashes += problem instanceof Crash ? 1 : 0;
    }
    if (problem instanceof Error error) {
      throw error;
    }
    return (RuntimeException) problem;
  }
}
