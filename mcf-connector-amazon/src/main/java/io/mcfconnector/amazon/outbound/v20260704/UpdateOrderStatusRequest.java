// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Moves an order of the sandbox ({@code UpdateOrderStatusRequest}).
 *
 * @param status where to, such as {@code COMPLETE}; required
 */
public record UpdateOrderStatusRequest(@Nullable String status) {}
