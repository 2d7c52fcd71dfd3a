// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a platform's clock with ours, by the dates of its answers. Thread-safe. */
public final class DateWatch {

  private final Clock clock;
  private volatile @Nullable Heard latest;

  /** Creates a watch that has heard nothing. */
  public DateWatch(Clock clock) {
    this.clock = clock;
  }

  /** Notes the date of an answer that came just now; reads it only when somebody asks. */
  public void hear(Answer answer) {
    latest = new Heard(answer.header("Date").orElse(""), clock.instant());
  }

  /**
   * Returns how far the platform's clock is ahead of ours, behind when negative, to about a second;
   * empty when no answer told.
   */
  public Optional<Duration> ahead() {
    Heard heard = latest;
    return heard == null
        ? Optional.empty()
        : parse(heard.date).map(theirs -> Duration.between(heard.at, theirs));
  }

  /** Returns the date of an answer, if it has a readable one. */
  public static Optional<Instant> dateOf(Answer answer) {
    return answer.header("Date").flatMap(DateWatch::parse);
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The answer itself may hold buyer data, so of it only the date is kept. */
  private record Heard(String date, Instant at) {}
}
