// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Duty;
import java.time.Duration;
import java.util.Locale;

/** A duty for one account: what the scheduler repeats. */
interface DutyRun {

  /** Returns which duty. */
  Duty duty();

  /** Returns the account it runs for, the same text on every node. */
  String account();

  /** Returns the time between two runs. */
  Duration interval();

  /** Does everything that is due now. */
  void run();

  /**
   * Does what is due now, but for no longer than other duties can wait, should they share a thread.
   *
   * @return whether more may be due, so that the next run should come soon
   */
  default boolean runTurn() {
    run();
    return false;
  }

  /** Returns the name the scheduler knows it by. */
  default String name() {
    return duty().name().toLowerCase(Locale.ROOT) + "/" + account();
  }
}
