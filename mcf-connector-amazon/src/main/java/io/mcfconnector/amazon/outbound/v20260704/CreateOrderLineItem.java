// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * One line to ship ({@code CreateOrderLineItem}); the first three parts are required.
 *
 * @param lineItemId our id of the line
 * @param product what
 * @param amount how many
 * @param fulfillmentConfiguration special wishes
 */
public record CreateOrderLineItem(
    @Nullable String lineItemId,
    @Nullable OrderProduct product,
    @Nullable Amount amount,
    @Nullable LineItemFulfillmentConfiguration fulfillmentConfiguration) {

  /** Creates one with only the usual parts. */
  public CreateOrderLineItem(
      @Nullable String lineItemId, @Nullable OrderProduct product, @Nullable Amount amount) {
    this(lineItemId, product, amount, null);
  }
}
