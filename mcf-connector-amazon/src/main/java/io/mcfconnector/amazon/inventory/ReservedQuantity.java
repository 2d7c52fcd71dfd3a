// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Units set aside ({@code ReservedQuantity}).
 *
 * @param totalReservedQuantity all of them
 * @param pendingCustomerOrderQuantity for customer orders
 * @param pendingTransshipmentQuantity moving between centers
 * @param fcProcessingQuantity being processed at a center
 */
public record ReservedQuantity(
    @Nullable Integer totalReservedQuantity,
    @Nullable Integer pendingCustomerOrderQuantity,
    @Nullable Integer pendingTransshipmentQuantity,
    @Nullable Integer fcProcessingQuantity) {}
