// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.RunReport;
import io.mcfconnector.testkit.VirtualTime;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures a turn of every duty of a router that has nothing to do, with few finished orders in its
 * database and with many: work is found through indexes, so all should cost the same.
 *
 * <p>The platforms answer at once, so that the database is what is measured. The databases of one
 * kind are asked in turns, so that whatever else the machine does hits all alike.
 */
final class IdleCycle {

  private static final double MOST = 1.2;

  private IdleCycle() {}

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
    List<Idler> idlers = new ArrayList<>();
    try {
      for (long count : counts) {
        idlers.add(new Idler(FilledDatabase.of(kind, count), cycles));
      }
      for (int turn = -warmUp; turn < cycles; turn++) {
        for (Idler idler : idlers) {
          idler.run(turn);
        }
      }
      return idlers.stream().map(idler -> idler.figure(kind)).toList();
    } finally {
      for (Idler idler : idlers) {
        idler.close();
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

  /**
   * What was measured.
   *
   * @param database its kind and version
   * @param orders finished ones
   * @param cycleMicros median time of a cycle
   * @param bytesPerOrder on disk, indexes included
   */
  record Figure(String database, long orders, double cycleMicros, long bytesPerOrder) {}

  /** A router over a database, a minute older with each cycle. */
  private static final class Idler implements AutoCloseable {
    private final VirtualTime time = VirtualTime.startingAt(FinishedOrders.NOW);
    private final FilledDatabase database;
    private final OfflineWorld world;
    private final long[] nanos;

    private Idler(FilledDatabase database, int cycles) {
      this.database = database;
      this.world = new OfflineWorld(time, database.store(), FinishedOrders.SHOP, 1);
      this.nanos = new long[cycles];
    }

    private void run(int turn) {
      long start = System.nanoTime();
      RunReport report = world.router().runDue();
      if (turn >= 0) {
        nanos[turn] = System.nanoTime() - start;
      }
      if (!report.isComplete()) {
        throw new IllegalStateException("a duty failed: " + report.failures());
      }
      time.runFor(Duration.ofMinutes(1));
    }

    private Figure figure(DatabaseKind kind) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return new Figure(
          kind.toString(),
          database.orders(),
          sorted[sorted.length / 2] / 1_000.0,
          database.bytesPerOrder());
    }

    @Override
    public void close() throws IOException {
      world.close();
      database.close();
    }
  }
}
