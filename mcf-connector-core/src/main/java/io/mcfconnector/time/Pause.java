// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.time;

import java.time.Duration;

/** Lets the calling thread wait. Tests replace it by moving their clock. */
@FunctionalInterface
public interface Pause {

  /**
   * Returns after the given time.
   *
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  void pause(Duration time) throws InterruptedException;

  /** Returns the pause that really sleeps. */
  static Pause sleeping() {
    return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
  }
}
