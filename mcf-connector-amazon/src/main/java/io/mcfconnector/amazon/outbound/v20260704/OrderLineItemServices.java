// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Special wishes for a line ({@code OrderLineItemServices}).
 *
 * @param packaging how it is packed
 * @param delivery how it is delivered
 */
public record OrderLineItemServices(
    @Nullable OrderLineItemPackagingService packaging,
    @Nullable OrderLineItemDeliveryService delivery) {}
