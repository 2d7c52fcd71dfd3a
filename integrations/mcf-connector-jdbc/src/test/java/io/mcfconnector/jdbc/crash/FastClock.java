// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs faster than the machine's, the same in every process that is given the same
 * parts. Leases of minutes end in seconds.
 */
final class FastClock extends Clock {

  private final Instant base;
  private final Instant wallStart;
  private final int factor;

  FastClock(Instant base, Instant wallStart, int factor) {
    this.base = base;
    this.wallStart = wallStart;
    this.factor = factor;
  }

  static FastClock startingNow(Instant base, int factor) {
    return new FastClock(base, Instant.now(), factor);
  }

  /** Returns a clock that is always this far ahead of this one. */
  FastClock shifted(Duration by) {
    return new FastClock(base.plus(by), wallStart, factor);
  }

  Instant base() {
    return base;
  }

  Instant wallStart() {
    return wallStart;
  }

  int factor() {
    return factor;
  }

  /** Returns how long this clock's time takes on the machine's clock. */
  Duration real(Duration time) {
    return time.dividedBy(factor);
  }

  @Override
  public Instant instant() {
    return base.plus(Duration.between(wallStart, Instant.now()).multipliedBy(factor));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("UTC only");
  }
}
