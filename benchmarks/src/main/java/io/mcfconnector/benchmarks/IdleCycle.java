// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.model.Duty;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.spi.OrderStore;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a router costs its database while it has nothing to do, with few finished orders
 * and with many: work is found through indexes, so both should cost the same.
 *
 * <p>A cycle is every call of the store that the duties make in one turn when nothing is due, and a
 * look at the reviews. Two databases of one kind are asked in turns, so that whatever else the
 * machine does hits both alike. Run it, from the root of the project, with
 *
 * <pre>{@code
 * mvn -q -DskipTests package && java -jar benchmarks/target/mcf-connector-benchmarks.jar
 * }</pre>
 *
 * <p>The two numbers of finished orders can be given as arguments. A million take some minutes and
 * some gigabytes in the folder for temporary files.
 */
public final class IdleCycle {

  private static final int WARM_UP = 300;
  private static final int CYCLES = 1_000;

  private final OrderStore store;
  private final Instant now = FinishedOrders.NOW;

  private IdleCycle(OrderStore store) {
    this.store = store;
  }

  /** Prints the table. */
  public static void main(String[] args) throws IOException, SQLException {
    long few = args.length > 0 ? Long.parseLong(args[0]) : 1_000;
    long many = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
    run(few, many, WARM_UP, CYCLES, System.out);
  }

  /** Measures and prints; returns the figures, two for each kind of database. */
  static List<Figure> run(long few, long many, int warmUp, int cycles, PrintStream out)
      throws IOException, SQLException {
    List<Figure> figures = new ArrayList<>();
    for (DatabaseKind kind : DatabaseKind.values()) {
      if (!kind.isHere()) {
        out.println(kind + " cannot be had here and is left out.");
        continue;
      }
      try (FilledDatabase small = FilledDatabase.of(kind, few, out);
          FilledDatabase large = FilledDatabase.of(kind, many, out)) {
        figures.addAll(compare(kind, small, large, warmUp, cycles));
      }
    }
    print(figures, out);
    return figures;
  }

  private static List<Figure> compare(
      DatabaseKind kind, FilledDatabase small, FilledDatabase large, int warmUp, int cycles) {
    IdleCycle inSmall = new IdleCycle(small.store());
    IdleCycle inLarge = new IdleCycle(large.store());
    Samples ofSmall = new Samples(cycles);
    Samples ofLarge = new Samples(cycles);
    for (int turn = -warmUp; turn < cycles; turn++) {
      inSmall.measure(turn, ofSmall);
      inLarge.measure(turn, ofLarge);
    }
    return List.of(ofSmall.figure(kind, small), ofLarge.figure(kind, large));
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

  private static void print(List<Figure> figures, PrintStream out) {
    out.println();
    out.println(
        "| database | finished orders | looking for work | whole cycle | bytes per order |");
    out.println("|---|---:|---:|---:|---:|");
    for (Figure figure : figures) {
      out.println(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %,.0f µs | %,.0f µs | %,d |",
              figure.database(),
              figure.orders(),
              figure.lookMicros(),
              figure.cycleMicros(),
              figure.bytesPerOrder()));
    }
    out.println();
    for (int i = 0; i + 1 < figures.size(); i += 2) {
      Figure few = figures.get(i);
      Figure many = figures.get(i + 1);
      out.println(
          String.format(
              Locale.ROOT,
              "%s, many to few: looking for work %.2f, whole cycle %.2f (should be at most 1.20)",
              few.database(),
              many.lookMicros() / few.lookMicros(),
              many.cycleMicros() / few.cycleMicros()));
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
