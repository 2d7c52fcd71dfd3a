// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * Units of one SKU in a planned shipment ({@code PreviewPlannedShipmentItem}).
 *
 * @param productIdentifier what
 * @param amount units
 */
public record PreviewPlannedShipmentItem(
    @Nullable ProductIdentifier productIdentifier, @Nullable Amount amount) {}
