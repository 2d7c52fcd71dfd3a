// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.SkipReason;
import java.time.Instant;
import java.util.Map;

/** What the rules say about an order; each names its rule and gives its reason in plain words. */
sealed interface Verdict {

  /** Returns the rule that decided. */
  String rule();

  /** Returns the reason in plain words. */
  String why();

  /** The order may go. */
  record Go(String rule, String why) implements Verdict {}

  /**
   * The order may not go yet; it is judged again at {@code until} or when the channel changes it.
   */
  record Hold(String rule, Instant until, String why) implements Verdict {}

  /** The order is not ours. */
  record Skip(String rule, SkipReason reason, String why) implements Verdict {}

  /** The order is cancelled. */
  record Cancel(String rule, String why) implements Verdict {}

  /** A person decides. */
  record Review(String rule, ReviewCode code, String why, Map<String, String> facts)
      implements Verdict {}
}
