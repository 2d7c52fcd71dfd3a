// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The saves that the nodes of a world were told to be safe. Thread-safe. */
final class Acknowledged {

  private static final String NEW = "-";

  private final List<Save> saves = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, String> replaced = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /**
   * One save.
   *
   * @param node who saved
   * @param state what was saved
   * @param nanos when this process heard of it, as {@code System.nanoTime}
   */
  record Save(String node, String state, long nanos) {}

  /** Takes a line {@code SAVED order version state}. */
  synchronized void take(String node, String line) {
    String[] parts = line.split(" ", -1);
    String order = parts[1];
    String before = parts[2];
    saves.add(new Save(node, parts[3], System.nanoTime()));
    versions.merge(order, before.equals(NEW) ? 0 : Long.parseLong(before) + 1, Math::max);
    String other = replaced.put(order + " " + before, node);
    if (other != null) {
      violations.add(
          new Violation(
              Violation.Rule.SAVED_ONCE,
              order,
              "version " + before + " replaced by " + other + " and by " + node));
    }
  }

  /** Returns the latest version acknowledged of each order. */
  synchronized Map<String, Long> versions() {
    return Map.copyOf(versions);
  }

  synchronized boolean knows(String orderId) {
    return versions.containsKey(orderId);
  }

  synchronized List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** Returns how many saves there were of a state. */
  synchronized int count(String state) {
    return (int) saves.stream().filter(save -> save.state().equals(state)).count();
  }

  /** Returns the latest save of a state. */
  synchronized Save last(String state) {
    for (int i = saves.size() - 1; i >= 0; i--) {
      if (saves.get(i).state().equals(state)) {
        return saves.get(i);
      }
    }
    throw new IllegalStateException("nothing was saved as " + state);
  }

  /** Returns the first save of a state after a moment. */
  synchronized Save firstAfter(String state, long nanos) {
    return saves.stream()
        .filter(save -> save.state().equals(state) && save.nanos() > nanos)
        .findFirst()
        .orElseThrow();
  }

  /** Returns how many saves each node made. */
  synchronized Map<String, Integer> byNode() {
    Map<String, Integer> counts = new TreeMap<>();
    saves.forEach(save -> counts.merge(save.node(), 1, Integer::sum));
    return counts;
  }

  /** Forgets what an old copy of the store cannot hold. */
  synchronized void forget() {
    versions.clear();
    replaced.clear();
  }
}
