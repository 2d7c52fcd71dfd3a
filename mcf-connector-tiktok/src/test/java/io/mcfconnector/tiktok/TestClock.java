// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves only when somebody pauses or a test turns it. */
final class TestClock extends Clock implements Pause {

  private volatile Instant now;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  TestClock(Instant start) {
    this.now = start;
  }

  @Override
  public void pause(Duration time) {
    pauses.add(time);
    advance(time);
  }

  synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
