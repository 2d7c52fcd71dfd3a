// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a parcel ({@code Tracking}); both stay valid.
 *
 * @param carrier the carrier's
 * @param amazon Amazon's own (AFTN)
 * @param dropOffLocation where it was left
 * @param proofOfDelivery after delivery
 */
public record Tracking(
    @Nullable CarrierTracking carrier,
    @Nullable AmazonTracking amazon,
    @Nullable OrderDropOffLocation dropOffLocation,
    @Nullable ProofOfDelivery proofOfDelivery) {

  /** Creates one with only the usual parts. */
  public Tracking(@Nullable CarrierTracking carrier, @Nullable AmazonTracking amazon) {
    this(carrier, amazon, null, null);
  }
}
