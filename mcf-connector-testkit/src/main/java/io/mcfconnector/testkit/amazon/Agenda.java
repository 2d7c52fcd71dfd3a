// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What is still to happen, by time. Nothing runs by itself: {@link #settle} does what is due. */
final class Agenda {

  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingLong(Step::sequence));
  private long planned;

  private record Step(
      Instant at, long sequence, BooleanSupplier stillWanted, Consumer<Instant> change) {}

  void add(Instant at, BooleanSupplier stillWanted, Consumer<Instant> change) {
    steps.add(new Step(at, planned++, stillWanted, change));
  }

  void settle(Instant now) {
    for (Step step = steps.peek(); step != null && !step.at().isAfter(now); step = steps.peek()) {
      steps.remove();
      if (step.stillWanted().getAsBoolean()) {
        step.change().accept(step.at());
      }
    }
  }
}
