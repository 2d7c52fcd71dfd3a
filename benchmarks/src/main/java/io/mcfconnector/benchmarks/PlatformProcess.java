// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.testkit.MutableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The simulated platforms in a process of their own, so that their memory is not the router's.
 * Reads a command in each line and answers each with a line.
 */
public final class PlatformProcess {

  static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private PlatformProcess() {}

  /** Starts as many shops as the first argument says, and prints their settings. */
  public static void main(String[] arguments) throws IOException {
    int shops = Integer.parseInt(arguments[0]);
    MutableClock clock = MutableClock.at(START);
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    try (Platforms platforms = new Platforms(clock, 0, shops, account -> account.withoutQuota());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      platforms.settings().forEach(settings -> out.println(line(settings)));
      for (String command = in.readLine(); command != null; command = in.readLine()) {
        String[] words = command.split(" ", -1);
        out.println(run(platforms, clock, words[0], Long.parseLong(words[1])));
      }
    }
  }

  private static long run(Platforms platforms, MutableClock clock, String what, long number) {
    switch (what) {
      case "pass" -> {
        clock.advance(Duration.ofMillis(number));
        platforms.forgetExchanges();
      }
      case "sell" -> platforms.sell((int) number, Duration.ZERO);
      case "shipped" -> {
        return platforms.shipped();
      }
      default -> throw new IllegalArgumentException(what);
    }
    return number;
  }

  static String line(Map<String, String> settings) {
    StringBuilder line = new StringBuilder();
    new TreeMap<>(settings)
        .forEach((name, value) -> line.append(name).append('=').append(value).append('\t'));
    return line.toString().strip();
  }

  static Map<String, String> settings(String line) {
    Map<String, String> settings = new TreeMap<>();
    for (String entry : List.of(line.split("\t", -1))) {
      int end = entry.indexOf('=');
      settings.put(entry.substring(0, end), entry.substring(end + 1));
    }
    return settings;
  }
}
