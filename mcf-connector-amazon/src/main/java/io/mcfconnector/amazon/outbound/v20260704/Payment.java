// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * A payment of an order ({@code Payment}).
 *
 * @param paymentId its id
 * @param paymentMethod how
 * @param paymentTime when, ISO 8601
 */
public record Payment(
    @Nullable String paymentId, @Nullable String paymentMethod, @Nullable String paymentTime) {

  @Override
  public String toString() {
    return "Payment[****]";
  }
}
