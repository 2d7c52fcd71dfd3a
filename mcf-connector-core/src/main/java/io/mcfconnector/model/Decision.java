// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of an order's story, kept for {@code explain}.
 *
 * @param at when
 * @param stage which stage decided
 * @param rule which of its rules
 * @param outcome what came of it
 * @param facts details by name, in their order of names; no buyer data
 */
public record Decision(
    Instant at, String stage, String rule, String outcome, Map<String, String> facts) {

  /** Copies and sorts the map. */
  public Decision {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** Returns whether another decision says the same as this one, whenever it was taken. */
  public boolean repeats(Decision other) {
    return stage.equals(other.stage) && rule.equals(other.rule) && outcome.equals(other.outcome);
  }
}
