// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code createOrder} with HTTP 202 ({@code CreateOrderAcceptedResponse}).
 *
 * @param orderId the id it was asked for
 * @param status where it stands
 */
public record CreateOrderAcceptedResponse(@Nullable String orderId, @Nullable String status) {}
