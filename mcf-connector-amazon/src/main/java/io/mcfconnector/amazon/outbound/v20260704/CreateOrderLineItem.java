// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * One line to ship ({@code CreateOrderLineItem}); every part is required.
 *
 * @param lineItemId our id of the line
 * @param product what
 * @param amount how many
 */
public record CreateOrderLineItem(
    @Nullable String lineItemId, @Nullable OrderProduct product, @Nullable Amount amount) {}
