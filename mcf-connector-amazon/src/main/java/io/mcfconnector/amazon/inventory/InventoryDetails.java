// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one SKU by kind ({@code InventoryDetails}), in units.
 *
 * @param fulfillableQuantity can be picked, packed and shipped now
 * @param inboundWorkingQuantity announced
 * @param inboundShippedQuantity announced and on the way
 * @param inboundReceivingQuantity partly received
 * @param reservedQuantity set aside; not part of the fulfillable ones
 * @param researchingQuantity looked for
 * @param unfulfillableQuantity not to be sold
 */
public record InventoryDetails(
    @Nullable Integer fulfillableQuantity,
    @Nullable Integer inboundWorkingQuantity,
    @Nullable Integer inboundShippedQuantity,
    @Nullable Integer inboundReceivingQuantity,
    @Nullable ReservedQuantity reservedQuantity,
    @Nullable ResearchingQuantity researchingQuantity,
    @Nullable UnfulfillableQuantity unfulfillableQuantity) {}
