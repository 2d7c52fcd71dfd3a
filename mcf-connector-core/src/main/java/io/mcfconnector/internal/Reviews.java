// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;

/** How a stage hands an order to a person. */
final class Reviews {

  private Reviews() {}

  /** Moves the order to REVIEW and tells its story why, in the words of the note. */
  static RoutingRecord.Builder raise(RoutingRecord.Builder next, String stage, ReviewNote note) {
    return next.decide(
            new Decision(note.raisedAt(), stage, note.code().name(), note.message(), note.facts()))
        .review(note);
  }
}
