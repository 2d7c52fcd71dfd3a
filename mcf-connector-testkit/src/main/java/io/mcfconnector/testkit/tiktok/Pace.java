// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Duration;

/** How fast parcels travel: time from one status to the next. */
record Pace(Duration untilCollected, Duration untilDelivered, Duration untilCompleted) {

  static final Pace USUAL = new Pace(Duration.ofHours(12), Duration.ofDays(3), Duration.ofDays(7));
}
