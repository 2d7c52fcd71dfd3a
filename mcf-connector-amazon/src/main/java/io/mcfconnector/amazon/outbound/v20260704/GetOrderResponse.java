// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/** The body of {@code getOrder}. */
public record GetOrderResponse(@Nullable AmazonFulfillmentOrder order) {}
