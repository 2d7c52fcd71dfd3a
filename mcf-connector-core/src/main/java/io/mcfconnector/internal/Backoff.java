// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import java.time.Duration;

/** How long an order waits after its step failed: doubles from 10 s to a quarter of an hour. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private Backoff() {}

  /** Returns the wait after this many failures in a row. */
  static Duration after(int failures) {
    int doublings = Math.min(Math.max(failures, 1) - 1, 10);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
