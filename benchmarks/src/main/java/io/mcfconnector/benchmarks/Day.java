// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.testkit.VirtualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The heap of a router while a day of orders passes, in virtual time and over HTTP. The platforms
 * are a process of their own; the router has a Java of its own with a heap of 128 MB, so a run that
 * ends well has already shown that it is enough.
 */
public final class Day {

  private static final int MOST_MEGABYTES = 128;

  /** How much the heap may grow from the first quarter of the day to the last. */
  private static final double FLAT = 1.25;

  /** The platforms' clock stands still for so long; TikTok takes times 30 seconds ahead. */
  private static final Duration STEP = Duration.ofSeconds(15);

  private Day() {}

  /** Passes a day: shops, orders, minutes; prints the heap after each tenth of it, in bytes. */
  public static void main(String[] arguments) throws IOException {
    int shops = Integer.parseInt(arguments[0]);
    int orders = Integer.parseInt(arguments[1]);
    int steps =
        (int) (Duration.ofMinutes(Long.parseLong(arguments[2])).toMillis() / STEP.toMillis());
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    Process platforms =
        Java.start(List.of("-Xmx3g"), PlatformProcess.class, Integer.toString(shops));
    try (Scratch scratch = Scratch.sqlite();
        Line line = new Line(platforms)) {
      JdbcDatabase.migrate(scratch.dataSource());
      VirtualTime time = VirtualTime.startingAt(PlatformProcess.START);
      List<Map<String, String>> settings = new ArrayList<>();
      for (int shop = 0; shop < shops; shop++) {
        settings.add(PlatformProcess.settings(line.read()));
      }
      try (JdbcDatabase database =
              JdbcDatabase.open(scratch.dataSource(), DataCipher.aesGcm(DataKey.generate()));
          Node node = new Node(time, wait -> {}, settings, database.orderStore(), event -> {})) {
        node.router().start();
        for (int step = 1; step <= steps; step++) {
          long due = (long) orders * step / steps - (long) orders * (step - 1) / steps;
          line.ask("sell", due);
          time.runFor(STEP);
          line.ask("pass", STEP.toMillis());
          if (step * 20 / steps > (step - 1) * 20 / steps) {
            out.println(used());
          }
        }
        out.println("shipped " + line.ask("shipped", 0));
      }
    } finally {
      platforms.destroy();
    }
  }

  /** Returns the rows of a day in a process of its own. */
  static List<Row> run(int shops, int orders, int minutes) throws IOException {
    List<String> options = new ArrayList<>(Java.filesInMemory());
    options.addAll(List.of("-Xmx" + MOST_MEGABYTES + "m", "-XX:+UseSerialGC"));
    Process day =
        Java.start(
            options,
            Day.class,
            Integer.toString(shops),
            Integer.toString(orders),
            Integer.toString(minutes));
    List<Long> heaps = new ArrayList<>();
    String end = "";
    try (BufferedReader lines = day.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("shipped")) {
          end = line;
        } else {
          heaps.add(Long.parseLong(line));
        }
      }
    }
    if (end.isEmpty()) {
      throw new IllegalStateException("the day did not end; did the heap?");
    }
    // The first fifth fills caches and compiles code.
    int quarter = heaps.size() / 4;
    double early = mean(heaps.subList(quarter, 2 * quarter));
    double late = mean(heaps.subList(heaps.size() - quarter, heaps.size()));
    double most = heaps.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6;
    String what =
        String.format(
            Locale.ROOT, "heap, shops: %d, orders: %,d, hours: %d", shops, orders, minutes / 60);
    return List.of(
        new Row(
            what + " (" + end + ")",
            Row.text(late, "MB") + ", at most " + Row.text(most, "MB"),
            Row.text(early, "MB") + " before",
            String.format(Locale.ROOT, "%.2f×", late / early),
            "flat, < " + MOST_MEGABYTES + " MB",
            late / early <= FLAT && most < MOST_MEGABYTES));
  }

  private static double mean(List<Long> bytes) {
    return bytes.stream().flatMapToLong(LongStream::of).average().orElse(0) / 1e6;
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Talks with the platforms. */
  private static final class Line implements AutoCloseable {
    private final BufferedReader answers;
    private final PrintStream commands;

    private Line(Process process) {
      answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      commands = new PrintStream(process.getOutputStream(), true, UTF_8);
    }

    private String read() throws IOException {
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("the platforms have gone");
      }
      return line;
    }

    private String ask(String what, long number) throws IOException {
      commands.println(what + " " + number);
      return read();
    }

    @Override
    public void close() throws IOException {
      commands.close();
      answers.close();
    }
  }
}
