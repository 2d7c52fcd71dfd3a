// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How a line is delivered ({@code OrderLineItemDeliveryService}).
 *
 * @param paymentOnDelivery what is paid then
 */
public record OrderLineItemDeliveryService(
    @Nullable OrderLineItemPaymentOnDelivery paymentOnDelivery) {}
