// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.jdbc.crash.Violation.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what worlds saw, for people to read. */
final class Tally {

  private final String name;
  private final long seed;
  private final Instant began = Instant.now();
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int worlds;
  private int orders;
  private int nodes;
  private int placed;
  private int creates;
  private int troubles;

  Tally(String name, long seed) {
    this.name = name;
    this.seed = seed;
  }

  void add(CrashWorld world, List<Violation> found) {
    worlds++;
    orders += world.buyers().kinds().size();
    nodes += world.startedNodes();
    placed += world.amazon().orders().size();
    creates += world.createCalls().size();
    troubles += world.troubles().size();
    violations.addAll(found);
  }

  /** Adds a line of its own. */
  void note(String note) {
    notes.add(note);
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  @SuppressWarnings("SystemOut") // The figures are for the person who runs the suite.
  void print(Map<String, Integer> killsByPoint) {
    int kills = killsByPoint.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%n== %s: seed %d, %d kills, %d worlds, %d orders, %d nodes started, %d s%n",
            name,
            seed,
            kills,
            worlds,
            orders,
            nodes,
            Duration.between(began, Instant.now()).toSeconds()));
    text.append(
        String.format(
            "   fulfillment orders %d, creates sent %d, failed steps and duties %d, duplicates %d, lost %d, stuck %d,"
                + " violations in all %d%n",
            placed,
            creates,
            troubles,
            count(Rule.ONE_ORDER),
            count(Rule.ALL_TAKEN_IN, Rule.NOTHING_LOST),
            count(Rule.NOTHING_STUCK),
            violations.size()));
    notes.forEach(note -> text.append(String.format("   %s%n", note)));
    killsByPoint.forEach((point, n) -> text.append(String.format("   %4d  %s%n", n, point)));
    System.out.println(text);
  }

  private long count(Rule... rules) {
    Set<Rule> wanted = Set.of(rules);
    return violations.stream().filter(violation -> wanted.contains(violation.rule())).count();
  }
}
