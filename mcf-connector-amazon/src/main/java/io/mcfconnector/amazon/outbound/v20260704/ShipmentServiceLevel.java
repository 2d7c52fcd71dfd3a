// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The speed of a shipment ({@code ShipmentServiceLevel}).
 *
 * @param serviceTier such as {@code STANDARD}
 */
public record ShipmentServiceLevel(@Nullable String serviceTier) {}
