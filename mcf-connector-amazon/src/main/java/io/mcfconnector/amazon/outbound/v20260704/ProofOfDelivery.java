// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Proof that a parcel arrived ({@code ProofOfDelivery}); buyer data.
 *
 * @param deliveryPhotoUrl a picture
 * @param receivedBy who took it
 */
public record ProofOfDelivery(@Nullable String deliveryPhotoUrl, @Nullable String receivedBy) {

  @Override
  public String toString() {
    return "ProofOfDelivery[****]";
  }
}
