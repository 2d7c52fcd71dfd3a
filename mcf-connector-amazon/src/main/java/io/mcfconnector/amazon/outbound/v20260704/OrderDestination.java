// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes ({@code OrderDestination}); buyer data.
 *
 * @param deliveryAddress the address; required
 * @param deliveryNotes words for the driver
 * @param dropOffLocation where to leave it
 */
public record OrderDestination(
    @Nullable AmazonAddress deliveryAddress,
    @Nullable String deliveryNotes,
    @Nullable OrderDropOffLocation dropOffLocation) {

  /** Creates one with only the usual parts. */
  public OrderDestination(@Nullable AmazonAddress deliveryAddress) {
    this(deliveryAddress, null, null);
  }

  @Override
  public String toString() {
    return "OrderDestination[****]";
  }
}
