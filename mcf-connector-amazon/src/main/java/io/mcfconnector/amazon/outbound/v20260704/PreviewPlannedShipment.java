// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shipment of a preview ({@code PreviewPlannedShipment}).
 *
 * @param items what is in it
 * @param offers at which speeds and prices
 * @param estimatedShippingWeight estimate
 */
public record PreviewPlannedShipment(
    @Nullable List<PreviewPlannedShipmentItem> items,
    @Nullable List<PreviewDeliveryOffer> offers,
    @Nullable Weight estimatedShippingWeight) {}
