// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we decided to ask of the network, saved before the first byte is sent. From here a crashed,
 * timed-out or doubled create finds its way back.
 *
 * @param id the fulfillment order id used
 * @param units what was asked for, by SKU
 * @param destination fingerprint of the destination sent
 * @param intendedAt when this was saved for the latest attempt
 * @param attempts create calls that may have been sent, this one included
 * @param absentSince when the network was first seen without the order after it was sent last, or
 *     since it was seen last
 */
public record PlacementIntent(
    FulfillmentOrderId id,
    Map<Msku, Integer> units,
    AddressFingerprint destination,
    Instant intendedAt,
    int attempts,
    @Nullable Instant absentSince) {

  /** Copies the map. */
  public PlacementIntent {
    units = Map.copyOf(units);
  }

  /** Returns this intent with the time the network was first seen without the order. */
  public PlacementIntent absentSince(@Nullable Instant at) {
    return new PlacementIntent(id, units, destination, intendedAt, attempts, at);
  }
}
