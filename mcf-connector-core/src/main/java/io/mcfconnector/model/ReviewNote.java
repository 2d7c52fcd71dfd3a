// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.Map;

/**
 * Why an order waits for a person.
 *
 * @param code the kind of trouble
 * @param message one sentence: what happened and what to do; no buyer data
 * @param facts details by name; no buyer data
 * @param raisedAt when
 * @param resumeAt the state to go on from when the trouble is repaired
 */
public record ReviewNote(
    ReviewCode code,
    String message,
    Map<String, String> facts,
    Instant raisedAt,
    RoutingState resumeAt) {

  /** Names the fact that lists the SKUs nobody mapped. */
  public static final String SKUS = "skus";

  /** Names the fact that tells which rule a person may let the order pass. */
  public static final String RELEASABLE_RULE = "releasableRule";

  /**
   * Names the fact that lists the codes of other troubles which wait behind this one, with commas
   * between. The first of them is raised when this one is settled.
   */
  public static final String BEHIND = "behind";

  /** Copies the map. */
  public ReviewNote {
    facts = Map.copyOf(facts);
  }

  /** Returns this note about an order that went on to a state behind it. */
  public ReviewNote resumingAt(RoutingState state) {
    return new ReviewNote(code, message, facts, raisedAt, state);
  }

  /** Returns whether the parcels of the order are followed while it waits. */
  boolean isTracked() {
    return resumeAt.isTracked() && !code.isNetworkDone();
  }
}
