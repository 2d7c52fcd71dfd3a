// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.SkipReason;
import java.time.Instant;
import java.util.Map;

/** What the rules say about an order; the reason is in plain words. */
public sealed interface Verdict {

  /** Returns the reason in plain words. */
  String why();

  /** The order may go. */
  record Go(String why) implements Verdict {}

  /**
   * The order may not go yet; it is judged again at {@code until} or when the channel changes it.
   */
  record Hold(Instant until, String why) implements Verdict {}

  /**
   * The buyer waits for a yes to a cancellation that nothing stands against. Where the channel does
   * not take it, the order is judged again at {@code until}.
   */
  record Grant(Instant until, String why) implements Verdict {}

  /** The order is not ours. */
  record Skip(SkipReason reason, String why) implements Verdict {}

  /** The order is cancelled. */
  record Cancel(String why) implements Verdict {}

  /** A person decides. */
  record Review(ReviewCode code, String why, Map<String, String> facts) implements Verdict {}
}
