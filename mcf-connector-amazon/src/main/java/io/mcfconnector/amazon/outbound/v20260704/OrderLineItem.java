// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * One line of an order ({@code OrderLineItem}).
 *
 * @param lineItemId our id of the line
 * @param product what
 * @param amount units asked for
 * @param cancelledAmount units cancelled; absent = none
 * @param unfulfillableAmount units that cannot be shipped; absent = none
 */
public record OrderLineItem(
    @Nullable String lineItemId,
    @Nullable OrderProduct product,
    @Nullable Amount amount,
    @Nullable Amount cancelledAmount,
    @Nullable Amount unfulfillableAmount) {}
