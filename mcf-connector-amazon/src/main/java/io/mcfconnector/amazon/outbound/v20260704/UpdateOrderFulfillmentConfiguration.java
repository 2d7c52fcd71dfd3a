// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * What can be changed in an order ({@code UpdateOrderFulfillmentConfiguration}).
 *
 * @param action {@code SHIP} lets it go
 */
public record UpdateOrderFulfillmentConfiguration(@Nullable String action) {}
