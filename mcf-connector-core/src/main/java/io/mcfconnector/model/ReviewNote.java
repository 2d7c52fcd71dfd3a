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

  /** Copies the map. */
  public ReviewNote {
    facts = Map.copyOf(facts);
  }
}
