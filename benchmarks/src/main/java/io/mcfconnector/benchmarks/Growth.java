// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.RunReport;
import io.mcfconnector.model.Duty;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What a turn costs with more finished orders, more shops and more SKUs. */
final class Growth {

  private static final int INTAKE_TURNS = 15;
  private static final int STOCK_TURNS = 5;

  private Growth() {}

  /** Measures the turns of duties over a number of shops, without anything to do. */
  static Series shops(List<Integer> counts) {
    Series series = new Series("shops, a turn of intake");
    for (int count : counts) {
      VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-23T12:00:00Z"));
      try (Platforms platforms =
              new Platforms(time.clock(), 0, count, account -> account.withoutQuota());
          Node node =
              new Node(
                  time, wait -> {}, platforms.settings(), new InMemoryOrderStore(), event -> {})) {
        series.add(
            count,
            median(
                INTAKE_TURNS,
                () -> node.router().runDue(Duty.INTAKE),
                () -> {
                  time.runFor(Duration.ofMinutes(1));
                  platforms.forgetExchanges();
                }));
      }
    }
    return series;
  }

  /** Measures a stock cycle in which every SKU of one shop is counted and compared. */
  static Series skus(List<Integer> counts) {
    Series series = new Series("SKUs, a stock cycle");
    for (int count : counts) {
      VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-23T12:00:00Z"));
      try (OfflineWorld world =
          new OfflineWorld(time, new InMemoryOrderStore(), FinishedOrders.SHOP, count)) {
        series.add(
            count,
            median(
                STOCK_TURNS,
                () -> world.router().runDue(Duty.STOCK),
                () -> time.runFor(Duration.ofHours(1))));
      }
    }
    return series;
  }

  /** Takes the idle cycles that were measured for the table. */
  static List<Series> orders(List<IdleCycle.Figure> figures) {
    List<Series> all = new ArrayList<>();
    for (IdleCycle.Figure figure : figures) {
      String name = "finished orders, an idle cycle, " + figure.database();
      if (all.isEmpty() || !all.get(all.size() - 1).name().equals(name)) {
        all.add(new Series(name));
      }
      all.get(all.size() - 1).add((double) figure.orders(), figure.cycleMicros() / 1e3);
    }
    return all;
  }

  private static double median(int turns, Supplier<RunReport> turn, Runnable between) {
    double[] millis = new double[turns];
    for (int i = -turns / 3; i < turns; i++) {
      long start = System.nanoTime();
      RunReport report = turn.get();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      if (!report.isComplete()) {
        throw new IllegalStateException("a duty failed: " + report.failures());
      }
      between.run();
    }
    Arrays.sort(millis);
    return millis[turns / 2];
  }
}
