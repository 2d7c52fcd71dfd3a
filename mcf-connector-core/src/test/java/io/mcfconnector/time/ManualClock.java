// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it, or until somebody pauses on it. */
public final class ManualClock extends Clock implements Pause {

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  /** Moves the clock; backwards too. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void pause(Duration time) {
    advance(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("one zone is enough");
  }
}
