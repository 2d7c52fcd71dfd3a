// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A payment of the order, which the Indian marketplace wants to know ({@code PaymentInformation});
 * all required.
 *
 * @param paymentTransactionId id of the payment
 * @param paymentMode how it was paid
 * @param paymentDate when, ISO 8601
 */
public record PaymentInformation(
    @Nullable String paymentTransactionId,
    @Nullable String paymentMode,
    @Nullable String paymentDate) {

  @Override
  public String toString() {
    return "PaymentInformation[****]";
  }
}
