// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Units that cannot be sold ({@code UnfulfillableQuantity}).
 *
 * @param totalUnfulfillableQuantity all of them
 * @param customerDamagedQuantity damaged by buyers
 * @param warehouseDamagedQuantity damaged by Amazon
 * @param distributorDamagedQuantity damaged on the way in
 * @param carrierDamagedQuantity damaged by a carrier
 * @param defectiveQuantity defective
 * @param expiredQuantity too old
 */
public record UnfulfillableQuantity(
    @Nullable Integer totalUnfulfillableQuantity,
    @Nullable Integer customerDamagedQuantity,
    @Nullable Integer warehouseDamagedQuantity,
    @Nullable Integer distributorDamagedQuantity,
    @Nullable Integer carrierDamagedQuantity,
    @Nullable Integer defectiveQuantity,
    @Nullable Integer expiredQuantity) {}
