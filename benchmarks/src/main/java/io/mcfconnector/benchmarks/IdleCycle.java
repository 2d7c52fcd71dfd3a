// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.model.Duty;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures what a router costs its database while it has nothing to do, with few finished orders
 * and with many: work is found through indexes, so all should cost the same.
 *
 * <p>A cycle is every call of the store that the duties make in one turn when nothing is due, and a
 * look at the reviews. The databases of one kind are asked in turns, so that whatever else the
 * machine does hits all alike.
 */
final class IdleCycle {

  private static final double MOST = 1.2;

  private final OrderStore store;
  private final Instant now = FinishedOrders.NOW;

  private IdleCycle(OrderStore store) {
    this.store = store;
  }

  /**
   * Measures every kind of database that can be had here.
   *
   * @param counts of finished orders, ascending; a million take some minutes and some gigabytes in
   *     the folder for temporary files
   * @return the figures, kind by kind
   */
  static List<Figure> measure(List<Long> counts, int warmUp, int cycles)
      throws IOException, SQLException {
    List<Figure> figures = new ArrayList<>();
    for (DatabaseKind kind : DatabaseKind.values()) {
      if (kind.isHere()) {
        figures.addAll(measure(kind, counts, warmUp, cycles));
      }
    }
    return figures;
  }

  private static List<Figure> measure(DatabaseKind kind, List<Long> counts, int warmUp, int cycles)
      throws IOException, SQLException {
    List<FilledDatabase> databases = new ArrayList<>();
    try {
      for (long count : counts) {
        databases.add(FilledDatabase.of(kind, count));
      }
      List<Samples> samples = counts.stream().map(count -> new Samples(cycles)).toList();
      for (int turn = -warmUp; turn < cycles; turn++) {
        for (int i = 0; i < databases.size(); i++) {
          new IdleCycle(databases.get(i).store()).measure(turn, samples.get(i));
        }
      }
      List<Figure> figures = new ArrayList<>();
      for (int i = 0; i < databases.size(); i++) {
        figures.add(samples.get(i).figure(kind, databases.get(i)));
      }
      return figures;
    } finally {
      for (FilledDatabase database : databases) {
        database.close();
      }
    }
  }

  /** Returns a row for each kind of database: the most finished orders against the fewest. */
  static List<Row> rows(List<Figure> figures) {
    Map<String, List<Figure>> kinds =
        figures.stream()
            .collect(
                Collectors.groupingBy(Figure::database, LinkedHashMap::new, Collectors.toList()));
    List<Row> rows = new ArrayList<>();
    kinds.forEach(
        (kind, all) -> {
          Figure few = all.get(0);
          Figure many = all.get(all.size() - 1);
          String what =
              String.format(
                  Locale.ROOT,
                  "idle cycle, %s, %,d finished orders against %,d",
                  kind,
                  many.orders(),
                  few.orders());
          rows.add(Row.atMost(what, many.cycleMicros(), few.cycleMicros(), "µs", MOST));
          rows.add(Row.plain("a finished order on disk, " + kind, many.bytesPerOrder() + " B"));
        });
    return rows;
  }

  private void measure(int turn, Samples samples) {
    long start = System.nanoTime();
    lookForWork();
    long looked = System.nanoTime();
    saveProgress();
    long end = System.nanoTime();
    if (turn >= 0) {
      samples.looks[turn] = looked - start;
      samples.cycles[turn] = end - start;
    }
  }

  private void lookForWork() {
    for (Duty duty : Duty.values()) {
      require(store.findDue(duty, List.of(FinishedOrders.SHOP), now, 50).isEmpty());
    }
    require(
        store.findInState(RoutingState.REVIEW, List.of(FinishedOrders.SHOP), 1_000).size()
            == FinishedOrders.IN_REVIEW);
    require(!store.reservations(List.of(FinishedOrders.SHOP), now).isEmpty());
    for (String watermark : FinishedOrders.WATERMARKS) {
      require(store.watermark(watermark).isPresent());
    }
  }

  /** Intake and sweep tell how far they read; buyer data whose time is over is erased. */
  private void saveProgress() {
    FinishedOrders.WATERMARKS.forEach(watermark -> store.saveWatermark(watermark, now));
    require(store.eraseExpired(now) == 0);
  }

  private static void require(boolean asExpected) {
    if (!asExpected) {
      throw new IllegalStateException("the database does not hold what was filled in");
    }
  }

  /**
   * What was measured.
   *
   * @param database its kind and version
   * @param orders finished ones
   * @param lookMicros median time of the reads of a cycle
   * @param cycleMicros median time of a cycle, what it writes included
   * @param bytesPerOrder on disk, indexes included
   */
  record Figure(
      String database, long orders, double lookMicros, double cycleMicros, long bytesPerOrder) {}

  private static final class Samples {
    private final long[] looks;
    private final long[] cycles;

    private Samples(int size) {
      looks = new long[size];
      cycles = new long[size];
    }

    private Figure figure(DatabaseKind kind, FilledDatabase database) {
      return new Figure(
          kind.toString(),
          database.orders(),
          medianMicros(looks),
          medianMicros(cycles),
          database.bytesPerOrder());
    }

    private static double medianMicros(long[] nanos) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2] / 1_000.0;
    }
  }
}
