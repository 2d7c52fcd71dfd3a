// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Wishes for the delivery, in Japan ({@code DeliveryPreferences}); buyer data.
 *
 * @param deliveryInstructions at most 250 characters
 * @param dropOffLocation where to leave it
 */
public record DeliveryPreferences(
    @Nullable String deliveryInstructions, @Nullable DropOffLocation dropOffLocation) {

  @Override
  public String toString() {
    return "DeliveryPreferences[****]";
  }
}
