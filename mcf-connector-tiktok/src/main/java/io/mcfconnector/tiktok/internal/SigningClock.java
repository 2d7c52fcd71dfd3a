// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.DateWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that requests are signed with: this machine's until TikTok refuses it, then TikTok's.
 * Nothing else uses the correction. Thread-safe.
 *
 * <p>TikTok takes times from 5 minutes ago to 30 seconds ahead, so a machine without a time service
 * would lose the shop until somebody sets its clock.
 */
public final class SigningClock {

  private static final Logger log = LoggerFactory.getLogger(SigningClock.class);

  /** Less cannot be why TikTok refused a time. */
  private static final Duration LEAST = Duration.ofSeconds(15);

  /** A wrong time zone is less; more is rather a broken date than a wrong clock. */
  private static final Duration MOST = Duration.ofDays(1);

  private final Clock clock;
  private final DateWatch watch;
  private volatile Duration correction = Duration.ZERO;

  /** Creates a clock that follows another one. */
  public SigningClock(Clock clock) {
    this.clock = clock;
    this.watch = new DateWatch(clock);
  }

  /** Returns how far TikTok's clock is ahead of this machine's, by its last answer. */
  public Optional<Duration> ahead() {
    return watch.ahead();
  }

  /** Notes TikTok's time. */
  void hear(Answer answer) {
    watch.hear(answer);
  }

  /** Returns what is to be added to this machine's time. */
  Duration correction() {
    return correction;
  }

  /** Returns the time with a correction. */
  Instant instant(Duration corrected) {
    return clock.instant().plus(corrected);
  }

  /** Takes over TikTok's time from an answer that refused ours, if that can be the reason. */
  void correct(Answer refusal) {
    Optional<Instant> theirs = DateWatch.dateOf(refusal);
    if (theirs.isEmpty()) {
      return;
    }
    Duration found = Duration.between(clock.instant(), theirs.get());
    if (found.abs().compareTo(MOST) <= 0 && found.minus(correction).abs().compareTo(LEAST) >= 0) {
      correction = found;
      log.warn(
          "TikTok Shop refused the time of this machine, which differs from its own by {} s."
              + " Requests are signed with TikTok Shop's time now. Set the clock of this machine.",
          found.toSeconds());
    }
  }
}
