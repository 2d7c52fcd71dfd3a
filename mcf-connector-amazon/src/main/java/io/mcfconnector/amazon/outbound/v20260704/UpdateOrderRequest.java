// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Lets an order on hold go ({@code UpdateOrderRequest}); nothing else can be changed.
 *
 * @param fulfillmentConfiguration the action
 */
public record UpdateOrderRequest(
    @Nullable UpdateOrderFulfillmentConfiguration fulfillmentConfiguration) {}
