// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything and prints one table, each line with a floor measured in the same run and
 * with its target. From the root of the project, with nothing else running:
 *
 * <pre>{@code
 * mvn -q -Pquick -Dmaven.test.skip package && java -jar benchmarks/target/mcf-connector-benchmarks.jar
 * }</pre>
 *
 * <p>Arguments choose parts: {@code size}, {@code start}, {@code life}, {@code burst}, {@code
 * calls}, {@code routed}, {@code heap}, {@code idle}, {@code growth}. {@code growth} writes {@code
 * docs/growth.svg} when the working directory has a folder {@code docs}. {@code day} is {@code
 * heap} over a whole day; it takes ten minutes, so it runs only when it is named.
 */
public final class Benchmarks {

  private static final List<Long> FINISHED = List.of(1_000L, 10_000L, 100_000L, 1_000_000L);

  private final PrintStream out;
  private final Set<String> chosen;
  private final List<Row> rows = new ArrayList<>();

  private Benchmarks(PrintStream out, Set<String> chosen) {
    this.out = out;
    this.chosen = chosen;
  }

  /** What takes its time and gives some lines of the table. */
  private interface Part {
    List<Row> run() throws IOException, SQLException, InterruptedException, RunnerException;
  }

  /** Prints the table. */
  public static void main(String[] parts) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new Benchmarks(out, Set.of(parts)).runAll();
  }

  private void runAll() throws IOException, SQLException, InterruptedException, RunnerException {
    out.println(Row.head());
    part("size", () -> Footprint.of(besideTheJar("host")));
    part("start", StartUp::run);
    part("life", CallsPerOrder::run);
    part("burst", Burst::run);
    part("calls", () -> CallRows.run(1));
    part("routed", () -> Routed.run(1_500));
    part("heap", () -> Day.run(1, 35_000 / 8, 3 * 60));
    part("heap", () -> Day.run(170, 1_500, 60));
    if (chosen.contains("day")) {
      part("day", () -> Day.run(1, 35_000, 24 * 60));
    }
    List<Series> growth = new ArrayList<>();
    part(
        "idle",
        () -> {
          List<IdleCycle.Figure> figures = IdleCycle.measure(FINISHED, 100, 300);
          growth.addAll(Growth.orders(figures));
          return IdleCycle.rows(figures);
        });
    part(
        "growth",
        () -> {
          growth.add(Growth.shops(List.of(1, 10, 50, 170)));
          growth.add(Growth.skus(List.of(10, 100, 1_000, 10_000, 100_000)));
          Path docs = Path.of("docs");
          if (Files.isDirectory(docs)) {
            Plot.write(growth, docs.resolve("growth"));
          }
          return growth.stream().map(Series::row).toList();
        });
    long missed = rows.stream().filter(row -> Boolean.FALSE.equals(row.met())).count();
    out.println();
    out.println(missed == 0 ? "Every target is met." : missed + " targets are missed.");
  }

  private void part(String name, Part part)
      throws IOException, SQLException, InterruptedException, RunnerException {
    if (!chosen.isEmpty() && !chosen.contains(name)) {
      return;
    }
    long start = System.nanoTime();
    for (Row row : part.run()) {
      rows.add(row);
      out.println(row);
    }
    System.err.printf(Locale.ROOT, "%s took %.0f s%n", name, (System.nanoTime() - start) / 1e9);
  }

  private static Path besideTheJar(String folder) {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    Path parent = jar.getParent();
    return parent == null ? Path.of(folder) : parent.resolve(folder);
  }
}
