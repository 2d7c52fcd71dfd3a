// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How an order is fulfilled ({@code OrderFulfillmentConfiguration}).
 *
 * @param serviceLevel the speed
 * @param action {@code SHIP} or {@code HOLD}
 * @param policy {@code FILL_OR_KILL}, {@code FILL_ALL} or {@code FILL_ALL_AVAILABLE}
 * @param services special wishes
 */
public record OrderFulfillmentConfiguration(
    @Nullable ServiceLevel serviceLevel,
    @Nullable String action,
    @Nullable String policy,
    @Nullable OrderServices services) {

  /** Creates one with only the usual parts. */
  public OrderFulfillmentConfiguration(
      @Nullable ServiceLevel serviceLevel, @Nullable String action, @Nullable String policy) {
    this(serviceLevel, action, policy, null);
  }
}
