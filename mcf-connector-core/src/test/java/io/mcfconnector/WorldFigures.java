// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted and measured in many worlds. */
final class WorldFigures {

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, List<Duration>> times = new TreeMap<>();

  void count(String what, int many) {
    counts.merge(what, many, Integer::sum);
  }

  void time(String what, Duration time) {
    times.computeIfAbsent(what, key -> new ArrayList<>()).add(time);
  }

  /** Returns the time that so many percent of a kind did not exceed. */
  Duration of(String what, int percent) {
    List<Duration> sorted = times.getOrDefault(what, List.of()).stream().sorted().toList();
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach((what, many) -> text.append(String.format("%-44s %8d%n", what, many)));
    times.forEach(
        (what, all) ->
            text.append(
                String.format(
                    "%-44s n=%-6d p50=%-10s p99=%-12s max=%s%n",
                    what, all.size(), of(what, 50), of(what, 99), of(what, 100))));
    return text.toString();
  }
}
