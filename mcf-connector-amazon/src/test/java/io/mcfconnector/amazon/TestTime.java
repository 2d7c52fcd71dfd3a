// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only when somebody waits for it. */
public final class TestTime extends Clock implements Pause {

  private volatile Instant now = Instant.parse("2026-09-03T02:00:00Z");
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  @Override
  public void pause(Duration time) {
    pauses.add(time);
    advance(time);
  }

  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  public List<Duration> pauses() {
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
