// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;

/**
 * Units that the host withholds from sale, for another channel or a purpose of its own.
 *
 * @param id the host's id, never used twice; 1 to 100 characters, no buyer data
 * @param msku which SKU
 * @param units how many; at least 1
 * @param at when the host asked for it
 */
public record HostReservation(String id, Msku msku, int units, Instant at) {

  private static final int LONGEST_ID = 100;

  /** Checks id and units. */
  public HostReservation {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("the id of a reservation has 1 to 100 characters");
    }
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, but is " + units);
    }
  }
}
