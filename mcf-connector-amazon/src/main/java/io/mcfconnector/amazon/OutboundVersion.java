// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import java.util.Arrays;
import java.util.Optional;

/** A version of Fulfillment Outbound. Amazon runs both; neither has an announced end. */
public enum OutboundVersion {
  /** Proven in production; has no channel, so Amazon need not give its own tracking numbers. */
  V2020_07_01("2020-07-01"),
  /** Names the channel of an order and lists orders with their tracking. */
  V2026_07_04("2026-07-04");

  private final String date;

  OutboundVersion(String date) {
    this.date = date;
  }

  /** Returns the date by which Amazon names the version. */
  public String date() {
    return date;
  }

  /** Returns the version of a date. */
  public static Optional<OutboundVersion> of(String date) {
    return Arrays.stream(values()).filter(version -> version.date.equals(date)).findFirst();
  }
}
