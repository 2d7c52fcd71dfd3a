// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.event.RouterEvent;
import java.util.List;

/**
 * What one run of the duties left undone. Trouble of single orders is not here: it is in the
 * orders' own stories and the listener's events.
 *
 * @param failures duties that failed as a whole and are tried again at their next run
 */
public record RunReport(List<RouterEvent.DutyFailed> failures) {

  /** Copies the list. */
  public RunReport {
    failures = List.copyOf(failures);
  }

  /** Returns whether every duty did its work. */
  public boolean isComplete() {
    return failures.isEmpty();
  }
}
