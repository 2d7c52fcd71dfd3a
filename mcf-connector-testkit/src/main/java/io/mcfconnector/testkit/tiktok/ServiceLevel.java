// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** TikTok's clocks for an ordinary order: business days that end before midnight, Pacific time. */
record ServiceLevel(Instant shipBy, Instant deliverBy, Instant cancelledAt) {

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final LocalTime DAY_END = LocalTime.of(23, 59, 59);

  static ServiceLevel startingAt(Instant paidAt) {
    return new ServiceLevel(endOf(paidAt, 2), endOf(paidAt, 6), endOf(paidAt, 7));
  }

  private static Instant endOf(Instant start, int businessDays) {
    ZonedDateTime day = start.atZone(PACIFIC);
    for (int left = businessDays; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day.with(DAY_END).toInstant();
  }
}
